import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { createRegister, startCore, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

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

test.each(['indicators', 'programmes'])(
  'a list of %s that is wrong is noted at the start',
  async (list) => {
    const failures: string[] = [];
    const ports = nodePorts({ passphraseCost: floorCost });
    const resourcesDir = await temporaryFolder();
    await cp(ports.resourcesDir, resourcesDir, { recursive: true });
    const core = createCore({
      ...ports,
      resourcesDir,
      reportFailure: (where, failure) => failures.push(`${where}: ${failure}`),
    });
    const [first = ''] = await readdir(join(resourcesDir, list));
    await writeFile(join(resourcesDir, list, first), '{"code": "X"}');
    await core.warmUp();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(new RegExp(`^warmUp: .*${first.split('.')[0]}`));
    await core.close();
  },
);
