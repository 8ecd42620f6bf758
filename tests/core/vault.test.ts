import { copyFile, mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aPerson } from '../support/factories.ts';
import { keysOf } from '../support/keys-of.ts';
import {
  confirmRecoveryKey,
  createRegister,
  openCore,
  startCore,
  testPassphrase,
} from '../support/open-core.ts';
import { aPdf } from '../support/papers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const wanted = (folder: string) => ({
  folder,
  passphrase: testPassphrase,
  userName: 'Giulia',
  association: { name: 'Associazione Prova', casePrefix: 'PRV' },
});

async function closedRegister(open = openCore) {
  const test = await open();
  await test.client.vault.lock({});
  return test;
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')]),
    ),
  );
}

describe('creating a register', () => {
  test('makes a folder inside the chosen one and opens the register', async () => {
    const { client, folder } = await startCore();
    const made = await client.vault.create({
      ...wanted(folder),
      newFolderName: 'Registro Approdo',
    });
    expect(made.folder).toBe(join(folder, 'Registro Approdo'));
    expect(made.recoveryKey.groups).toHaveLength(9);
    expect(await client.vault.session({})).toMatchObject({ recoveryConfirmed: false });
  });

  test('keeps the files for their owner alone', async () => {
    const { folder, client } = await createRegister();
    const { id: personId } = await client.people.create(aPerson());
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes: aPdf(400_000) });
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    const names = await readdir(folder, { recursive: true });
    expect(names).toEqual(expect.arrayContaining(['register.db', 'keyring.json', 'att']));
    expect(names.some((name) => name.endsWith('.bin'))).toBe(true);
    for (const name of ['.', ...names]) {
      expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0);
    }
  });

  test('refuses a folder with other files and touches nothing in it', async () => {
    const { client, folder } = await startCore();
    await writeFile(join(folder, 'tesi.docx'), 'important');
    const before = await contents(folder);
    await expect(client.vault.create(wanted(folder))).rejects.toMatchObject({
      code: 'folder_not_empty',
    });
    expect(await contents(folder)).toEqual(before);
  });

  test('refuses a folder that holds a register and overwrites nothing', async () => {
    const { client, folder } = await closedRegister();
    const before = await contents(folder);
    await expect(client.vault.create(wanted(folder))).rejects.toMatchObject({
      code: 'register_exists',
    });
    expect(await contents(folder)).toEqual(before);
  });

  test('refuses a folder whose parent does not exist', async () => {
    const { client, folder } = await startCore();
    const missing = join(folder, 'no', 'such', 'place');
    await expect(client.vault.create(wanted(missing))).rejects.toMatchObject({
      code: 'folder_missing',
    });
  });

  test('refuses a short passphrase and names the field only', async () => {
    const { core, folder } = await startCore();
    const result = await core.dispatch('vault.create', { ...wanted(folder), passphrase: 'corta' });
    expect(result).toEqual({
      ok: false,
      error: { code: 'invalid_input', details: { fields: ['passphrase'] } },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('takes no people before two groups of the recovery key were typed back', async () => {
    const { client, folder } = await startCore();
    const { recoveryKey } = await client.vault.create(wanted(folder));
    const register = () => client.people.create(aPerson());
    await expect(register()).rejects.toMatchObject({ code: 'recovery_not_confirmed' });
    const wrong = recoveryKey.confirm.map((position) => ({ position, value: 'AAAA' }));
    await expect(client.vault.confirmRecoveryKey({ groups: wrong })).rejects.toMatchObject({
      code: 'recovery_groups_wrong',
    });
    const [first] = recoveryKey.confirm;
    const twice = [first, first].map((position = 0) => ({
      position,
      value: recoveryKey.groups[position] ?? '',
    }));
    await expect(client.vault.confirmRecoveryKey({ groups: twice })).rejects.toMatchObject({
      code: 'recovery_groups_wrong',
    });
    await confirmRecoveryKey(client, recoveryKey);
    await expect(register()).resolves.toBeDefined();
  });

  test('suggests five words that are different every time', async () => {
    const { client } = await startCore();
    const suggest = () => client.vault.suggestPassphrase({ language: 'it', words: 5 });
    const [one, two] = [await suggest(), await suggest()];
    expect(one.passphrase.split(' ')).toHaveLength(5);
    expect(one.bits).toBeGreaterThanOrEqual(55);
    expect(one.passphrase).not.toBe(two.passphrase);
  });
});

describe('unlocking', () => {
  test('gives back what was written', async () => {
    const { client, folder } = await openCore();
    const { id } = await client.people.create(aPerson());
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect((await client.people.get({ id })).details).toMatchObject(aPerson());
  });

  test('takes the passphrase however its spaces and letters are composed', async () => {
    const { client, folder } = await startCore();
    const composed = 'perché sì così città è più';
    await client.vault.create({ ...wanted(folder), passphrase: composed });
    await client.vault.lock({});
    const typed = `  ${composed.normalize('NFD').replaceAll(' ', '  ')} `;
    await expect(client.vault.unlock({ folder, passphrase: typed })).resolves.toBeDefined();
  });

  test('refuses a wrong passphrase and stays usable', async () => {
    const { client, folder, wait } = await closedRegister();
    const wrong = { folder, passphrase: `${testPassphrase}x` };
    await expect(client.vault.unlock(wrong)).rejects.toMatchObject({ code: 'wrong_passphrase' });
    wait(1);
    await expect(
      client.vault.unlock({ folder, passphrase: testPassphrase }),
    ).resolves.toBeDefined();
  });

  test('is refused while another process has the register open', async () => {
    const { folder } = await openCore();
    const other = await startCore({ folder });
    await expect(
      other.client.vault.unlock({ folder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'register_in_use' });
  });

  test('with the recovery key sets a new passphrase and ends the old one', async () => {
    const { client, folder, recoveryKey, wait } = await openCore();
    const { id } = await client.people.create(aPerson());
    await client.vault.lock({});
    const passphrase = 'una frase tutta nuova';
    const typed = recoveryKey.join('-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    await client.vault.recover({ folder, recoveryKey: typed, passphrase });
    await expect(client.people.get({ id })).resolves.toBeDefined();
    await client.vault.lock({});
    await expect(client.vault.unlock({ folder, passphrase: testPassphrase })).rejects.toMatchObject(
      { code: 'wrong_passphrase' },
    );
    wait(1);
    await expect(client.vault.unlock({ folder, passphrase })).resolves.toBeDefined();
  });

  test('with a renewed recovery key the old one stops working', async () => {
    const { client, folder, recoveryKey } = await openCore();
    const { recoveryKey: renewed } = await client.vault.renewRecoveryKey({});
    await client.vault.lock({});
    const recover = (groups: string[]) =>
      client.vault.recover({
        folder,
        recoveryKey: groups.join(' '),
        passphrase: 'una frase tutta nuova',
      });
    await expect(recover(recoveryKey)).rejects.toMatchObject({ code: 'wrong_recovery_key' });
    await expect(recover(renewed.groups)).resolves.toBeDefined();
  });
});

describe('a folder that is not a sound register', () => {
  const unlock = async (folder: string) => {
    const { client } = await startCore({ folder });
    return client.vault.unlock({ folder, passphrase: testPassphrase });
  };

  test('missing folder, empty folder, other files', async () => {
    const folder = await temporaryFolder();
    await expect(unlock(join(folder, 'gone'))).rejects.toMatchObject({ code: 'folder_missing' });
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_missing' });
    await writeFile(join(folder, 'note.txt'), 'x');
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_missing' });
  });

  test.each([0, 1, 15, 4095])(
    'a file cut to %i bytes is damaged, not a new register',
    async (size) => {
      const { folder } = await closedRegister();
      await truncate(join(folder, 'register.db'), size);
      const before = await contents(folder);
      await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_damaged' });
      expect(await contents(folder)).toEqual(before);
    },
  );

  test('a file that lost its last pages is damaged', async () => {
    const { folder } = await closedRegister();
    const path = join(folder, 'register.db');
    await truncate(path, (await stat(path)).size - 4096);
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_damaged' });
  });

  test('a foreign file is foreign', async () => {
    const { folder } = await closedRegister();
    await writeFile(join(folder, 'register.db'), Buffer.alloc(8192, 'x'));
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_foreign' });
  });

  test('the database of another register is foreign', async () => {
    const one = await closedRegister();
    const two = await closedRegister(createRegister);
    await copyFile(join(two.folder, 'register.db'), join(one.folder, 'register.db'));
    await expect(unlock(one.folder)).rejects.toMatchObject({ code: 'register_foreign' });
  });

  test('a register without its keyring says so', async () => {
    const { folder } = await closedRegister();
    const moved = await temporaryFolder();
    await mkdir(join(moved, 'r'));
    await copyFile(join(folder, 'register.db'), join(moved, 'r', 'register.db'));
    await expect(unlock(join(moved, 'r'))).rejects.toMatchObject({ code: 'keyring_missing' });
  });

  test('a keyring from a newer program is refused', async () => {
    const { folder } = await closedRegister();
    const path = join(folder, 'keyring.json');
    const keyring = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...keyring, format: 3 }));
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_newer' });
  });

  test('a keyring that lost a slot to somebody without the keys is refused', async () => {
    const { folder } = await closedRegister();
    const path = join(folder, 'keyring.json');
    const keyring = JSON.parse(await readFile(path, 'utf8'));
    const slots = keyring.slots.filter((slot: { type: string }) => slot.type === 'passphrase');
    await writeFile(path, JSON.stringify({ ...keyring, slots }));
    await writeFile(`${path}.1`, JSON.stringify({ ...keyring, slots }));
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'keyring_damaged' });
  });

  test('a database that says it belongs to another vault is foreign, even with the right key', async () => {
    const { folder } = await closedRegister();
    const keys = await keysOf(folder, { passphrase: testPassphrase });
    const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
    db.exec("UPDATE register SET vault_id = '0192f3a0-0000-7000-8000-00000000ffff'");
    db.close();
    await expect(unlock(folder)).rejects.toMatchObject({ code: 'register_foreign' });
  });

  test('a broken keyring is replaced by its copy', async () => {
    const { folder, client } = await openCore();
    await client.vault.renewRecoveryKey({});
    await client.vault.lock({});
    await writeFile(join(folder, 'keyring.json'), '{"format":1,');
    await expect(unlock(folder)).resolves.toBeDefined();
  });
});

describe('the calls of a locked register', () => {
  test('are refused one by one, and the core lives on', async () => {
    const { core } = await startCore();
    expect(await core.dispatch('people.list', {})).toEqual({
      ok: false,
      error: { code: 'register_locked' },
    });
    expect(await core.dispatch('people.shred', {})).toEqual({
      ok: false,
      error: { code: 'unknown_procedure' },
    });
    expect(await core.dispatch('__proto__', {})).toMatchObject({
      error: { code: 'unknown_procedure' },
    });
    expect(await core.dispatch('vault.status', { folder: 7 })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(await core.dispatch('vault.status', {})).toMatchObject({ ok: true });
  });
});
