/*
 * That the search for names finds what there is to find: a search that is blind finds nothing either.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '#core/database/open-database.ts';
import { NeedleFinder } from '../../support/needles/find-needles.ts';
import { openFilesOf, searchFile, searchMemory } from '../../support/needles/linux-processes.ts';
import {
  formsOfKey,
  formsOfText,
  nameNeedles,
  namesInFourScripts,
} from '../../support/needles/needle-forms.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isLinux = process.platform === 'linux';

test('each form of each name is found wherever it stands, and chance finds none', () => {
  const needles = [...nameNeedles(), ...formsOfKey('a key', randomBytes(32))];
  const finder = new NeedleFinder(needles);
  expect(needles.length).toBeGreaterThan(150);
  expect(finder.find(randomBytes(4_000_000)).size).toBe(0);
  for (const { label, bytes } of needles) {
    for (const at of [0, 1, 4097, 10_000 - bytes.length]) {
      const hay = randomBytes(10_000);
      bytes.copy(hay, at);
      expect([...finder.find(hay).keys()], `${label} at ${at}`).toContain(label);
    }
  }
});

test('forms are what other programs make of a text', () => {
  const { family } = namesInFourScripts.arabic;
  const needles = formsOfText('x', family);
  const finder = new NeedleFinder(needles);
  const made = [
    `before ${family} after`,
    JSON.stringify({ family }).replace(/[^ -~]/g, (one) => `\\u0${one.charCodeAt(0).toString(16)}`),
    encodeURIComponent(`?q=${family}&x=1`),
    ...['', 'a', 'ab', 'abc'].map((before) =>
      Buffer.from(`${before}${family}z`).toString('base64'),
    ),
    Buffer.from(`??${family}??`).toString('hex'),
  ];
  for (const text of made) expect(finder.find(Buffer.from(text)).size, text).toBeGreaterThan(0);
  expect(finder.find(Buffer.from(`x${family}`, 'utf16le')).size).toBeGreaterThan(0);
});

describe.runIf(isLinux)('in a process of its own', () => {
  /** Sorts more than fits, as a list of many people might, and looks into every file that is open. */
  async function sortedWith(tempStore: 'FILE' | undefined) {
    const path = join(await temporaryFolder(), 'register.db');
    const db = createDatabase(path, randomBytes(32));
    if (tempStore) db.pragma(`temp_store = ${tempStore}`);
    db.exec('CREATE TEMP TABLE sorted (name TEXT); PRAGMA temp.cache_size = 10; BEGIN');
    const { given, family } = namesInFourScripts.latin;
    const insert = db.prepare('INSERT INTO sorted VALUES (?)');
    for (let count = 0; count < 30_000; count++)
      insert.run([`${family} ${given} ${count} ${'x'.repeat(60)}`]);
    db.exec('COMMIT');
    const finder = new NeedleFinder(nameNeedles());
    const open = openFilesOf(process.pid);
    const found = open.filter(({ link }) => searchFile(link, finder).size > 0);
    db.close();
    return { found, looked: open.map((one) => one.path), path };
  }

  test('no open file has a name, the temporary ones without a name of their own among them', async () => {
    const { found, looked, path } = await sortedWith(undefined);
    expect(found).toEqual([]);
    expect(looked).toContain(path);
  });

  test('control: with temporary tables in files it is seen, though the file was deleted', async () => {
    const { found } = await sortedWith('FILE');
    expect(found).toContainEqual(expect.objectContaining({ isDeleted: true }));
  });

  test('control: the memory of this very process has what it holds', () => {
    const held = `${namesInFourScripts.cyrillic.family}, held`;
    const found = searchMemory(process.pid, new NeedleFinder(nameNeedles()));
    expect(held).toContain('held');
    expect([...(found?.keys() ?? [])]).toContain('family name, cyrillic (UTF-16LE)');
  });
});
