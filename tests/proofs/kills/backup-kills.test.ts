import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { root } from '../../rules/source-files.ts';
import { granted } from '../../support/backups.ts';
import { aPerson } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { part, report, sizeOf } from '../sizes.ts';
import { KilledProcess } from './killed-process.ts';
import type { Kind, Orders } from './orders.ts';

const ROUNDS = Math.ceil(sizeOf('APPRODO_KILLS', 30) / 6);
const TIME = 60_000 + ROUNDS * 20_000;
const PAPERS = 4;
const way = { passphrase: testPassphrase };

async function aRegister() {
  const test = await openCore();
  const { client } = test;
  const { id: personId } = await client.people.create(aPerson());
  for (let count = 0; count < PAPERS; count++) {
    const bytes = aPdf(2_000_000 + count);
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes });
  }
  const place = await temporaryFolder();
  await client.backups.savePlace({ grant: granted(test, place, 'folder') });
  return { ...test, place };
}

/** What it said was whole before it was killed. */
async function killed(
  kind: Kind,
  round: number,
  orders: Pick<Orders, 'folder'> & Partial<Orders>,
): Promise<string[]> {
  const process = await KilledProcess.load(kind, {
    passphrase: testPassphrase,
    cost: floorCost,
    round,
    resourcesDir: join(root, 'resources'),
    localesDir: join(root, 'locales'),
    ...orders,
  });
  return (await process.killAfter(3 + (((round + ROUNDS * (part - 1)) * 67) % 400))).slice(1);
}

test(
  'a process killed while it makes copies leaves every copy that has a name whole, and the register as it was',
  async () => {
    const { client, folder, place, files } = await aRegister();
    let unfinished = 0;
    // A few more where no kill came in the middle of one: otherwise nothing would be shown.
    for (let round = 0; round < ROUNDS || (unfinished === 0 && round < 4 * ROUNDS); round++) {
      await client.vault.lock({});
      const said = await killed('backup', round, { folder });
      const names = await readdir(place);
      if (names.some((name) => name.endsWith('.part'))) unfinished++;
      for (const name of said) expect(names).toContain(name);
      await client.vault.unlock({ folder, passphrase: testPassphrase });
      expect(await readdir(folder)).not.toContain('copying');
      expect((await client.people.list({})).total).toBe(1);
    }
    await client.backups.create({});
    const copies = (await readdir(place)).filter((name) => name.startsWith('backup-'));
    expect(copies.filter((name) => !name.endsWith('.apb'))).toEqual([]);
    await client.vault.lock({});
    const into = await temporaryFolder();
    for (const name of copies) {
      await client.backups.open({ grant: granted({ files }, join(place, name), 'read') });
      const restored = await client.backups.restore({ folder: into, newFolderName: name, way });
      expect(restored).toMatchObject({ people: 1, attachments: PAPERS, missingAttachments: 0 });
    }
    report('killed while copying', { kills: ROUNDS, unfinished, whole: copies.length });
    expect(unfinished).toBeGreaterThan(0);
  },
  TIME,
);

test(
  'a process killed while it restores leaves nothing that passes for a register but a whole one',
  async () => {
    const { client, place, files, recoveryKey } = await aRegister();
    const { fileName } = await client.backups.create({});
    await client.vault.lock({});
    const copy = join(place, fileName);
    const folder = await temporaryFolder();
    let halfMade = '';
    let whole = 0;
    for (let round = 0; round < ROUNDS || (halfMade === '' && round < 4 * ROUNDS); round++) {
      const orders = { folder, copy, recoveryKey: recoveryKey.join('') };
      const said = await killed('restore', round, orders);
      const names = (await readdir(folder)).filter((name) => name.startsWith(`R${round}`));
      for (const name of said) expect(names).toContain(name);
      halfMade = names.find((name) => name.endsWith('.restoring')) ?? halfMade;
      for (const name of names.filter((one) => !one.endsWith('.restoring'))) {
        await client.vault.unlock({ folder: join(folder, name), passphrase: testPassphrase });
        expect((await client.people.list({})).total, name).toBe(1);
        expect(await readdir(join(folder, name, 'att'))).toHaveLength(PAPERS);
        await client.vault.lock({});
        whole++;
      }
    }
    report('killed while restoring', { kills: ROUNDS, whole });
    expect(halfMade).not.toBe('');
    const newFolderName = halfMade.replace('.restoring', '');
    await client.backups.open({ grant: granted({ files }, copy, 'read') });
    await client.backups.restore({ folder, newFolderName, way });
    expect(await readdir(folder)).not.toContain(halfMade);
  },
  TIME,
);
