import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { aPerson } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';

const adder = fileURLToPath(new URL('./add-until-killed.ts', import.meta.url));
/** More rounds on demand: 500 kills are part of the long tests. */
const ROUNDS = Number(process.env.APPRODO_KILLS ?? 3);

async function addAndKill(args: string[], milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [adder, ...args]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += chunk.toString();
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

test('a process killed while adding papers leaves no row without its file and no file without a row', async () => {
  const { client, folder } = await openCore();
  const { id: personId } = await client.people.create(aPerson());
  const kept = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    await client.vault.lock({});
    const args = [folder, testPassphrase, personId, String(round)];
    for (const line of await addAndKill(args, 7 + ((round * 37) % 190))) {
      if (line.startsWith('+')) kept.add(line.slice(1));
      else kept.delete(line.slice(1));
    }
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    const { items } = await client.attachments.list({ personId });
    const ids = new Set(items.map(({ id }) => id));
    // The last removal may have been done and not yet said.
    const missing = [...kept].filter((id) => !ids.has(id));
    expect(missing.length).toBeLessThanOrEqual(1);
    for (const id of missing) kept.delete(id);
    for (const { id } of items) kept.add(id);
    for (const id of ids) await client.attachments.get({ id });
    const files = await readdir(join(folder, 'att'));
    expect(files).toHaveLength(items.length);
    expect(files.filter((name) => !name.endsWith('.bin'))).toEqual([]);
  }
  expect(kept.size).toBeGreaterThan(ROUNDS);
}, 600_000);
