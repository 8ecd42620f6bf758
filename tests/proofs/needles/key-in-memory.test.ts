/*
 * The process with an open register cannot do without its key. That it has it as bytes only, and not as a word that
 * stands out of a picture of its memory, is shown here, in a process of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../rules/source-files.ts';
import { keysOf } from '../../support/keys-of.ts';
import { NeedleFinder } from '../../support/needles/find-needles.ts';
import { searchMemory } from '../../support/needles/linux-processes.ts';
import { formsOfKey } from '../../support/needles/needle-forms.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { changedTree } from '../mutations/changed-tree.ts';
import { keptKey } from '../mutations/protections.ts';

/** In which forms the key of the file is in memory while a program made of this tree works in a register. */
async function formsInMemory(tree: string): Promise<string[]> {
  const { client, folder } = await openCore();
  await client.vault.lock({});
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  if (!keys) throw new Error('the register has no keys');
  const program = join(tree, 'tests/proofs/needles/open-register.ts');
  const child = spawn(process.execPath, [program, folder, testPassphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const needles = formsOfKey('key', keys.general);
    return [...(searchMemory(Number(child.pid), new NeedleFinder(needles))?.keys() ?? [])];
  } finally {
    child.kill('SIGKILL');
  }
}

describe.runIf(process.platform === 'linux')('the key of an open register', () => {
  test('stays in memory as bytes, and in no form that can be read', async () => {
    expect(await formsInMemory(root)).toEqual(['key (bytes)']);
  }, 60_000);

  test('control: given in a statement that is kept it is seen as a word', async () => {
    expect(await formsInMemory(await changedTree(keptKey))).toContain('key (hexadecimal)');
  }, 60_000);
});
