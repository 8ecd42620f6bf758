import { copyFile, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audited } from '#core/audit/audited.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aName, aPerson } from '../support/factories.ts';
import { keysOf } from '../support/keys-of.ts';
import { createRegister, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const theirs = 'altra frase per altra persona';
const aNote = { kind: 'medical' as const, notedOn: '2026-11-20', text: 'Soffre di asma.' };

async function aLog() {
  const test = await createRegister();
  const { client, folder } = test;
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Nadifa', 'Zorbulon')] }),
  );
  const { id: noteId } = await client.notes.save({ personId, note: aNote });
  await client.notes.get({ id: noteId });
  const reopen = async () => {
    await client.vault.lock({});
    return client.vault.unlock({ folder, passphrase: testPassphrase });
  };
  const withDatabase = async (change: (db: ReturnType<typeof openDatabase>) => void) => {
    await client.vault.lock({});
    const keys = await keysOf(folder, { passphrase: testPassphrase });
    const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
    change(db);
    db.close();
    return client.vault.unlock({ folder, passphrase: testPassphrase });
  };
  return { ...test, personId, noteId, reopen, withDatabase };
}

const unguarded = (db: ReturnType<typeof openDatabase>) =>
  db.exec('DROP TRIGGER audit_entry_is_final; DROP TRIGGER audit_entry_stays;');

/** Written down a second time on purpose: a line that is no longer written shows only when somebody needs it. */
const LINES = `
  assignments.create
  assignments.undo
  attachments.export
  attachments.get
  attachments.remove
  backups.create
  backups.prove
  backups.remove
  backups.saveAutomatic
  backups.savePlace
  caseAccess.grant
  caseAccess.revoke
  caseAccess.save
  consents.withdraw
  consolidations.save
  documents.printPlan
  documents.saveLetter
  documents.saveLetterCopy
  documents.savePlan
  documents.saveProtocol
  erasures.confirm
  erasures.crossOut
  erasures.mentions
  erasures.saveCertificate
  erasures.start
  erasures.withdraw
  figures.open
  forms.print
  forms.save
  identifiedSheets.save
  imports.save
  imports.saveProblems
  inboundReferrals.remove
  ledgers.export
  legalHolds.give
  legalHolds.withdraw
  letterBatches.save
  letters.confirm
  letters.recordCopy
  lists.export
  lists.recordPrint
  merges.create
  merges.undo
  nationalityMaps.save
  notes.get
  notes.save
  personCopies.get
  personCopies.save
  programmeTemplates.export
  programmeTemplates.import
  protocol.annul
  recoveryParts.confirm
  recoverySheets.save
  releases.saveFile
  releases.send
  reportPlans.remove
  reportPlans.save
  retention.record
  retentionRules.save
  safetyPages.get
  safetyPages.print
  safetyPages.save
  specificNeeds.remove
  users.add
  users.changePassphrase
  users.changePhotos
  users.changeRole
  users.remove
  users.reset
  users.resume
  users.suspend
  vault.confirmRecoveryKey
  vault.renewRecoveryKey
  vault.setLockAfter
`;

describe('the audit log', () => {
  test('has a line of each of these calls, and loses none', () => {
    const now = Object.keys(audited);
    expect(
      LINES.trim()
        .split(/\s+/)
        .filter((name) => !now.includes(name)),
    ).toEqual([]);
  });

  test('says who did what when, and holds no name and no content', async () => {
    const { client, personId, noteId, reopen } = await aLog();
    await reopen();
    const { items, total } = await client.audit.list({});
    expect(items.map(({ action, objectId }) => [action, objectId])).toEqual([
      ['vault.unlock', undefined],
      ['notes.get', noteId],
      ['notes.save', personId],
      ['vault.confirmRecoveryKey', undefined],
    ]);
    expect(total).toBe(4);
    expect(items[0]).toMatchObject({ userName: 'Giulia Ferraris', seq: 4 });
    expect(items[2]?.person).toEqual({ id: personId, listedName: 'Zorbulon Nadifa' });
    expect(await client.audit.check({})).toEqual({
      entries: 4,
      isRolledBack: false,
      isDamaged: false,
    });
  });

  test('keeps ids only: names are looked up when it is read', async () => {
    const { withDatabase } = await aLog();
    await withDatabase((db) => {
      const rows = JSON.stringify(db.prepare('SELECT * FROM audit_entry').all());
      expect(rows).toContain('notes.save');
      expect(rows).not.toMatch(/Zorbulon|Nadifa|asma|Giulia|Ferraris/);
    });
  });

  test('can be read by topic and by user', async () => {
    const { client, reopen } = await aLog();
    await reopen();
    const actions = async (wanted: Parameters<typeof client.audit.list>[0]) =>
      (await client.audit.list(wanted)).items.map((entry) => entry.action);
    expect(await actions({ topic: 'protected' })).toEqual(['notes.get', 'notes.save']);
    expect(await actions({ topic: 'access' })).toEqual([
      'vault.unlock',
      'vault.confirmRecoveryKey',
    ]);
    expect(await actions({ topic: 'warnings' })).toEqual([]);
    const [me] = (await client.users.list({})).items;
    expect((await client.audit.list({ userId: me?.id ?? '' })).total).toBe(4);
    expect(
      (await client.audit.list({ userId: '0192f3a0-0000-7000-8000-00000000ffff' })).total,
    ).toBe(0);
  });

  test('says how many tried to come in before somebody did', async () => {
    const { client, core, folder, wait } = await aLog();
    await client.vault.lock({});
    for (const passphrase of ['una frase sbagliata', 'ancora sbagliata']) {
      expect(await core.dispatch('vault.unlock', { folder, passphrase })).toMatchObject({
        error: { code: 'wrong_passphrase' },
      });
      wait(5);
    }
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    const { items } = await client.audit.list({ topic: 'warnings' });
    expect(items).toMatchObject([{ action: 'vault.wrongAttempts', count: 2 }]);
  });

  test('the check of the file finds a page that is not what was written', async () => {
    const { client, folder, reopen } = await aLog();
    await reopen();
    const path = databasePath(folder);
    const { size } = await stat(path);
    const handle = await open(path, 'r+');
    await handle.write(Buffer.from([1, 2, 3, 4]), 0, 4, Math.floor(size / 4096 / 2) * 4096 + 100);
    await handle.close();
    expect(await client.audit.check({})).toMatchObject({ isDamaged: true });
  });

  test('a call that is refused leaves no line, and one that reads a note does', async () => {
    const { client, core, noteId } = await aLog();
    const before = (await client.audit.list({})).total;
    await core.dispatch('notes.get', { id: '0192f3a0-0000-7000-8000-00000000ffff' });
    expect((await client.audit.list({})).total).toBe(before);
    await client.notes.get({ id: noteId });
    expect((await client.audit.list({})).total).toBe(before + 1);
  });

  test('is not changed by our own code, not even by mistake', async () => {
    const { withDatabase } = await aLog();
    await withDatabase((db) => {
      expect(() => db.exec("UPDATE audit_entry SET action = 'x'")).toThrow(/added to/);
      expect(() => db.exec('DELETE FROM audit_entry')).toThrow(/added to/);
    });
  });

  test.each([
    ['changed', "UPDATE audit_entry SET action = 'notes.list' WHERE seq = 2", 2],
    ['given to somebody else', "UPDATE audit_entry SET user_id = 'x' WHERE seq = 3", 3],
    ['taken out', 'DELETE FROM audit_entry WHERE seq = 2', 2],
    [
      'exchanged',
      'UPDATE audit_entry SET seq = 90 + seq WHERE seq IN (1, 2); UPDATE audit_entry SET seq = 93 - seq WHERE seq > 90',
      1,
    ],
  ])('a line that was %s is found', async (_, sql, firstBad) => {
    const { client, withDatabase } = await aLog();
    await withDatabase((db) => {
      unguarded(db);
      db.exec(sql);
    });
    expect(await client.audit.check({})).toMatchObject({ firstBad });
  });

  test('a line of another history with the same number is found by the one after it', async () => {
    const { client, folder, setToday, noteId, withDatabase } = await aLog();
    await client.vault.lock({});
    const other = await temporaryFolder();
    for (const name of ['register.db', 'keyring.json']) {
      await copyFile(join(folder, name), join(other, name));
    }
    setToday('2026-11-22');
    await client.vault.unlock({ folder: other, passphrase: testPassphrase });
    const { items } = await client.audit.list({ limit: 1 });
    await client.vault.lock({});
    const keys = await keysOf(other, { passphrase: testPassphrase });
    const db = openDatabase(databasePath(other), keys?.general ?? Buffer.alloc(0));
    const seq = items[0]?.seq ?? 0;
    const [line] = db
      .prepare('SELECT at, object_id, mac FROM audit_entry WHERE seq = ?')
      .all<{ at: string; object_id: string; mac: string }>([seq]);
    db.close();
    setToday('2026-11-21');
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    await client.notes.get({ id: noteId });
    await withDatabase((mine) => {
      unguarded(mine);
      mine
        .prepare('UPDATE audit_entry SET at = ?, object_id = ?, mac = ? WHERE seq = ?')
        .run([line?.at ?? '', line?.object_id ?? '', line?.mac ?? '', seq]);
    });
    expect(await client.audit.check({})).toMatchObject({ firstBad: seq + 1 });
  });

  test('a database put back to an older state is noticed at the unlock, and opens', async () => {
    const { client, folder, noteId, reopen } = await aLog();
    await client.vault.lock({});
    const copy = `${databasePath(folder)}.copy`;
    await copyFile(databasePath(folder), copy);
    expect((await reopen()).isRolledBack).toBe(false);
    await client.notes.get({ id: noteId });
    await client.vault.lock({});
    await copyFile(copy, databasePath(folder));
    const session = await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect(session.isRolledBack).toBe(true);
    expect((await client.audit.list({})).items.map((one) => one.action)).toContain(
      'register.rolledBack',
    );
    expect(await client.audit.check({})).toMatchObject({ isRolledBack: true });
  });

  test('the last lines cut off are noticed at the unlock', async () => {
    const { withDatabase } = await aLog();
    const session = await withDatabase((db) => {
      unguarded(db);
      db.exec('DELETE FROM audit_entry WHERE seq > 1');
    });
    expect(session.isRolledBack).toBe(true);
  });

  test('survives the renewal of the keys as one chain', async () => {
    const { client } = await aLog();
    const { id } = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: theirs });
    await client.users.remove({ id });
    const { items } = await client.audit.list({});
    expect(items.slice(0, 2).map(({ action, objectId }) => [action, objectId])).toEqual([
      ['users.remove', id],
      ['users.add', undefined],
    ]);
    expect((await client.audit.check({})).firstBad).toBeUndefined();
  });

  test('a clock that went back is a line of its own', async () => {
    const { client, setToday, noteId } = await aLog();
    setToday('2025-01-01');
    await client.notes.get({ id: noteId });
    const { items } = await client.audit.list({});
    expect(items.slice(0, 2).map((one) => one.action)).toEqual(['notes.get', 'clock.wentBack']);
  });
});
