import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testPassphrase } from '../../support/open-core.ts';
import { aLargePdf, paperDesk, withDatabase } from '../../support/paper-desk.ts';

describe('removing and sweeping', () => {
  test('removing a paper drops its key and its file', async () => {
    const t = await paperDesk();
    const { id } = await t.add(aLargePdf());
    await t.client.attachments.remove({ id });
    expect(await t.stored()).toEqual([]);
    for (const call of [t.client.attachments.get, t.client.attachments.remove]) {
      await expect(call({ id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('a file that could not be removed goes at the next unlock', async () => {
    const t = await paperDesk();
    await t.add(aLargePdf());
    const [name = ''] = await t.stored();
    // As after a kill between writing the file and saving its row, or between deleting both.
    await t.client.vault.lock({});
    const other = 'ab'.repeat(16);
    await writeFile(join(t.folder, 'att', `${other}.bin`), 'half');
    await writeFile(join(t.folder, 'att', `${other}.bin.part`), 'half');
    await withDatabase(t.folder, `INSERT INTO attachment_leftover VALUES ('${other}')`);
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect(await t.stored()).toEqual([name]);
  });

  test('a step that fails after the file was written leaves no file, and its name was noted before', async () => {
    const t = await paperDesk();
    await t.client.vault.lock({});
    await withDatabase(
      t.folder,
      "CREATE TRIGGER fail BEFORE INSERT ON attachment BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    await expect(t.add(aLargePdf())).rejects.toMatchObject({ code: 'internal' });
    expect(await t.stored()).toEqual([]);
    await t.client.vault.lock({});
    const noted = () => withDatabase(t.folder, 'SELECT stored_as FROM attachment_leftover');
    expect(await noted()).toHaveLength(1);
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    await t.client.vault.lock({});
    expect(await noted()).toEqual([]);
  });

  test('the files of a person who is erased go with them', async () => {
    const t = await paperDesk();
    await t.add(aLargePdf());
    await t.client.vault.lock({});
    await withDatabase(t.folder, 'DELETE FROM person');
    expect(await t.stored()).toHaveLength(1);
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect(await t.stored()).toEqual([]);
  });

  test('a file of which the register knows nothing is left alone', async () => {
    const t = await paperDesk();
    await t.add(aLargePdf());
    await writeFile(join(t.folder, 'att', `${'cd'.repeat(16)}.bin`), 'of a newer copy');
    await t.reopen();
    expect(await t.stored()).toHaveLength(2);
  });

  test('when the file cannot be written, no row and no file stays behind', async () => {
    const t = await paperDesk();
    await t.add(aLargePdf('first'));
    const folder = join(t.folder, 'att');
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'a file where the folder should be');
    await expect(t.add(aLargePdf('second'))).rejects.toMatchObject({ code: 'folder_not_writable' });
    const { items } = await t.client.attachments.list({ personId: t.personId });
    expect(items).toHaveLength(1);
  });
});

describe('a stored file that was touched', () => {
  test('is noticed, and nothing of it is shown or saved', async () => {
    const t = await paperDesk();
    const { id } = await t.add(aLargePdf());
    const path = join(t.folder, 'att', (await t.stored())[0] ?? '');
    const whole = await readFile(path);
    const touched = [
      Buffer.from(whole.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte))),
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.alloc(8)]),
      Buffer.alloc(0),
    ];
    const refused = { code: 'attachment_damaged' };
    for (const bytes of touched) {
      await writeFile(path, bytes);
      await expect(t.client.attachments.get({ id })).rejects.toMatchObject(refused);
    }
    await expect(
      t.saved((grant) => t.client.attachments.export({ id, grant })),
    ).rejects.toMatchObject(refused);
    await writeFile(path, whole);
    await t.client.attachments.get({ id });
    await rm(path);
    await expect(t.client.attachments.get({ id })).rejects.toMatchObject(refused);
  });

  test('two files that change places are noticed', async () => {
    const t = await paperDesk();
    const { id } = await t.add(aLargePdf('one'));
    await t.add(aLargePdf('two'));
    const [a = '', b = ''] = (await t.stored()).map((name) => join(t.folder, 'att', name));
    await rename(a, `${a}.x`);
    await rename(b, a);
    await rename(`${a}.x`, b);
    await expect(t.client.attachments.get({ id })).rejects.toMatchObject({
      code: 'attachment_damaged',
    });
  });
});
