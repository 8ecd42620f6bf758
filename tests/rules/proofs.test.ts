import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedProtections } from '../proofs/mutations/named-protections.ts';
import { protections } from '../proofs/mutations/protections.ts';
import { shellProtections } from '../proofs/mutations/shell-protections.ts';
import { root } from './source-files.ts';

const text = readFileSync(join(root, 'docs/proofs.md'), 'utf8');
const [, asked = '', listed = ''] = text.split(/^## /m);

const rowsOf = (section: string) =>
  [...section.matchAll(/^\| (.*) \|$/gm)].slice(1).map(([, row = '']) => row.split(' | '));
const quoted = (cell: string) => [...cell.matchAll(/“([^”]+)”/g)].map(([, name]) => name ?? '');
const inCode = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

const FOLDERS = {
  source: ['', 'src', 'src/core', 'electron'],
  tests: ['tests', 'tests/core', 'tests/proofs', 'tests/e2e'],
};
const isThere = (name: string, folders: string[], endings: string[]) =>
  folders.some((folder) => endings.some((end) => existsSync(join(root, folder, `${name}${end}`))));

test('every protection named can be switched off and is named once, and none of its own list is left out', () => {
  const names = rowsOf(listed).flatMap(([, switched = '']) => quoted(switched));
  const all = [...protections, ...shellProtections].map(({ name }) => name);
  expect(names.filter((name) => !all.includes(name))).toEqual([]);
  expect(names.length).toBe(new Set(names).size);
  expect(namedProtections.filter(({ name }) => !names.includes(name))).toEqual([]);
});

test('where something is, and its test, are there', () => {
  const rows = rowsOf(asked);
  expect(rows.length).toBeGreaterThan(25);
  for (const [what, where = '', tests = ''] of rows) {
    expect(tests, what).not.toBe('');
    const source = inCode(where).filter((name) => !isThere(name, FOLDERS.source, ['', '.ts']));
    const endings = ['', '.test.ts', '.spec.ts'];
    const missing = inCode(tests).filter((name) => !isThere(name, FOLDERS.tests, endings));
    expect([...source, ...missing], what).toEqual([]);
  }
});
