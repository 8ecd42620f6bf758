import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openChunks } from '#core/attachments/sealed-chunks.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aPerson } from '../../support/factories.ts';
import { keysOf } from '../../support/keys-of.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';

const SECRET = 'Referto di Quisquilia Zerbinotti';
const amals = 'frase di amal per entrare';

async function theDesk() {
  const t = await openCore();
  const { client, folder } = t;
  const amal = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: personId } = await client.people.create(aPerson());
  const bytes = aPdf(9_000);
  bytes.write(SECRET, 500, 'latin1');
  const { id } = await client.attachments.add({
    personId,
    fileName: `${SECRET}.pdf`,
    bytes,
    isRestricted: true,
  });
  const open = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  return {
    ...t,
    personId,
    id,
    bytes,
    amal: amal.id,
    asGiulia: () => open('giulia', testPassphrase),
    asAmal: () => open('amal', amals),
  };
}

const refused = { code: 'restricted_no_access' };

test('a restricted paper is there for those named on the case alone, until they are taken off', async () => {
  const t = await theDesk();
  const { client, personId, id } = t;
  const details = {
    title: SECRET,
    kind: 'medical',
    original: 'seen' as const,
    isPortrait: false,
    expiresOn: '2027-01-01',
  };
  await client.attachments.save({ id, details });
  const [mine] = (await client.attachments.list({ personId })).items;
  expect(mine).toMatchObject({ tier: 'restricted', details, fileName: `${SECRET}.pdf` });
  expect(Buffer.from((await client.attachments.get({ id })).bytes).equals(t.bytes)).toBe(true);

  await t.asAmal();
  const [hers] = (await client.attachments.list({ personId })).items;
  expect(hers).toMatchObject({ tier: 'withheld', fileName: '' });
  expect(JSON.stringify(hers)).not.toMatch(/Zerbinotti|medical|2027/);
  const outside = t.saved((grant) => client.attachments.export({ id, grant }));
  await expect(outside).rejects.toMatchObject(refused);
  await expect(client.attachments.get({ id })).rejects.toMatchObject(refused);
  await expect(client.attachments.save({ id, details })).rejects.toMatchObject(refused);
  await expect(client.attachments.remove({ id })).rejects.toMatchObject(refused);
  const another = { personId, fileName: 'x.pdf', bytes: aPdf(), isRestricted: true };
  await expect(client.attachments.add(another)).rejects.toMatchObject(refused);

  await t.asGiulia();
  await client.caseAccess.grant({ personId, userId: t.amal });
  await t.asAmal();
  expect((await client.attachments.get({ id })).bytes).toHaveLength(9_000);
  await t.asGiulia();
  await client.caseAccess.revoke({ personId, userId: t.amal });
  expect((await client.attachments.get({ id })).bytes).toHaveLength(9_000);
  await t.asAmal();
  await expect(client.attachments.get({ id })).rejects.toMatchObject(refused);
}, 60_000);

test('with the general key alone it is cipher text, in the register and beside it', async () => {
  const t = await theDesk();
  await t.client.attachments.saveThumbnail({ id: t.id, bytes: aPdf(100) });
  await t.client.vault.lock({});
  const keys = await keysOf(t.folder, { name: 'amal', passphrase: amals });
  const db = openDatabase(databasePath(t.folder), keys?.general ?? Buffer.alloc(0));
  const [row] = db.prepare('SELECT * FROM attachment').all<Record<string, string>>();
  const [content] = db
    .prepare('SELECT * FROM attachment_content')
    .all<{ bytes: null; file_key: Uint8Array<ArrayBuffer>; thumbnail: null }>();
  db.close();
  const told = Object.values(row ?? {}).map((value) =>
    Buffer.from(String(value)).toString('latin1'),
  );
  expect(told.join(' ')).not.toMatch(/Zerbinotti|medical/);
  expect(content).toMatchObject({ bytes: null, thumbnail: null });
  const [name = ''] = await readdir(join(t.folder, 'att'));
  const file = await readFile(join(t.folder, 'att', name));
  // The half of the key that stands in the row does not open the file.
  expect(openChunks(content?.file_key ?? Buffer.alloc(32), file, t.id)).toBeUndefined();
});

test('the diary tells of papers that are filed, and of a restricted one not even that it is there', async () => {
  const { client, personId } = await theDesk();
  await client.attachments.add({ personId, fileName: 'permesso.pdf', bytes: aPdf() });
  const { items } = await client.diary.list({ personId, kinds: ['document'] });
  expect(items).toMatchObject([{ summaryKey: 'document.added', params: { what: 'permesso' } }]);
});
