import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
const hardening = readFileSync(join(root, 'docs/hardening.md'), 'utf8');
const both = `${text}\n${hardening}`;
const THREATS = [
  'Stolen laptop',
  'Seized laptop',
  'Curious volunteer',
  'Former volunteer with a copy',
  'Forensic copy',
  'Power loss',
  'Forgotten passphrase',
  'Ransomware',
  'Coerced unlock',
  'File sent to the wrong person',
];
const sections = text.split(/^## /m).slice(1);
const named = [...both.matchAll(/`(tests\/[^`]+)`\s+“([^”]+)”/g)].map(
  ([, file = '', name = '']) => ({
    file,
    name: name.replace(/\s+/g, ' '),
  }),
);

test('every threat is there, with what does not hold and a test', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual(THREATS);
  for (const section of sections) {
    expect(section).toMatch(/- Not held:|Nothing technical/);
    expect(section).toMatch(/- Tests: `tests\//);
  }
});

test.each(named)('$file has the test “$name”', ({ file, name }) => {
  expect(existsSync(join(root, file)), file).toBe(true);
  expect(readFileSync(join(root, file), 'utf8')).toContain(`'${name}'`);
});

test('each of the twenty points of Electron is answered, with a test', () => {
  const points = hardening.split(/^\d+\. /m).slice(1);
  expect(points).toHaveLength(20);
  for (const point of points) expect(point).toMatch(/`tests\//);
});

test('no mention of a test is written in a way the rule does not see', () => {
  expect(named.length).toBe(both.match(/`tests\/[^`]+`/g)?.length);
});
