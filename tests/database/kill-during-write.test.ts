import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCore, testPassphrase } from '../support/open-core.ts';

const writer = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));
const ROUNDS = 6;

/** Names that the process said were written before it was killed after `milliseconds` of writing. */
async function writeAndKill(folder: string, round: number, milliseconds: number) {
  const child = spawn(process.execPath, [writer, folder, testPassphrase, String(round)]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += chunk.toString();
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

test('a process killed while writing loses nothing it acknowledged and leaves no half person', async () => {
  const { client, core, folder } = await openCore();
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    await client.vault.lock({});
    for (const name of await writeAndKill(folder, round, 23 + round * 41)) acknowledged.add(name);
    await client.vault.unlock({ folder, passphrase: testPassphrase });
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  const { total } = await client.people.list({ query: 'Salvata' });
  // One more each round at most: written, but killed before it could say so.
  expect(total).toBeGreaterThanOrEqual(acknowledged.size);
  expect(total).toBeLessThanOrEqual(acknowledged.size + ROUNDS);
  for (const name of acknowledged) {
    const { items } = await client.people.list({ query: name });
    expect(items.map((item) => item.listedName)).toContain(`Salvata ${name}`);
  }
  for (let offset = 0; offset < total; offset += 200) {
    const { items } = await client.people.list({ offset, limit: 200 });
    for (const { id } of items) await client.people.get({ id });
  }
  await core.close();
}, 120_000);
