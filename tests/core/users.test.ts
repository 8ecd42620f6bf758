import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InputOf } from '#api/contract.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aPerson } from '../support/factories.ts';
import { currentKeyring, keysOf } from '../support/keys-of.ts';
import { openCore, startCore, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Role = InputOf<typeof import('#api/users.ts').userProcedures, 'users.add'>['role'];

const theirs = 'altra frase per altra persona';

/** A register with Giulia, who coordinates, and somebody else. */
async function twoUsers(role: Role = 'volunteer', name = 'Amal Hassan') {
  const test = await openCore();
  const { id, signInName } = await test.client.users.add({ name, role, passphrase: theirs });
  const { client, folder } = test;
  const asGiulia = async () => {
    await client.vault.lock({});
    return client.vault.unlock({ folder, name: 'giulia', passphrase: testPassphrase });
  };
  const asOther = async (passphrase = theirs) => {
    await client.vault.lock({});
    return client.vault.unlock({ folder, name: signInName, passphrase });
  };
  return { ...test, id, signInName, asGiulia, asOther };
}

describe('several people at one door', () => {
  test('alone nobody is asked for a name; together everybody is', async () => {
    const { client, folder } = await openCore();
    expect(await client.vault.status({ folder })).toMatchObject({ asksForName: false });
    await client.users.add({ name: 'Amal Hassan', role: 'volunteer', passphrase: theirs });
    expect(await client.vault.status({ folder })).toMatchObject({ asksForName: true });
  });

  test('each opens with their own name and passphrase, however the name is typed', async () => {
    const { client, folder, asGiulia, asOther } = await twoUsers('mediator', 'Ámal Hassan');
    expect((await asOther()).user).toMatchObject({ name: 'Ámal Hassan', role: 'mediator' });
    await client.vault.lock({});
    const typed = { folder, name: '  AMAL ', passphrase: theirs };
    expect((await client.vault.unlock(typed)).user.role).toBe('mediator');
    expect((await asGiulia()).user.role).toBe('coordinator');
  });

  test('an unknown name, a wrong passphrase and somebody else’s are answered alike', async () => {
    const { core, client, folder, wait } = await twoUsers();
    await client.vault.lock({});
    for (const wrong of [
      { name: 'nessuno', passphrase: theirs },
      { name: 'amal', passphrase: 'una frase che non è la sua' },
      { name: 'amal', passphrase: `${testPassphrase} no` },
      { passphrase: theirs },
    ]) {
      const answer = await core.dispatch('vault.unlock', { folder, ...wrong });
      expect(answer).toMatchObject({ ok: false, error: { code: 'wrong_passphrase' } });
      wait(300);
    }
  });

  test('the first user’s name becomes part of the secret once it was typed', async () => {
    const { client, folder, asGiulia, wait } = await twoUsers();
    await asGiulia();
    await client.vault.lock({});
    await expect(client.vault.unlock({ folder, passphrase: testPassphrase })).rejects.toMatchObject(
      {
        code: 'wrong_passphrase',
      },
    );
    wait(1);
    await expect(asGiulia()).resolves.toBeDefined();
  });

  test('whoever is left alone still gets in with the name that is part of their secret', async () => {
    const { client, folder, id, asGiulia } = await twoUsers();
    await asGiulia();
    await client.users.remove({ id });
    await client.vault.lock({});
    expect(await client.vault.status({ folder })).toMatchObject({ asksForName: true });
    await expect(asGiulia()).resolves.toBeDefined();
  });

  test('two people with one first name get different names for the door', async () => {
    const { client } = await twoUsers();
    const again = { name: 'Amal Yusuf', role: 'volunteer' as const, passphrase: theirs };
    expect((await client.users.add(again)).signInName).toBe('amal yusuf');
    await expect(client.users.add({ ...again, signInName: 'Amál' })).rejects.toMatchObject({
      code: 'sign_in_name_taken',
    });
  });

  test('the list says who, with which role, and when they were here last', async () => {
    const { client, asGiulia, asOther, setToday } = await twoUsers();
    const before = (await client.users.list({})).items.find((one) => one.signInName === 'amal');
    expect(before).toMatchObject({ state: 'active', role: 'volunteer', name: 'Amal Hassan' });
    expect(before?.lastUnlockedAt).toBeUndefined();
    setToday('2026-12-01');
    await asOther();
    await asGiulia();
    const after = (await client.users.list({})).items.find((one) => one.signInName === 'amal');
    expect(after?.lastUnlockedAt).toMatch(/^2026-12-01/);
  });
});

describe('passphrases', () => {
  test('somebody changes their own, and the old one stops working', async () => {
    const { client, asOther, wait } = await twoUsers();
    await asOther();
    const passphrase = 'una frase nuova e solo mia';
    await client.users.changePassphrase({ current: theirs, passphrase });
    await expect(asOther()).rejects.toMatchObject({ code: 'wrong_passphrase' });
    wait(1);
    await expect(asOther(passphrase)).resolves.toBeDefined();
  });

  test('a wrong current passphrase changes nothing', async () => {
    const { client, folder, asOther } = await twoUsers();
    await asOther();
    const before = await readFile(join(folder, 'keyring.json'), 'utf8');
    await expect(
      client.users.changePassphrase({ current: 'non è questa', passphrase: 'frase nuova lunga' }),
    ).rejects.toMatchObject({ code: 'wrong_passphrase' });
    expect(await readFile(join(folder, 'keyring.json'), 'utf8')).toBe(before);
  });

  test('a coordinator gives somebody who forgot theirs a new one', async () => {
    const { client, id, asOther, wait } = await twoUsers();
    await client.users.reset({ id, passphrase: 'cinque parole prese dal foglio' });
    await expect(asOther()).rejects.toMatchObject({ code: 'wrong_passphrase' });
    wait(1);
    await expect(asOther('cinque parole prese dal foglio')).resolves.toBeDefined();
  });

  test('a slot that costs less than it should is made dearer at the next unlock', async () => {
    const { client, folder } = await openCore();
    await client.vault.lock({});
    const costs = async () =>
      (await currentKeyring(folder)).slots.flatMap((slot) =>
        slot.type === 'passphrase' ? [slot.cost.memoryKiB] : [],
      );
    expect(await costs()).toEqual([65536]);
    const dearer = await startCore({
      folder,
      cost: { memoryKiB: 131072, passes: 3, lanes: 4 },
    });
    await dearer.client.vault.unlock({ folder, passphrase: testPassphrase });
    expect(await costs()).toEqual([131072]);
    await dearer.client.vault.lock({});
    // And never cheaper again, whatever this computer would choose.
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect(await costs()).toEqual([131072]);
  });
});

describe('taking access away', () => {
  test('a suspended user does not get in, and does again afterwards', async () => {
    const { client, id, asGiulia, asOther } = await twoUsers();
    await client.users.suspend({ id });
    expect((await client.users.list({})).items).toContainEqual(
      expect.objectContaining({ id, state: 'suspended' }),
    );
    await expect(asOther()).rejects.toMatchObject({ code: 'user_suspended' });
    await asGiulia();
    await client.users.resume({ id });
    await expect(asOther()).resolves.toBeDefined();
  });

  test('a removed user gets in neither with the keyring of before nor with its keys', async () => {
    const { client, folder, id, asGiulia, asOther } = await twoUsers();
    const { id: personId } = await client.people.create(aPerson());
    await asOther();
    await asGiulia();
    const copy = join(await temporaryFolder(), 'keyring.json');
    await copyFile(join(folder, 'keyring.json'), copy);
    const kept = await keysOf(folder, { name: 'amal', passphrase: theirs });
    expect(kept?.general).toHaveLength(32);
    await client.users.remove({ id });
    expect((await client.people.get({ id: personId })).details.sex).toBe('female');
    await client.vault.lock({});
    expect(() => openDatabase(databasePath(folder), kept?.general ?? Buffer.alloc(32))).toThrow(
      expect.objectContaining({ code: 'register_foreign' }),
    );
    expect(await keysOf(folder, { name: 'amal', passphrase: theirs })).toBeUndefined();
    await writeFile(join(folder, 'keyring.json'), await readFile(copy));
    const stranger = await startCore({ folder });
    await expect(
      stranger.client.vault.unlock({ folder, name: 'amal', passphrase: theirs }),
    ).rejects.toMatchObject({ code: 'register_foreign' });
  });

  test('nobody else notices: the others and the recovery key open as before', async () => {
    const { client, folder, id, asGiulia, recoveryKey } = await twoUsers();
    const third = {
      name: 'Omar Said',
      role: 'volunteer' as const,
      passphrase: 'frase di omar soltanto',
    };
    await client.users.add(third);
    const { id: personId } = await client.people.create(aPerson());
    const before = (await currentKeyring(folder)).generation;
    await client.users.remove({ id });
    const keyring = await currentKeyring(folder);
    expect(keyring.generation).toBe(before + 1);
    expect(keyring.renewal).toBeUndefined();
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'omar', passphrase: third.passphrase });
    await expect(client.people.get({ id: personId })).resolves.toBeDefined();
    await asGiulia();
    await client.vault.lock({});
    await client.vault.recover({
      folder,
      recoveryKey: recoveryKey.join(' '),
      passphrase: 'frase dopo il recupero',
    });
    await expect(client.people.get({ id: personId })).resolves.toBeDefined();
    await client.vault.lock({});
    const again = { folder, name: 'giulia', passphrase: 'frase dopo il recupero' };
    expect((await client.vault.unlock(again)).user.name).toBe('Giulia Ferraris');
  });

  test('a removed user’s name stays beside what they wrote', async () => {
    const { client, id, asGiulia, asOther } = await twoUsers();
    await asOther();
    const { id: personId } = await client.people.create(aPerson());
    await asGiulia();
    await client.users.remove({ id });
    expect((await client.people.get({ id: personId })).changedBy).toBe('Amal Hassan');
    expect((await client.users.list({})).items.map((one) => one.name)).toEqual(['Giulia Ferraris']);
  });

  test('copies made before a change of schema go with the old key', async () => {
    const { client, folder, id } = await twoUsers();
    const copy = join(folder, 'register.db.before-v3');
    await copyFile(databasePath(folder), copy);
    await client.users.remove({ id });
    await expect(readFile(copy)).rejects.toThrow(/ENOENT/);
  });
});

describe('coordinators', () => {
  test('nobody suspends, removes or demotes themselves, so one who coordinates is always left', async () => {
    const { client, id } = await twoUsers('coordinator');
    await client.users.suspend({ id });
    const giulia = (await client.users.list({})).items.find((one) => one.id !== id)?.id ?? '';
    for (const refused of [
      // One's own passphrase is changed by saying the former one.
      client.users.reset({ id: giulia, passphrase: 'frase di chi trova aperto' }),
      client.users.suspend({ id: giulia }),
      client.users.remove({ id: giulia }),
      client.users.changeRole({ id: giulia, role: 'volunteer' }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'not_yourself' });
    }
  });

  test('becoming one gives the restricted key, ceasing to be one takes it away for good', async () => {
    const { client, folder, id, asGiulia, asOther } = await twoUsers();
    const other = { name: 'amal', passphrase: theirs };
    expect((await keysOf(folder, other))?.restricted).toBeUndefined();
    await client.users.changeRole({ id, role: 'coordinator' });
    const asCoordinator = await keysOf(folder, other);
    expect(asCoordinator?.restricted).toHaveLength(32);
    expect((await asOther()).user.role).toBe('coordinator');
    await asGiulia();
    await client.users.changeRole({ id, role: 'mediator' });
    const demoted = await keysOf(folder, other);
    expect(demoted?.restricted).toBeUndefined();
    const giulias = await keysOf(folder, { name: 'giulia', passphrase: testPassphrase });
    expect(giulias?.restricted?.equals(asCoordinator?.restricted ?? Buffer.alloc(0))).toBe(false);
    expect((await asOther()).user.role).toBe('mediator');
  });
});

describe('the language of the program', () => {
  test('is everybody’s own, and unknown until they choose', async () => {
    const { client, asGiulia, asOther } = await twoUsers();
    expect((await client.vault.session({})).user.language).toBeUndefined();
    await client.users.chooseLanguage({ language: 'fr' });
    expect((await asOther()).user.language).toBeUndefined();
    await client.users.chooseLanguage({ language: 'ar' });
    expect((await asGiulia()).user.language).toBe('fr');
    expect((await asOther()).user.language).toBe('ar');
  });

  test('of a later version is none to this one', async () => {
    const { core, client, folder, asGiulia } = await twoUsers();
    const { user } = await client.vault.session({});
    const keys = await keysOf(folder, { name: 'giulia', passphrase: testPassphrase });
    await client.vault.lock({});
    if (!keys) throw new Error('no keys for Giulia');
    const sqlite = openDatabase(databasePath(folder), keys.general);
    sqlite.prepare('UPDATE user SET language = ? WHERE id = ?').run(['tlh', user.id]);
    sqlite.close();
    expect((await asGiulia()).user.language).toBeUndefined();
    expect(await core.dispatch('users.chooseLanguage', { language: 'tlh' })).toMatchObject({
      ok: false,
    });
  });
});
