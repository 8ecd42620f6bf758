import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import { decryptedPages } from './decrypted-pages.ts';
import { fillEverywhere } from './everywhere.ts';
import { aName, anOffice, aPerson } from './factories.ts';
import { currentKeyring, keysOf } from './keys-of.ts';
import { type OpenCore, testPassphrase } from './open-core.ts';

/** Names nobody else has, in four scripts. */
export const names: PersonName[] = [
  aName('Zufrixela', 'Quandovari'),
  aName('ظفركسيلا', 'قندوفاري', { kind: 'legal' }),
  aName('ዙፍሪክሰላ', 'ቋንዶቫሪ', { kind: 'used' }),
  aName('Зуфрикселя', 'Квандовари', { kind: 'alias' }),
];
export const needles = [
  ...names.flatMap(({ given, family }) => [given, family]),
  'ZFRQND94A41Z345W',
  '3489112233',
  'XQ7788990',
];

export async function keyOf(folder: string) {
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  return keys?.general ?? Buffer.alloc(0);
}

/** Works on the file itself, while nobody has it open. */
export async function inTheFile(t: OpenCore, work: (db: ReturnType<typeof openDatabase>) => void) {
  const key = await keyOf(t.folder);
  await t.client.vault.lock({});
  const db = openDatabase(databasePath(t.folder), key);
  work(db);
  db.close();
  await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
}

export const pagesOf = async (t: OpenCore) =>
  decryptedPages(databasePath(t.folder), await keyOf(t.folder));

/** One person with something in every table, and traces of them where others are. */
export async function somebodyEverywhere(t: OpenCore) {
  const { id } = await t.client.people.create(
    aPerson({ names, fiscalCode: 'ZFRQND94A41Z345W', note: 'Parla di Zufrixela Quandovari.' }),
  );
  const { id: otherId } = await t.client.people.create(
    aPerson({ names: [aName('Hamdi', 'Warsame')] }),
  );
  const { id: organisationId } = await t.client.organisations.save(anOffice());
  const { user } = await t.client.vault.session({});
  const who = { personId: id, otherId, userId: user.id, organisationId };
  const words = 'Zufrixela Quandovari 3489112233 XQ7788990 ظفركسيلا قندوفاري';
  await t.client.notes.save({
    personId: id,
    note: { kind: 'other', notedOn: '2026-11-20', text: words },
  });
  const [slot] = (await currentKeyring(t.folder)).slots;
  const publicKey = slot && 'publicKey' in slot ? slot.publicKey : '';
  let unknown: string[] = [];
  await inTheFile(t, (db) => {
    unknown = fillEverywhere(db, { ...who, publicKey, words });
    const one = (sql: string, ...cells: string[]) => db.prepare(sql).run(cells);
    one("UPDATE person_contact SET value = '3489112233' WHERE person_id = ?", id);
    one("UPDATE identity_document SET number = 'XQ7788990' WHERE person_id = ?", id);
  });
  return { id, otherId, organisationId, userId: user.id, unknown, words };
}

export async function propose(
  t: OpenCore,
  personId: string,
  manner: 'erase' | 'anonymise' = 'erase',
) {
  const { id } = await t.client.erasures.start({ personId, manner, ground: 'askedByPerson' });
  return id;
}

/** Comes in by the door on each of these days; stays on the last. */
export async function openOn(
  t: Pick<OpenCore, 'client' | 'folder' | 'setToday'>,
  days: string[],
  name?: string,
): Promise<void> {
  for (const day of days) {
    await t.client.vault.lock({});
    t.setToday(day);
    const { folder } = t;
    const who = name === undefined ? {} : { name };
    await t.client.vault.unlock({ folder, passphrase: testPassphrase, ...who });
  }
}

export const aWeekOfWork = ['2026-11-23', '2026-11-25', '2026-11-28'];

/** As the only coordinator: a week later, with the passphrase. */
export async function eraseAlone(
  t: OpenCore,
  personId: string,
  manner: 'erase' | 'anonymise' = 'erase',
) {
  const id = await propose(t, personId, manner);
  await openOn(t, aWeekOfWork);
  return t.client.erasures.confirm({ id, passphrase: testPassphrase });
}
