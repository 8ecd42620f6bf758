import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import type { DraftKey } from '#domain/drafts/draft.ts';
import { aPerson } from '../support/factories.ts';
import { keysOf } from '../support/keys-of.ts';
import { createRegister, openCore, testPassphrase } from '../support/open-core.ts';

const key: DraftKey = { form: 'person', subjectId: 'new' };
const words = 'Zerbinatova racconta della traversata';
const content = JSON.stringify({ values: { note: words } });

describe('drafts', () => {
  test('come back exactly after locking, and are in no file in clear', async () => {
    const { client, folder } = await openCore();
    await client.drafts.save({ ...key, content: JSON.stringify({ values: { note: 'first' } }) });
    await client.drafts.save({ ...key, content });
    await client.vault.lock({});
    for (const name of await readdir(folder)) {
      expect((await readFile(join(folder, name))).includes('Zerbinatova'), name).toBe(false);
    }
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect(await client.drafts.get(key)).toEqual({
      draft: { content, changedAt: '2026-11-21T10:00:00.000Z' },
    });
  });

  test('are gone when they were saved or given up, and one that is not there is no error', async () => {
    const { client } = await openCore();
    await client.drafts.save({ ...key, content });
    await client.drafts.remove(key);
    await client.drafts.remove(key);
    expect(await client.drafts.get(key)).toEqual({ draft: null });
  });

  test('belong to the user who wrote them', async () => {
    const { client, folder } = await openCore();
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.drafts.save({ ...key, content });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'altra', passphrase });
    expect(await client.drafts.get(key)).toEqual({ draft: null });
    expect(await client.drafts.list({})).toEqual({ items: [] });
    await client.drafts.remove(key);
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'giulia', passphrase: testPassphrase });
    expect((await client.drafts.get(key)).draft).not.toBeNull();
  });

  test('go with the user who is removed', async () => {
    const { client, folder } = await openCore();
    const passphrase = 'altra frase per altra persona';
    const { id } = await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'altra', passphrase });
    await client.drafts.save({ ...key, content });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'giulia', passphrase: testPassphrase });
    await client.users.remove({ id });
    await client.vault.lock({});
    const keys = await keysOf(folder, { passphrase: testPassphrase, name: 'giulia' });
    const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
    expect(db.prepare('SELECT * FROM draft').all()).toEqual([]);
    db.close();
  });

  test('are listed with the person they are about, newest first', async () => {
    const t = await openCore();
    const { client } = t;
    const { id: personId } = await client.people.create(aPerson());
    await client.drafts.save({ ...key, content });
    t.setToday('2026-11-22');
    await client.drafts.save({ form: 'need', subjectId: `${personId}:LEG`, personId, content });
    const { items } = await client.drafts.list({});
    expect(items).toMatchObject([
      { form: 'need', personId, listedName: 'Warsame Amina' },
      { form: 'person', subjectId: 'new' },
    ]);
    expect(JSON.stringify(items)).not.toContain('Zerbinatova');
  });

  test.each(['note', 'specificNeed'] as const)(
    'of a %s are sealed for their writer, inside the register as well',
    async (form) => {
      const { client, folder } = await openCore();
      const { id: personId } = await client.people.create(aPerson());
      const note: DraftKey = { form, subjectId: personId };
      await client.drafts.save({ ...note, personId, content });
      expect(await client.drafts.get(note)).toMatchObject({ draft: { content } });
      await client.vault.lock({});
      const keys = await keysOf(folder, { passphrase: testPassphrase });
      const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
      const [row] = db.prepare('SELECT content FROM draft').all() as { content: string }[];
      expect(row?.content.length).toBeGreaterThan(words.length);
      expect(Buffer.from(row?.content ?? '', 'base64').includes('Zerbinatova')).toBe(false);
      expect(row?.content).not.toContain('Zerbinatova');
      // Moved to another form, or to another subject, the same bytes open nothing.
      db.exec(`UPDATE draft SET subject_id = '${personId}:2'`);
      db.close();
      await client.vault.unlock({ folder, passphrase: testPassphrase });
      expect(await client.drafts.get({ ...note, subjectId: `${personId}:2` })).toEqual({
        draft: null,
      });
      await client.drafts.save({ ...note, personId, content });
      expect(await client.drafts.get(note)).toMatchObject({ draft: { content } });
    },
  );

  test('of a note come back in the session that made the register, too', async () => {
    const { client } = await createRegister();
    const { id: personId } = await client.people.create(aPerson());
    const note: DraftKey = { form: 'note', subjectId: personId };
    await client.drafts.save({ ...note, personId, content });
    expect(await client.drafts.get(note)).toMatchObject({ draft: { content } });
  });

  test('stay small, name a form we have, and a person who is there', async () => {
    const { client } = await openCore();
    const long = `"${'x'.repeat(200_000)}"`;
    const code = (name: string) => ({ code: name });
    await expect(client.drafts.save({ ...key, content: long })).rejects.toMatchObject(
      code('invalid_input'),
    );
    await expect(
      client.drafts.save({ ...key, subjectId: "x' OR 1=1", content }),
    ).rejects.toMatchObject(code('invalid_input'));
    const personId = '0192f0c1-0000-7000-8000-000000000000';
    await expect(client.drafts.save({ ...key, personId, content })).rejects.toMatchObject(
      code('not_found'),
    );
  });
});
