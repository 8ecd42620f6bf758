import { describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { decryptedPages, foundIn } from '../support/decrypted-pages.ts';
import { aPerson } from '../support/factories.ts';
import { keysOf } from '../support/keys-of.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

const NOTE = 'Zerbinotta: visita dal medico legale';
const need = { code: 'TR-PI', recordedOn: '2026-11-20', note: NOTE };
const amals = 'frase di amal per entrare';

async function theDesk() {
  const t = await openCore();
  const { client, folder } = t;
  const amal = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: personId } = await client.people.create(aPerson());
  const open = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  return {
    ...t,
    personId,
    amal: amal.id,
    asGiulia: () => open('giulia', testPassphrase),
    asAmal: () => open('amal', amals),
    codes: async () =>
      (await client.specificNeeds.list({ personId })).items.map((item) => item.need.code),
  };
}

/** Everything a volunteer can read with their own passphrase and another program. */
async function pagesForAmal(folder: string): Promise<Buffer> {
  const keys = await keysOf(folder, { name: 'amal', passphrase: amals });
  return decryptedPages(databasePath(folder), keys?.general ?? Buffer.alloc(0));
}

async function inTheFile(
  folder: string,
  work: (db: ReturnType<typeof openDatabase>) => void,
): Promise<void> {
  const keys = await keysOf(folder, { name: 'amal', passphrase: amals });
  const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
  work(db);
  db.close();
}

describe('a specific need that says too much', () => {
  test('stands in the file only sealed, and opens for those named on the case', async () => {
    const t = await theDesk();
    const { client, personId } = t;
    await client.specificNeeds.record({ personId, need });
    await client.specificNeeds.record({ personId, need: { code: 'SP', recordedOn: '2026-11-20' } });
    expect((await client.specificNeeds.list({ personId })).items).toMatchObject([
      { need: { code: 'SP' }, tier: 'desk' },
      { need, tier: 'restricted' },
    ]);
    await t.asAmal();
    expect(await t.codes()).toEqual(['SP']);
    await client.vault.lock({});
    expect(foundIn(await pagesForAmal(t.folder), ['TR-PI', NOTE])).toEqual([]);

    await t.asGiulia();
    await client.caseAccess.grant({ personId, userId: t.amal });
    await t.asAmal();
    expect(await t.codes()).toEqual(['SP', 'TR-PI']);
    await client.specificNeeds.record({ personId, need: { ...need, code: 'SV-VF' } });
    // What is known of one case tells nothing of everybody.
    await expect(
      client.people.list({ conditions: [{ field: 'specificNeed', values: ['TR-PI'] }] }),
    ).rejects.toMatchObject({ code: 'role_missing' });

    await t.asGiulia();
    await client.caseAccess.revoke({ personId, userId: t.amal });
    expect(await t.codes()).toEqual(['SV-VF', 'SP', 'TR-PI']);
    await t.asAmal();
    expect(await t.codes()).toEqual(['SP']);
  });

  test('recorded before there were seals is sealed when a coordinator unlocks', async () => {
    const t = await theDesk();
    const { client, personId } = t;
    const { id } = await client.specificNeeds.record({
      personId,
      need: { code: 'CR-CC', recordedOn: '2026-11-20', note: NOTE },
    });
    await client.vault.lock({});
    await inTheFile(t.folder, (db) =>
      db.prepare("UPDATE specific_need SET code = 'TR-PI' WHERE id = ?").run([id]),
    );
    expect(foundIn(await pagesForAmal(t.folder), ['TR-PI', NOTE])).toHaveLength(2);
    await client.vault.unlock({ folder: t.folder, name: 'amal', passphrase: amals });
    expect(await t.codes()).toEqual([]);
    await t.asGiulia();
    expect((await client.specificNeeds.list({ personId })).items).toMatchObject([{ need }]);
    await client.vault.lock({});
    expect(foundIn(await pagesForAmal(t.folder), ['TR-PI', NOTE])).toEqual([]);
  });

  test('is found, shown in its column and told to the person by a coordinator', async () => {
    const t = await theDesk();
    const { client, personId } = t;
    const { id } = await client.specificNeeds.record({ personId, need });
    const conditions = [{ field: 'specificNeed' as const, values: ['TR-PI'] }];
    const list = () => client.people.list({ conditions, columns: ['specificNeeds'] });
    expect((await list()).items).toMatchObject([{ cells: { specificNeeds: ['TR-PI'] } }]);
    const bytes = await t.saved((grant) =>
      client.personCopies.save({ personId, language: 'it', format: 'json', grant }),
    );
    const copy = JSON.parse(new TextDecoder().decode(bytes));
    expect(copy.sections.specificNeeds).toEqual([
      { on: '2026-11-20', specificNeed: 'TR-PI', note: NOTE },
    ]);
    await client.specificNeeds.close({ id, endedOn: '2026-11-21' });
    expect((await list()).items).toEqual([]);
  });

  test('moved to another row is noticed', async () => {
    const t = await theDesk();
    const { client, personId } = t;
    const { id: otherId } = await client.people.create(aPerson());
    const first = await client.specificNeeds.record({ personId, need });
    const second = await client.specificNeeds.record({ personId: otherId, need });
    await client.vault.lock({});
    await inTheFile(t.folder, (db) =>
      db
        .prepare(
          `UPDATE specific_need SET sealed = (SELECT sealed FROM specific_need WHERE id = ?)
           WHERE id = ?`,
        )
        .run([second.id, first.id]),
    );
    await t.asGiulia();
    await expect(client.specificNeeds.list({ personId })).rejects.toMatchObject({
      code: 'register_damaged',
    });
  });
});
