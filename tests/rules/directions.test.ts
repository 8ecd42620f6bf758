/*
 * The page is read from right to left in Arabic. What names a side of the screen instead of a side of the line
 * stays where it was, and the page falls apart: a nav on one side, its edge on the other.
 */
import { describe, expect, test } from 'vitest';
import { projectFiles } from './source-files.ts';

/** Properties and values of CSS that name a side of the screen. */
const SIDES = [
  /(?<![-\w])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-[a-z]+)?\s*:/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear|justify-content|justify-self)\s*:\s*(?:left|right)\b/,
  /translateX\(|to (?:left|right)\b/,
];
/** Four lengths, of which the right and the left one differ. */
const FOUR = /(?<![-\w])(?:margin|padding|inset|border-width)\s*:\s*(\S+) (\S+) (\S+) ([^\s;]+);/g;
/** The middle is as far from one side as from the other. */
const MIDDLE = 'left: 50%;';

function sidesIn(css: string): string[] {
  const lines = css.split('\n').filter((line) => line.trim() !== MIDDLE);
  const named = lines.filter((line) => SIDES.some((side) => side.test(line)));
  const uneven = [...css.matchAll(FOUR)].flatMap(([all, , right, , left]) =>
    right === left ? [] : [all],
  );
  return [...named, ...uneven].map((line) => line.trim());
}

const css = projectFiles('src/ui').filter(({ path }) => path.endsWith('.css'));
const parts = projectFiles('src/ui').filter(({ path }) => path.endsWith('.tsx'));

describe('sides', () => {
  test.each(css)('$path names none', ({ text }) => {
    expect(sidesIn(text)).toEqual([]);
  });

  test('are found where they are named', () => {
    const bad = [
      'margin-left: 1rem;',
      'right: 0;',
      'border-left-color: red;',
      'border-top-left-radius: 4px;',
      'text-align: right;',
      'transform: translateX(4px);',
      'padding: 1px 2px 3px 4px;',
    ];
    for (const line of bad) expect(sidesIn(line), line).toEqual([line]);
    const good = 'margin-inline-start: 1rem;\npadding: 1px 2px 3px 2px;\ninset-inline-end: 0;';
    expect(sidesIn(good)).toEqual([]);
  });

  test('no part of the page names one either', () => {
    const named = parts.flatMap(({ path, text }) =>
      [
        ...text.matchAll(/\s(?:m[lr]|p[lr])=|align="(?:left|right)"|textAlign: '(?:left|right)'/g),
      ].map(([found]) => `${path}: ${found.trim()}`),
    );
    expect(named).toEqual([]);
  });
});

describe('signs that point along the line', () => {
  const base = css.find(({ path }) => path.endsWith('app/base.css'))?.text ?? '';
  const pointing =
    /\bIcon(?:\w*(?:Left|Right|Forward|Export|Import|Send|Log(?:in|out)|ArrowBack)\w*|List[A-Z]\w*)\b/g;
  const used = new Set(parts.flatMap(({ text }) => text.match(pointing) ?? []));
  const classOf = (icon: string) =>
    `.tabler-icon${icon.replace(/^Icon/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  test.each([...used].sort())('%s turns round in a page from right to left', (icon) => {
    expect(base).toMatch(new RegExp(`\\${classOf(icon)}[,\\s]`));
  });

  test('no arrow is a letter: letters do not turn', () => {
    const arrows = parts.flatMap(({ path, text }) => (/[←→‹›⟵⟶]/.test(text) ? [path] : []));
    expect(arrows).toEqual([]);
  });
});
