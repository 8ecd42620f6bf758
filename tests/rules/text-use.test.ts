import { describe, expect, test } from 'vitest';
import { projectFiles } from './source-files.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix.replace(PLURAL, '')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    keysOf(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

const code = projectFiles('src/ui', 'src/core')
  .filter(({ path }) => /\.tsx?$/.test(path))
  .map(({ text }) => text)
  .join('\n');
const captured = (pattern: RegExp) =>
  new Set([...code.matchAll(pattern)].map(([, found = '']) => found));

/** Whole, with its namespace before it or without. */
const literals = captured(/(?<=['":])([\w.-]+)['"]/g);
/** The fixed beginnings of templates such as `report.${name}`. */
const beginnings = captured(/(?<=[`:])([\w.-]+\.)\$\{/g);

/** Namespaces whose keys are codes of the contract or of a list, looked up by name at run time. */
const BY_CODE = new Set(['errors', 'scale', 'vocabularies']);

describe('texts in use', () => {
  const files = projectFiles('locales/it').filter(({ path }) => path.endsWith('.json'));

  test.each(files)('nothing in $path is left over', ({ path, text }) => {
    const namespace = path.split('/').at(-1)?.replace('.json', '') ?? '';
    if (BY_CODE.has(namespace)) return;
    const unused = [...new Set(keysOf(JSON.parse(text)))].filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});

/** Literally, or as a template whose fixed beginning fits. */
function isUsed(key: string): boolean {
  if (literals.has(key)) return true;
  const parts = key.split('.');
  return parts.some((_, end) => end > 0 && beginnings.has(`${parts.slice(0, end).join('.')}.`));
}
