/*
 * What is in memory after a lock. Nothing is attached to the program here: whatever a test says to it by Playwright
 * passes through its main process, and stays there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keysOf } from '../support/keys-of.ts';
import { NeedleFinder } from '../support/needles/find-needles.ts';
import { searchMemory } from '../support/needles/linux-processes.ts';
import {
  formsOfKey,
  formsOfText,
  nameNeedles,
  namesInFourScripts,
} from '../support/needles/needle-forms.ts';
import { ByHand, prepareRegister, press, type } from './support/by-hand.ts';
import { passphrase } from './support/register.ts';
import { onlyAsRootOnLinux, onlyWithHands } from './support/where-possible.ts';

type Found = { pid: number; kind: string; has: string[] }[];

let home: string;
let approdo: ByHand;
let folder: string;
let finder: NeedleFinder;

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'approdo-memory-'));
  approdo = new ByHand(home);
  folder = await prepareRegister(home, async (client) => {
    for (const name of Object.values(namesInFourScripts)) {
      const names = [{ kind: 'permit' as const, script: 'other' as const, ...name }];
      await client.people.create({ names, sex: 'unknown', nationalities: [], languages: [] });
    }
  });
  const keys = await keysOf(folder, { passphrase });
  if (!keys) throw new Error('The register has no keys.');
  finder = new NeedleFinder([
    ...nameNeedles(),
    ...formsOfText('passphrase', passphrase),
    ...Object.entries(keys).flatMap(([which, key]) => formsOfKey(`${which} key`, key)),
  ]);
});

test.afterEach(async () => {
  approdo.endAll();
  await expect.poll(() => approdo.processes()).toEqual([]);
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

function search(): Found {
  return approdo
    .processes()
    .map(({ pid, kind }) => ({ pid, kind, has: [...(searchMemory(pid, finder)?.keys() ?? [])] }));
}

const has = (found: Found, kind: string) =>
  found.filter((one) => one.kind.includes(kind)).flatMap((one) => one.has);

test('after a lock no process has a name, a passphrase or a key, typed, selected and copied ones too', async () => {
  onlyAsRootOnLinux('to read the memory of another process');
  onlyWithHands();
  test.setTimeout(240_000);
  approdo.start();
  await approdo.unlock(folder);
  const typed = 'family name, latin (UTF-16LE)';
  // Into the search, until the page has found her; again, as keys go astray while the page is being drawn.
  await expect
    .poll(
      () => {
        press('slash', 'ctrl+a');
        type(namesInFourScripts.latin.family);
        press('ctrl+a', 'ctrl+c');
        return has(search(), 'main');
      },
      { timeout: 60_000, intervals: [2_000] },
    )
    .toContain(typed);

  // Controls: the search sees what is there, and Chromium does tell the main process what is typed.
  const before = search();
  expect(has(before, 'renderer')).toContain('family name, cyrillic (UTF-16LE)');
  expect(has(before, 'renderer')).toContain('passphrase (UTF-8)');
  expect(has(before, 'NodeService')).toContain('general key (bytes)');
  expect(has(before, 'NodeService')).toContain('restricted key (bytes)');
  const { size } = new Set(has(before, 'NodeService').filter((one) => one.includes('name')));
  expect(size).toBeGreaterThanOrEqual(8);

  press('ctrl+l');
  const survivors = () => {
    const now = approdo.processes().map(({ pid }) => pid);
    return before.filter(({ pid }) => now.includes(pid)).map(({ kind }) => kind);
  };
  await expect.poll(survivors, { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => approdo.vault(), { timeout: 60_000 }).toBeGreaterThan(0);
  const after = search();
  expect(after.map(({ kind }) => kind)).toContain('main');
  expect(after.filter((one) => one.has.length > 0)).toEqual([]);

  // It is a program like any other that somebody starts.
  await approdo.unlock(folder);
});
