import { cp, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstBackup, granted } from '../../support/backups.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { openCore, startCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const amals = 'frase di amal per entrare';

async function theRegister() {
  const test = await openCore();
  const { client } = test;
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Quisqualia', 'Zerbinatova')] }),
  );
  const bytes = aPdf(300_000);
  const { id: attachmentId } = await client.attachments.add({
    personId,
    fileName: 'permesso.pdf',
    bytes,
  });
  const note = { kind: 'medical' as const, notedOn: '2026-11-20', text: 'Non si perde.' };
  const { id: noteId } = await client.notes.save({ personId, note });
  const { path, place } = await firstBackup(test);
  return { ...test, personId, attachmentId, noteId, bytes, path, place };
}

const giulia = { name: 'giulia', passphrase: testPassphrase };

/** Another computer: it has the stick, and nothing else. */
async function elsewhere(path: string) {
  const test = await startCore({ folder: await temporaryFolder() });
  const opened = await test.client.backups.open({ grant: granted(test, path, 'read') });
  return { ...test, opened };
}

describe('restoring on another computer', () => {
  test('brings everything back: people, papers, protected notes, users and roles', async () => {
    const { personId, attachmentId, noteId, bytes, path } = await theRegister();
    const { client, folder, opened } = await elsewhere(path);
    expect(opened).toMatchObject({ asksForName: true, byteCount: (await stat(path)).size });
    const restored = await client.backups.restore({
      folder,
      newFolderName: 'Registro ritrovato',
      way: giulia,
    });
    expect(restored).toEqual({
      folder: join(folder, 'Registro ritrovato'),
      madeAt: '2026-11-21T10:00:00.000Z',
      people: 1,
      attachments: 1,
      missingAttachments: 0,
    });
    await client.vault.unlock({ folder: restored.folder, ...giulia });
    expect(await client.vault.session({})).toMatchObject({ isRolledBack: false });
    expect((await client.people.list({ query: 'Zerbinatova' })).items[0]?.id).toBe(personId);
    expect(Buffer.from((await client.attachments.get({ id: attachmentId })).bytes)).toEqual(bytes);
    expect((await client.notes.get({ id: noteId })).versions[0]?.text).toBe('Non si perde.');
    expect((await client.users.list({})).items.map((one) => one.name)).toEqual([
      'Amal',
      'Giulia Ferraris',
    ]);
    expect(await client.audit.check({})).toMatchObject({ isRolledBack: false });
    const { items } = await client.audit.list({});
    expect(items.map((one) => one.action)).toContain('register.restored');
    await client.vault.lock({});
    await client.vault.unlock({ folder: restored.folder, name: 'amal', passphrase: amals });
    expect((await client.vault.session({})).user.role).toBe('volunteer');
  });

  test('leaves only files and folders that others on the computer cannot read, and no scraps', async () => {
    const { path } = await theRegister();
    const { client, folder } = await elsewhere(path);
    await client.backups.restore({ folder, newFolderName: 'Registro', way: giulia });
    expect(await readdir(folder)).toEqual(['Registro']);
    const names = await readdir(join(folder, 'Registro'), { recursive: true });
    expect(names.filter((name) => !name.startsWith('att/')).sort()).toEqual([
      'att',
      'keyring.json',
      'register.db',
      'restored.json',
    ]);
    for (const name of names) {
      const facts = await stat(join(folder, 'Registro', name));
      expect(facts.mode & 0o777, name).toBe(facts.isDirectory() ? 0o700 : 0o600);
    }
  });

  test('works with the recovery key where every passphrase is forgotten', async () => {
    const { path, recoveryKey, personId } = await theRegister();
    const { client, folder } = await elsewhere(path);
    const key = recoveryKey.join(' ');
    const restored = await client.backups.restore({
      folder,
      newFolderName: 'Registro',
      way: { recoveryKey: key },
    });
    const passphrase = 'una frase del tutto nuova';
    await client.vault.recover({ folder: restored.folder, recoveryKey: key, passphrase });
    expect((await client.people.get({ id: personId })).details.names).toHaveLength(1);
  });

  test('does not mind another name of the file', async () => {
    const { path, place } = await theRegister();
    const renamed = join(place, 'vacanze 2019.zip');
    await rename(path, renamed);
    const { client, folder } = await elsewhere(renamed);
    await client.backups.restore({ folder, newFolderName: 'Registro', way: giulia });
  });

  test('says that passphrase, name or recovery key are wrong, and writes nothing', async () => {
    const { path, recoveryKey } = await theRegister();
    const { client, folder, wait } = await elsewhere(path);
    const restore = (way: Parameters<typeof client.backups.restore>[0]['way']) =>
      client.backups.restore({ folder, newFolderName: 'Registro', way });
    await expect(restore({ ...giulia, passphrase: 'sbagliata' })).rejects.toMatchObject({
      code: 'wrong_passphrase',
      details: { waitSeconds: 1 },
    });
    wait(1);
    await expect(restore({ name: 'omar', passphrase: amals })).rejects.toMatchObject({
      code: 'wrong_passphrase',
      details: { waitSeconds: 2 },
    });
    const other = [...recoveryKey].reverse().join(' ');
    await expect(restore({ recoveryKey: other })).rejects.toMatchObject({
      code: 'wrong_recovery_key',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('wrong passphrases at a restore', () => {
  const folderAndName = (folder: string) => ({ folder, newFolderName: 'Registro' });
  const wrong = { ...giulia, passphrase: 'sbagliata' };

  test('wait as at the door, in another process too, and the recovery key does not', async () => {
    const { path, recoveryKey } = await theRegister();
    const one = await elsewhere(path);
    const target = folderAndName(one.folder);
    await expect(one.client.backups.restore({ ...target, way: wrong })).rejects.toMatchObject({
      code: 'wrong_passphrase',
    });
    await one.core.close();
    const { client, wait } = await elsewhere(path);
    await expect(client.backups.restore({ ...target, way: giulia })).rejects.toMatchObject({
      code: 'too_many_attempts',
      details: { waitSeconds: 1 },
    });
    const way = { recoveryKey: recoveryKey.join(' ') };
    await client.backups.restore({ ...folderAndName(await temporaryFolder()), way });
    wait(1);
    await client.backups.restore({ ...target, way: giulia });
    expect(await readdir(dirname(path))).not.toContainEqual(expect.stringMatching(/^attempts/));
  });

  test('wait also where the stick takes no more files', async () => {
    const { path } = await theRegister();
    const { client, folder, wait } = await elsewhere(path);
    const restore = (way: typeof wrong) =>
      client.backups.restore({ ...folderAndName(folder), way });
    // A folder where the count would be written: as good as a stick that is write-protected.
    const tag = path.match(/-([0-9a-f]{6})\.apb$/)?.[1];
    await mkdir(join(dirname(path), `attempts-${tag}.json`));
    await expect(restore(wrong)).rejects.toMatchObject({ code: 'wrong_passphrase' });
    await expect(restore(giulia)).rejects.toMatchObject({ code: 'too_many_attempts' });
    wait(1);
    await expect(restore(giulia)).resolves.toBeDefined();
  });
});

describe('restoring beside a register', () => {
  test('never touches one that is there', async () => {
    const test = await theRegister();
    const { client, folder, path } = test;
    await client.vault.lock({});
    const before = await readFile(join(folder, 'register.db'));
    const parent = await temporaryFolder();
    await cp(folder, join(parent, 'Registro'), { recursive: true });
    await client.backups.open({ grant: granted(test, path, 'read') });
    const into = (where: string, newFolderName: string) =>
      client.backups.restore({ folder: where, newFolderName, way: giulia });
    await expect(into(parent, 'Registro')).rejects.toMatchObject({ code: 'register_exists' });
    await mkdir(join(parent, 'Foto'));
    await writeFile(join(parent, 'Foto', 'mare.jpg'), 'mare');
    await expect(into(parent, 'Foto')).rejects.toMatchObject({ code: 'folder_not_empty' });
    await expect(into(join(parent, 'non', 'esiste'), 'Registro')).rejects.toMatchObject({
      code: 'folder_missing',
    });
    await into(parent, 'Registro 2');
    expect(await readFile(join(folder, 'register.db'))).toEqual(before);
    await client.vault.unlock({ folder, ...giulia });
    await client.vault.lock({});
    await client.vault.unlock({ folder: join(parent, 'Registro 2'), ...giulia });
  });

  test('clears away what an interrupted one left, and nothing else of that name', async () => {
    const { path } = await theRegister();
    const { client, folder } = await elsewhere(path);
    const restore = () =>
      client.backups.restore({ folder, newFolderName: 'Registro', way: giulia });
    const aside = join(folder, 'Registro.restoring');
    await mkdir(aside);
    await writeFile(join(aside, 'tesi.odt'), 'una vita di lavoro');
    await expect(restore()).rejects.toMatchObject({ code: 'folder_not_writable' });
    expect(await readFile(join(aside, 'tesi.odt'), 'utf8')).toBe('una vita di lavoro');
    await rename(join(aside, 'tesi.odt'), join(folder, 'tesi.odt'));
    await writeFile(join(aside, 'unfinished-restore'), '');
    await writeFile(join(aside, 'register.db'), 'half of it');
    await restore();
    expect((await readdir(folder)).sort()).toEqual(['Registro', 'tesi.odt']);
  });

  test('stopped half way leaves nothing', async () => {
    const { path } = await theRegister();
    const { core, folder, events } = await elsewhere(path);
    const wanted = { folder, newFolderName: 'Registro', way: giulia };
    // Told when the first bytes are on the disk.
    events.push = () => {
      void core.dispatch('backups.stop', {});
      return 0;
    };
    expect(await core.dispatch('backups.restore', wanted)).toEqual({
      ok: false,
      error: { code: 'backup_stopped' },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the trial', () => {
  test('restores aside, counts and leaves nothing on the disk', async () => {
    const test = await theRegister();
    const before = await readdir(test.folder);
    expect(await test.client.backups.prove({})).toEqual({ people: 1, attachments: 1 });
    expect(await readdir(test.folder)).toEqual(before);
    test.setToday('2026-12-03');
    expect(await test.client.backups.get({})).toMatchObject({
      daysSinceProvenRestore: 12,
      lastDrill: { doneOn: '2026-11-21', daysAgo: 12, madeAt: '2026-11-21T10:00:00.000Z' },
    });
  });

  test('of a copy that went bad is kept as failed, and asked for again', async () => {
    const test = await theRegister();
    const { client, folder, path } = test;
    await client.vault.lock({});
    await client.vault.unlock({ folder, ...giulia });
    const bytes = await readFile(path);
    const at = bytes.length - 5000;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    await expect(client.backups.prove({})).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(await client.backups.get({})).toMatchObject({
      lastDrill: { failure: 'backup_damaged' },
      isDrillDue: true,
    });
    expect(await readdir(folder)).not.toContain('copying');
  });

  test('finds an attachment that was damaged before it was copied', async () => {
    const test = await theRegister();
    const { client, folder } = test;
    const att = join(folder, 'att');
    const [name = ''] = await readdir(att);
    const bytes = await readFile(join(att, name));
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
    await writeFile(join(att, name), bytes);
    await client.backups.create({});
    await expect(client.backups.prove({})).rejects.toMatchObject({ code: 'attachment_damaged' });
  });

  test('says so when the place of the copies is not there', async () => {
    const { client } = await openCore();
    await expect(client.backups.prove({})).rejects.toMatchObject({ code: 'backup_place_missing' });
  });
});
