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

/** Literally, or as a template such as `report.${name}` whose fixed beginning fits. */
function isUsed(key: string): boolean {
  if (code.includes(`'${key}'`) || code.includes(`:${key}'`) || code.includes(`"${key}"`))
    return true;
  const parts = key.split('.');
  for (let end = parts.length - 1; end >= 1; end--) {
    const beginning = `${parts.slice(0, end).join('.')}.\${`;
    if (code.includes(`\`${beginning}`) || code.includes(`:${beginning}`)) return true;
  }
  return false;
}
