import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstBackup, granted, readBackup } from '../../support/backups.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { createRegister, openCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function theRegister(open = openCore) {
  const test = await open();
  const { id } = await test.client.people.create(
    aPerson({ names: [aName('Quisqualia', 'Zerbinatova')] }),
  );
  return { ...test, personId: id };
}

const aLargePdf = () => {
  const bytes = aPdf(300_000);
  bytes.write('Zerbinatova Quisqualia segreto', 150_000, 'latin1');
  return bytes;
};

describe('a copy', () => {
  test('is one file with a name that says nothing, and nothing readable in it', async () => {
    const test = await theRegister();
    const { client, personId } = test;
    await client.attachments.add({
      personId,
      bytes: aLargePdf(),
      fileName: 'permesso-zerbinatova.pdf',
    });
    const { place, path } = await firstBackup(test);
    expect(await readdir(place)).toEqual([
      expect.stringMatching(/^backup-\d{8}-\d{6}-[0-9a-f]{6}\.apb$/),
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { bytes, members } = await readBackup(path);
    expect(members.map(({ kind }) => kind)).toEqual([1, 2, 3, 4]);
    for (const needle of [
      'Zerbinatova',
      'Quisqualia',
      'segreto',
      'Giulia',
      'Prova ODV',
      'person',
    ]) {
      expect(bytes.includes(Buffer.from(needle, 'utf8')), needle).toBe(false);
      expect(bytes.includes(Buffer.from(needle, 'utf16le')), needle).toBe(false);
    }
    for (const { start, from, size } of members) {
      const check = createHash('sha256')
        .update(bytes.subarray(start, from + size))
        .digest();
      expect(bytes.subarray(from + size, from + size + 32)).toEqual(check);
    }
    expect(await readdir(test.folder)).not.toContain('copying');
  });

  test('is listed with what is known about it, and its age is counted', async () => {
    const test = await theRegister();
    const { path } = await firstBackup(test);
    test.setToday('2026-11-30');
    const overview = await test.client.backups.get({});
    expect(overview).toMatchObject({
      isPlaceThere: true,
      isAutomatic: true,
      daysSinceBackup: 9,
      isBackupDue: true,
      items: [{ isThere: true, isAutomatic: false, opensWithFormerKeys: false }],
    });
    await rm(path);
    expect((await test.client.backups.get({})).items).toMatchObject([{ isThere: false }]);
  });

  test('has to be asked for when there is something to lose', async () => {
    const test = await theRegister(createRegister);
    const { client, folder, setToday } = test;
    const again = async () => {
      await client.vault.lock({});
      await client.vault.unlock({ folder, passphrase: testPassphrase });
      return client.backups.get({});
    };
    expect(await again()).toMatchObject({ isBackupDue: false, isDrillDue: false });
    setToday('2026-11-29');
    expect(await again()).toMatchObject({ isBackupDue: true, isDrillDue: false });
    await firstBackup(test);
    expect(await again()).toMatchObject({ isBackupDue: false, isDrillDue: false });
    setToday('2026-12-31');
    expect(await again()).toMatchObject({ isBackupDue: true, isDrillDue: true });
    await client.backups.prove({});
    expect(await again()).toMatchObject({ isDrillDue: false, daysSinceProvenRestore: 0 });
    // By itself, a month later.
    setToday('2027-01-12');
    expect(await again()).toMatchObject({ isDrillDue: false, daysSinceProvenRestore: 12 });
    setToday('2027-02-01');
    expect(await again()).toMatchObject({ isDrillDue: true, daysSinceProvenRestore: 32 });
  });

  test('leaves an attachment out that is gone already, and says so', async () => {
    const test = await theRegister();
    await test.client.attachments.add({
      personId: test.personId,
      bytes: aLargePdf(),
      fileName: 'a.pdf',
    });
    const folder = join(test.folder, 'att');
    for (const name of await readdir(folder)) await rm(join(folder, name));
    const place = await temporaryFolder();
    await test.client.backups.savePlace({ grant: granted(test, place, 'folder') });
    expect(await test.client.backups.create({})).toMatchObject({ missingAttachments: 1 });
  });

  test('after somebody was removed, older ones are marked as opening with the keys of then', async () => {
    const test = await theRegister();
    const { client } = test;
    const amal = await client.users.add({
      name: 'Amal',
      role: 'volunteer',
      passphrase: 'frase di amal per entrare',
    });
    await firstBackup(test);
    await client.users.remove({ id: amal.id });
    await client.backups.create({});
    const { items } = await client.backups.get({});
    expect(items.map((one) => one.opensWithFormerKeys)).toEqual([false, true]);
  });
});

describe('reading back', () => {
  test('a stick that does not keep what was written makes no copy, and the one before stays', async () => {
    const test = await theRegister();
    const { personId, client, events } = test;
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes: aPdf(4_000_000) });
    const { place } = await firstBackup(test);
    let spoilt = 0;
    // Told in the middle of the work: everything is written by then, and the beginning was read back.
    events.push = (event) => {
      if (event.name !== 'progress' || event.payload.done < event.payload.total * 0.55) return 0;
      for (const name of readdirSync(place).filter((one) => one.endsWith('.part'))) {
        const bytes = readFileSync(join(place, name));
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 100_000) ^ 1, bytes.length - 100_000);
        if (spoilt++ === 0) writeFileSync(join(place, name), bytes);
      }
      return 0;
    };
    await expect(client.backups.create({})).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(spoilt).toBeGreaterThan(0);
    expect((await client.backups.get({})).items).toHaveLength(1);
    expect((await readdir(place)).filter((name) => name.startsWith('backup-'))).toHaveLength(1);
  });
});

describe('the place of copies', () => {
  test('is not the folder of the register, nor one in it', async () => {
    const test = await theRegister();
    const inside = join(test.folder, 'copie');
    await mkdir(inside);
    for (const path of [test.folder, inside]) {
      const grant = granted(test, path, 'folder');
      await expect(test.client.backups.savePlace({ grant })).rejects.toMatchObject({
        code: 'backup_place_same',
      });
    }
  });

  test('serves only with leave for a folder', async () => {
    const test = await theRegister();
    const place = await temporaryFolder();
    const grant = granted(test, place, 'read');
    await expect(test.client.backups.savePlace({ grant })).rejects.toMatchObject({
      code: 'grant_unknown',
    });
  });

  test('that is gone is said, and the register stays as it is', async () => {
    const test = await theRegister();
    const { client } = test;
    await expect(client.backups.create({})).rejects.toMatchObject({ code: 'backup_place_missing' });
    const { place } = await firstBackup(test);
    await rm(place, { recursive: true });
    await expect(client.backups.create({})).rejects.toMatchObject({ code: 'backup_place_missing' });
    expect(await client.backups.get({})).toMatchObject({ isPlaceThere: false });
    expect((await client.people.list({})).total).toBe(1);
  });

  test('that takes no more bytes is said, nothing half made stays, and it goes on when there is room', async () => {
    const test = await theRegister();
    const { place } = await firstBackup(test);
    // Whoever runs this as root may write everywhere; the mode is then no obstacle and nothing is shown.
    if (process.getuid?.() === 0) return;
    await chmod(place, 0o500);
    await expect(test.client.backups.create({})).rejects.toMatchObject({
      code: 'backup_not_written',
    });
    await chmod(place, 0o700);
    expect(await readdir(place)).toHaveLength(1);
    await test.client.backups.create({});
  });
});

describe('stopping', () => {
  test('a copy leaves nothing behind that could pass for one', async () => {
    const test = await theRegister();
    const { client, core } = test;
    const { place } = await firstBackup(test);
    const making = core.dispatch('backups.create', {});
    await core.dispatch('backups.stop', {});
    expect(await making).toEqual({ ok: false, error: { code: 'backup_stopped' } });
    expect(await readdir(place)).toHaveLength(1);
    expect((await client.backups.get({})).items).toHaveLength(1);
  });

  test('two copies are not made at once', async () => {
    const test = await theRegister();
    await firstBackup(test);
    const both = await Promise.all([
      test.core.dispatch('backups.create', {}),
      test.core.dispatch('backups.create', {}),
    ]);
    expect(both.map((one) => one.ok || one.error.code)).toEqual([true, 'backup_running']);
  });

  test('closing the register ends a copy that is being made', async () => {
    const test = await theRegister();
    const { place } = await firstBackup(test);
    const making = test.core.dispatch('backups.create', {});
    await test.client.vault.lock({});
    expect(await making).toMatchObject({ ok: false });
    expect(await readdir(place)).toHaveLength(1);
  });
});

describe('the copy of the day', () => {
  test('is made once a day, and only where somebody chose a place that is there', async () => {
    const test = await theRegister();
    const { core, client, setToday } = test;
    let begun = 0;
    const due = () => core.makeDueBackup(() => begun++);
    expect(await due()).toBeUndefined();
    const { place } = await firstBackup(test);
    expect(await due()).toBeUndefined();
    setToday('2026-11-22');
    expect(await due()).toEqual({ ok: true });
    expect(await due()).toBeUndefined();
    expect((await client.backups.get({})).items.map((one) => one.isAutomatic)).toEqual([
      true,
      false,
    ]);
    setToday('2026-11-23');
    await client.backups.saveAutomatic({ isAutomatic: false });
    expect(await due()).toBeUndefined();
    await client.backups.saveAutomatic({ isAutomatic: true });
    await rm(place, { recursive: true });
    expect(await due()).toBeUndefined();
    expect(begun).toBe(1);
  });
});
