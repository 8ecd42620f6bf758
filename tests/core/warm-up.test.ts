import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createRegister, startCore, testPassphrase } from '../support/open-core.ts';

test('warming up runs through the first list, leaves nothing behind and opens nothing', async () => {
  const { core, client, folder, failures, events } = await startCore();
  await core.warmUp();
  expect(failures).toEqual([]);
  expect(events).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
  expect(await client.vault.status({})).toMatchObject({ isOpen: false });
  expect(await core.dispatch('today.get', {})).toMatchObject({
    error: { code: 'register_locked' },
  });
});

test('warming up beside an unlock disturbs neither', async () => {
  const { core, client, folder, failures } = await createRegister();
  await client.vault.lock({});
  const warm = core.warmUp();
  await client.vault.unlock({ folder, passphrase: testPassphrase });
  await warm;
  expect(failures).toEqual([]);
  expect((await client.today.get({})).openFiles).toBe(0);
});
