import { expect, test } from 'vitest';
import { errorCodes } from '#api/errors.ts';
import { pluralEnding, textsOf } from '../support/locales.ts';
import { projectFiles } from './source-files.ts';

/** Texts whose names come from data or from lists of codes, with the name of the family where it is used. */
const FAMILIES: Record<string, RegExp> = {
  scale: /^[A-Z]{3}\.[1-5]$/,
  imports: /^problems\./,
  print: /^import\.(fields|problems)\./,
};

const withoutNamespace = (name: string) => name.replace(/^[\w-]+:/, '');
const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');

/** `words.${kind}` as the names it can stand for; undefined when it says too little to stand for anything. */
function patternOf(template: string): RegExp | undefined {
  const parts = withoutNamespace(template).split(/\$\{[^}]*\}/);
  const said = parts.join('');
  if (parts.length < 2 || /\s/.test(said) || said.replace(/[^a-zA-Z]/g, '').length < 2) return;
  return new RegExp(`^${parts.map(escaped).join('[\\w.-]+')}$`);
}

function namesInSources() {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { text } of projectFiles('src/**/*.ts', 'src/**/*.tsx', 'electron/**/*.ts')) {
    for (const [, name = ''] of text.matchAll(/['"]([\w:.-]+)['"]/g)) {
      whole.add(withoutNamespace(name));
    }
    for (const [, template = ''] of text.matchAll(/`([^`\n]*)`/g)) {
      const pattern = patternOf(template);
      if (pattern) patterns.push(pattern);
    }
  }
  return { whole, patterns };
}

test('every text is said somewhere in the program', () => {
  const { whole, patterns } = namesInSources();
  const isSaid = (namespace: string, name: string) => {
    // `label('sexes', code)`: the codes are those of the lists.
    if (namespace === 'vocabularies' && whole.has(name.split('.')[0] ?? '')) return true;
    if (
      namespace === 'errors' &&
      errorCodes.some((code) => code === name || name.startsWith(`${code}_`))
    )
      return true;
    if (FAMILIES[namespace]?.test(name)) return true;
    return whole.has(name) || patterns.some((pattern) => pattern.test(name));
  };
  const unsaid = [...textsOf('it').keys()]
    .map((key) => key.replace(pluralEnding, ''))
    .filter((key) => {
      const [namespace = '', name = ''] = key.split(':');
      return !isSaid(namespace, name);
    });
  expect([...new Set(unsaid)]).toEqual([]);
});
