import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Core } from '#core/create-core.ts';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { currentKeyring, keysOf } from '../../support/keys-of.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { testWithMount } from '../linux-tools.ts';
import { makeOlder, PEOPLE_OF_AN_OLDER_REGISTER } from '../older-register.ts';
import { report } from '../sizes.ts';
import { smallDisk } from './small-disk.ts';

const test = testWithMount();
const FULL = { ok: false, error: { code: 'disk_full' } };

async function aRegister(megabytes = 8) {
  const disk = await smallDisk(megabytes);
  const opened = await openCore({ folder: disk.folder });
  const { client, core, folder } = opened;
  const ask = (name: string, input: unknown) => core.dispatch(name, input);
  return {
    ...opened,
    disk,
    ask,
    unlock: () => ask('vault.unlock', { folder, passphrase: testPassphrase }),
    people: async () => (await client.people.list({ showClosed: true, limit: 1 })).total,
  };
}

/** Does something until the disk is full; how often it was done. */
async function untilFull(core: Core, name: string, input: (turn: number) => unknown) {
  for (let done = 0; ; done++) {
    const answer = await core.dispatch(name, input(done));
    if (answer.ok) continue;
    expect(answer).toEqual(FULL);
    return done;
  }
}

describe('on a full disk', () => {
  test('what was saved stays, what cannot be saved says why, and reading goes on', async () => {
    const { core, client, ask, disk, unlock, people } = await aRegister();
    const { id } = await client.people.create(aPerson());
    await disk.fill(900_000);
    const bytes = (turn: number) => {
      const pdf = aPdf(60_000);
      pdf.write(`${turn}`, 100, 'latin1');
      return pdf;
    };
    const written = await untilFull(core, 'people.create', (turn) =>
      aPerson({ names: [aName(`N${turn}`, 'Salvata')] }),
    );
    const papers = await untilFull(core, 'attachments.add', (turn) => ({
      personId: id,
      fileName: 'x.pdf',
      bytes: bytes(turn),
    }));
    await disk.fill();
    // What the log had room for already may still be taken.
    await untilFull(core, 'drafts.save', (turn) => ({
      form: 'person',
      subjectId: `new${turn}`,
      content: JSON.stringify('x'.repeat(90_000)),
    }));
    expect(
      await ask('attachments.add', { personId: id, fileName: 'y.pdf', bytes: aPdf(400_000) }),
    ).toEqual(FULL);
    expect(
      await ask('users.add', { name: 'Amal', role: 'volunteer', passphrase: testPassphrase }),
    ).toEqual(FULL);
    expect(await people()).toBe(1 + written);
    expect(await client.people.get({ id })).toMatchObject({ id });
    expect((await client.attachments.list({ personId: id })).items).toHaveLength(papers);
    await client.vault.lock({});
    // Closing gave back the room of the log.
    await disk.fill();
    expect(await unlock()).toEqual(FULL);
    await disk.free();
    expect(await unlock()).toMatchObject({ data: { isRolledBack: false, isDamaged: false } });
    expect(await people()).toBe(1 + written);
    expect((await client.attachments.list({ personId: id })).items).toHaveLength(papers);
    await client.people.create(aPerson());
    expect(written).toBeGreaterThan(0);
    report('full disk', { people: written, papers, lost: 0 });
  }, 60_000);

  test('the keys are not half renewed, and are renewed when there is room', async () => {
    const { client, ask, disk, folder, people } = await aRegister(12);
    const passphrase = 'frase di omar per entrare';
    const { id } = await client.users.add({ name: 'Omar', role: 'coordinator', passphrase });
    await client.people.create(aPerson());
    for (const room of [0, 150_000, 1_000_000]) {
      await disk.fill(room);
      expect(await ask('users.changeRole', { id, role: 'volunteer' })).toEqual(FULL);
      expect((await currentKeyring(folder)).renewal).toBeUndefined();
      expect(await people()).toBe(1);
      await disk.free();
    }
    await client.vault.lock({});
    const door = { folder, name: 'giulia', passphrase: testPassphrase };
    expect(await ask('vault.unlock', door)).toMatchObject({
      data: { isRolledBack: false, isDamaged: false },
    });
    await client.users.changeRole({ id, role: 'volunteer' });
    expect((await currentKeyring(folder)).generation).toBe(2);
    expect(await people()).toBe(1);
  }, 60_000);

  test('a migration leaves the register as it was, and is made when there is room', async () => {
    const { client, disk, unlock, folder, people } = await aRegister(12);
    await client.vault.lock({});
    const keys = await keysOf(folder, { passphrase: testPassphrase });
    await makeOlder(folder, keys?.general ?? Buffer.alloc(0));
    const before = await readdir(folder);
    for (const room of [20_000, 120_000, 300_000]) {
      await disk.fill(room);
      expect(await unlock(), `${room} bytes free`).toEqual(FULL);
      await disk.free();
    }
    expect(await unlock()).toMatchObject({ ok: true });
    expect(await people()).toBe(PEOPLE_OF_AN_OLDER_REGISTER);
    expect(before).toContain('register.db');
  }, 60_000);

  test('an import takes in nobody, and everybody when there is room', async () => {
    const { client, ask, disk, people } = await aRegister(12);
    const rows = Array.from({ length: 500 }, (_, row) => `Presa${row};Nome${row}`);
    const choices: ImportChoices = {
      hasHeadings: true,
      dateOrder: 'dayFirst',
      firstOfJanuary: 'yearOnly',
      columns: [
        { index: 0, field: 'family' },
        { index: 1, field: 'given' },
      ],
      codes: {},
    };
    const bytes = new TextEncoder().encode(['Cognome;Nome', ...rows].join('\r\n'));
    await client.imports.open({ bytes });
    const save = { choices, leaveOutProblems: false, leaveOutDuplicates: false };
    await disk.fill(80_000);
    expect(await ask('imports.save', save)).toEqual(FULL);
    expect(await people()).toBe(0);
    await disk.free();
    expect(await ask('imports.save', save)).toMatchObject({ ok: true });
    expect(await people()).toBe(rows.length);
  }, 60_000);

  test('a copy is not made, says where there is no room, and the copies of before stay', async () => {
    const { client, ask, disk, files } = await aRegister(12);
    const place = await smallDisk(6);
    files.grant('grant-of-place', place.folder, 'folder');
    await client.backups.savePlace({ grant: 'grant-of-place' });
    await client.people.create(aPerson());
    await client.backups.create({});
    const made = await readdir(place.folder);
    await place.fill(100_000);
    expect(await ask('backups.create', {})).toMatchObject({ error: { code: 'backup_place_full' } });
    expect(await readdir(place.folder)).toEqual(made);
    await place.free();
    await disk.fill(100_000);
    expect(await ask('backups.create', {})).toMatchObject(FULL);
    expect(await readdir(place.folder)).toEqual(made);
    await disk.free();
    expect(await ask('backups.create', {})).toMatchObject({ ok: true });
  }, 60_000);
});

test('a document is written whole or not at all', async () => {
  const disk = await smallDisk(2);
  const { client, core, files } = await openCore();
  const { id } = await client.people.create(aPerson());
  const paper = await client.attachments.add({
    personId: id,
    fileName: 'x.pdf',
    bytes: aPdf(600_000),
  });
  await disk.fill(300_000);
  files.grant('grant-of-file', join(disk.folder, 'chosen.pdf'), 'write');
  expect(
    await core.dispatch('attachments.export', { id: paper.id, grant: 'grant-of-file' }),
  ).toEqual(FULL);
  expect(await readdir(disk.folder)).toEqual([]);
});
