/*
 * A disk that fails: from some call on the kernel answers every sync, or every write, with an input/output error,
 * which strace puts in its place. Nothing may be acknowledged after a sync that failed.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { openCore, startCore, testPassphrase } from '../../support/open-core.ts';
import { testWithStrace } from '../linux-tools.ts';
import { report } from '../sizes.ts';

const test = testWithStrace();
const program = fileURLToPath(new URL('./write-until-refused.ts', import.meta.url));

async function aRegister(): Promise<string> {
  const { client, folder } = await openCore();
  await client.vault.lock({});
  return folder;
}

/** Works with a disk whose `calls` fail from the `from`th on, or with a sound one. */
function workOn(folder: string, fault?: { calls: string; from: number }) {
  const inject = fault ? ['-e', `inject=${fault.calls}:error=EIO:when=${fault.from}+`] : [];
  const options = ['-f', '-qq', '-o', '/dev/null', '-e', 'signal=none', ...inject];
  const ours = [process.execPath, program, folder, testPassphrase];
  const { stdout, stderr, status } = spawnSync('strace', [...options, '--', ...ours], {
    encoding: 'utf8',
    env: { ...process.env, UV_USE_IO_URING: '0' },
  });
  if (status !== 0) throw new Error(`the work ended with ${status}: ${stderr}`);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id?: string; refused?: string });
  const firstRefusal = lines.findIndex((line) => line.refused !== undefined);
  return {
    acknowledged: lines.flatMap((line) => line.id ?? []),
    refused: lines.flatMap((line) => line.refused ?? []),
    afterRefusal: firstRefusal < 0 ? [] : lines.slice(firstRefusal).flatMap(({ id }) => id ?? []),
  };
}

async function peopleIn(folder: string): Promise<string[]> {
  const { client } = await startCore({ folder });
  await client.vault.unlock({ folder, passphrase: testPassphrase });
  const found: string[] = [];
  for (let offset = 0; ; offset += 200) {
    const { items } = await client.people.list({ query: 'Salvata', limit: 200, offset });
    found.push(...items.map(({ id }) => id));
    if (items.length < 200) return found;
  }
}

describe('when the disk fails', () => {
  test.for([
    { calls: 'fsync,fdatasync', from: 20 },
    { calls: 'pwrite64', from: 300 },
  ])(
    'while $calls answers with an error nothing is acknowledged, and before that nothing is lost',
    {
      timeout: 120_000,
    },
    async (fault) => {
      const folder = await aRegister();
      const { acknowledged, refused, afterRefusal } = workOn(folder, fault);
      report(`failing ${fault.calls}`, { acknowledged: acknowledged.length, refused });
      expect(acknowledged.length).toBeGreaterThan(2);
      expect(new Set(refused)).toEqual(new Set(['disk_failed']));
      expect(afterRefusal).toEqual([]);
      const found = await peopleIn(folder);
      expect(acknowledged.filter((id) => !found.includes(id))).toEqual([]);
    },
  );
});
