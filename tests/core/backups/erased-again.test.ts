import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstBackup, granted } from '../../support/backups.ts';
import { aWeekOfWork, openOn } from '../../support/erasing.ts';
import { aName, aPerson } from '../../support/factories.ts';
import {
  createRegister,
  type OpenCore,
  startCore,
  testPassphrase,
} from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const way = { passphrase: testPassphrase };

async function erase(t: OpenCore, personId: string): Promise<void> {
  const { client } = t;
  const { id } = await client.erasures.start({
    personId,
    manner: 'erase',
    ground: 'askedByPerson',
  });
  await openOn(t, aWeekOfWork);
  await client.erasures.confirm({ id, passphrase: testPassphrase });
}

/** A copy with two people in it, one of whom is erased afterwards. */
async function somebodyErasedSince() {
  const test = await createRegister();
  const { client } = test;
  const gone = await client.people.create(aPerson({ names: [aName('Zufrixela', 'Quandovari')] }));
  const stays = await client.people.create(aPerson({ names: [aName('Amina', 'Warsame')] }));
  const { path, place } = await firstBackup(test);
  await erase(test, gone.id);
  return { ...test, gone, stays, path, place };
}

/** Who is in the register restored from that copy, once it is open. */
async function restoredPeople(copy: string, beside?: string): Promise<string[]> {
  const test = await startCore({ folder: await temporaryFolder(), today: '2026-11-29' });
  const { client, folder } = test;
  await client.backups.open({ grant: granted(test, copy, 'read') });
  const restored = await client.backups.restore({
    folder,
    newFolderName: 'Registro',
    way,
    ...(beside === undefined ? {} : { beside }),
  });
  // The copy itself is whole: it is opening that brings it up to what was decided since.
  expect(restored.people).toBe(2);
  await client.vault.unlock({ folder: restored.folder, passphrase: testPassphrase });
  const { items } = await client.people.list({ showClosed: true });
  return items.map((one) => one.listedName).sort();
}

const both = ['Quandovari Zufrixela', 'Warsame Amina'];
const one = ['Warsame Amina'];

describe('somebody erased since a copy was made', () => {
  test('is erased again when it is restored beside the register that knows it', async () => {
    const { path, folder, client } = await somebodyErasedSince();
    expect(await restoredPeople(path, folder)).toEqual(one);
    await client.vault.lock({});
    expect(await restoredPeople(path, folder)).toEqual(one);
  });

  test('is erased again elsewhere, with nothing but the stick, once a later copy was made', async () => {
    const { path, place, client } = await somebodyErasedSince();
    // Lost with the computer before that, nothing can know of it: said in the decision.
    expect(await restoredPeople(path)).toEqual(both);
    await client.backups.create({});
    const { items } = await client.backups.get({});
    expect(items.map(({ erasedSince }) => erasedSince)).toEqual([0, 1]);
    expect((await readdir(place)).filter((name) => name.startsWith('erased-'))).toHaveLength(1);
    expect(await restoredPeople(path)).toEqual(one);
  });

  test('is erased again when somebody puts back the database file of then', async () => {
    const test = await createRegister();
    const { client, folder } = test;
    const { id } = await client.people.create(
      aPerson({ names: [aName('Zufrixela', 'Quandovari')] }),
    );
    await client.vault.lock({});
    const kept = join(await temporaryFolder(), 'register.db');
    await copyFile(join(folder, 'register.db'), kept);
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    await erase(test, id);
    await client.vault.lock({});
    await copyFile(kept, join(folder, 'register.db'));
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect((await client.people.list({ showClosed: true })).total).toBe(0);
  });

  test('stands in no list that somebody without the register could read', async () => {
    const { folder, gone, place, client } = await somebodyErasedSince();
    await client.backups.create({});
    const [beside = ''] = (await readdir(place)).filter((name) => name.startsWith('erased-'));
    for (const path of [join(folder, 'erased.bin'), join(place, beside)]) {
      const bytes = await readFile(path);
      expect(bytes.includes(gone.id), path).toBe(false);
      expect(bytes.includes('personId'), path).toBe(false);
    }
  });

  test('a list that was altered or belongs to another register erases nobody', async () => {
    const { path, place, folder, client, stays } = await somebodyErasedSince();
    await client.backups.create({});
    const other = await createRegister();
    const { id } = await other.client.people.create(aPerson());
    await erase(other, id);
    const name = (await readdir(place)).find((one) => one.startsWith('erased-')) ?? '';
    await copyFile(join(other.folder, 'erased.bin'), join(place, name));
    expect(await restoredPeople(path)).toEqual(both);
    const list = await readFile(join(folder, 'erased.bin'));
    list.writeUInt8(list.readUInt8(20) ^ 1, 20);
    await writeFile(join(place, name), list);
    expect(await restoredPeople(path)).toEqual(both);
    expect(await client.people.get({ id: stays.id })).toBeDefined();
  });

  test('a list that is lost is written again from the register', async () => {
    const { path, folder, client } = await somebodyErasedSince();
    await rm(join(folder, 'erased.bin'));
    await client.vault.lock({});
    expect(await restoredPeople(path, folder)).toEqual(one);
  });
});
