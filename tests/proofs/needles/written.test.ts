/* That no call which writes is ever given a name in the clear, wherever it writes to. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { NeedleFinder } from '../../support/needles/find-needles.ts';
import { formsOfText, nameNeedles } from '../../support/needles/needle-forms.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testWithStrace } from '../linux-tools.ts';

const test = testWithStrace();
const program = fileURLToPath(new URL('./work-with-names.ts', import.meta.url));
const WRITES =
  'write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,' +
  'rename,renameat,renameat2,link,linkat,symlink,symlinkat';
const finder = new NeedleFinder([...nameNeedles(), ...formsOfText('passphrase', testPassphrase)]);

/** What the calls of a whole run were given that is a name, and how many made a temporary file. */
async function written(chosenFile: string[]) {
  const { client, folder } = await openCore();
  await client.vault.lock({});
  const trace = join(await temporaryFolder(), 'trace');
  const options = ['-f', '-qq', '-xx', '-s', '40000000', '-e', 'signal=none', '-o', trace];
  const ours = [process.execPath, program, folder, testPassphrase, ...chosenFile];
  // Node would keep what it compiled, the names in the program of this test among it.
  const env = { ...process.env, UV_USE_IO_URING: '0', NODE_DISABLE_COMPILE_CACHE: '1' };
  const { status, stderr } = spawnSync(
    'strace',
    [...options, '-e', `trace=${WRITES}`, '--', ...ours],
    { encoding: 'utf8', env },
  );
  if (status !== 0) throw new Error(`the work ended with ${status}: ${stderr}`);
  const found = new Map<string, number>();
  let calls = 0;
  let temporary = 0;
  for await (const line of createInterface({ input: createReadStream(trace, 'latin1') })) {
    calls += 1;
    const strings = [...line.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
    );
    const given = Buffer.concat(strings);
    // A temporary file of SQLite's own.
    if (given.includes('etilqs')) temporary += 1;
    finder.find(given, found);
  }
  return { found: [...found.keys()], calls, temporary };
}

describe('of everything a process writes while somebody works', () => {
  test('nothing is a name or the passphrase, and no temporary file is made', async () => {
    const { found, calls, temporary } = await written([]);
    expect(calls).toBeGreaterThan(200);
    expect(found).toEqual([]);
    expect(temporary).toBe(0);
  }, 120_000);

  test('control: what somebody saves on purpose is seen', async () => {
    const { found } = await written([join(await temporaryFolder(), 'chosen.txt')]);
    expect(found).toContain('family name, arabic (UTF-8)');
  }, 120_000);
});
