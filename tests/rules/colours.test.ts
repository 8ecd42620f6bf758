/*
 * Colours stand in the theme, in the light set and in the dark one. A colour written anywhere else is the same in
 * both, and what was black on white becomes black on black.
 */
import { describe, expect, test } from 'vitest';
import { PAGE } from '#ui/app/theme/looks.ts';
import { projectFiles } from './source-files.ts';

const COLOUR = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|(?<=[:\s"'])(?:white|black)(?=[;"'\s])/i;
/** The sign of the program, and what is drawn into files: the same on every screen. */
const ON_NO_SCREEN = ['components/mark.tsx', 'attachments/make-thumbnail.ts'];

const coloursIn = (text: string, isStyle: boolean) =>
  text
    .split('\n')
    .filter((line) => (isStyle ? !line.includes('shadow') : /fill|stroke|olor/.test(line)))
    .filter((line) => COLOUR.test(line));

const pages = projectFiles('src/ui').filter(
  ({ path }) => !path.includes('/theme/') && !ON_NO_SCREEN.some((end) => path.endsWith(end)),
);

describe('colours', () => {
  test.each(pages.filter(({ path }) => path.endsWith('.css')))('$path has none', ({ text }) => {
    expect(coloursIn(text, true)).toEqual([]);
  });

  test.each(pages.filter(({ path }) => path.endsWith('.tsx')))('$path has none', ({ text }) => {
    expect(coloursIn(text, false)).toEqual([]);
  });

  test('are found where they are', () => {
    expect(coloursIn('a {\n  background: white;\n  color: #fff;\n}', true)).toHaveLength(2);
    expect(coloursIn('<path fill="#b85a26" />', false)).toHaveLength(1);
    expect(coloursIn('a {\n  color: var(--approdo-ink-soft);\n}', true)).toEqual([]);
  });

  test('of the window are those of its page', () => {
    const [window] = projectFiles('electron/host').filter(({ path }) =>
      path.endsWith('/appearance.ts'),
    );
    expect(window?.text).toContain(`{ light: '${PAGE.light}', dark: '${PAGE.dark}' }`);
  });
});
