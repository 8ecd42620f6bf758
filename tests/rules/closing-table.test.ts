import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

const text = readFileSync(join(root, 'docs/closing-table.md'), 'utf8');
const rows = [...text.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, number, row = '']) => {
  const cells = row.split(' | ');
  return { number: Number(number), shown: cells[1] ?? '', by: cells[2] ?? '' };
});

/** Each file with the names that follow it. */
const namedIn = (by: string) =>
  [...by.matchAll(/`([^`]+)`((?:[^`])*)/g)].map(([, file = '', after = '']) => ({
    file,
    names: [...after.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  }));

test('every row of the closing table is there, and names what shows it or says that nothing does', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
  const without = rows.filter(({ by, shown }) => namedIn(by).length === 0 && !/Gap/.test(shown));
  expect(without).toEqual([]);
});

test.each(rows.flatMap(({ number, by }) => namedIn(by).map((one) => ({ number, ...one }))))(
  'row $number: what is named in $file is there',
  ({ file, names }) => {
    expect(existsSync(join(root, file))).toBe(true);
    const content = readFileSync(join(root, file), 'utf8');
    expect(names.length).toBeGreaterThan(0);
    const isThere = (name: string) =>
      content.includes(name) || content.includes(JSON.stringify(name).slice(1, -1));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  },
);
