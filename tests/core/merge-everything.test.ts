import { expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { fillEverywhere, tablesOfPerson } from '../support/everywhere.ts';
import { aName, anOffice, aPerson } from '../support/factories.ts';
import { currentKeyring, keysOf } from '../support/keys-of.ts';
import { type OpenCore, openCore, testPassphrase } from '../support/open-core.ts';

type Sqlite = ReturnType<typeof openDatabase>;
type Row = Record<string, string | number | null | Uint8Array<ArrayBuffer>>;

/** Works on the file itself, while nobody has it open. */
async function inTheFile<Result>(t: OpenCore, work: (db: Sqlite) => Result): Promise<Result> {
  const keys = await keysOf(t.folder, { passphrase: testPassphrase });
  await t.client.vault.lock({});
  const db = openDatabase(databasePath(t.folder), keys?.general ?? Buffer.alloc(0));
  const result = work(db);
  db.close();
  await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
  return result;
}

/** Whoever has any of these is not merged away: what is sealed stands with one person. */
const SEALED = ['protected_case', 'protected_note', 'protected_note_version', 'case_access'];
/** Made from the rest, or about the merge itself. */
const DERIVED = ['person_line', 'person_word', 'person_merge'];

/** The kept record counts one change more, so that no other window overwrites it unseen. */
const COMPUTED = { revision: 0, legal_status: 0, reception_type: 0, reception_exit_on: 0 };

const rowsOf = (db: Sqlite): Record<string, string[]> =>
  Object.fromEntries(
    tablesOfPerson(db)
      .filter((table) => ![...SEALED, ...DERIVED].includes(table))
      .map((table) => {
        const rows = db.prepare(`SELECT * FROM "${table}"`).all<Row>();
        const cells = rows.map((row) => (table === 'person' ? { ...row, ...COMPUTED } : row));
        return [table, cells.map((row) => JSON.stringify(row)).sort()];
      }),
  );

/** Two records of one person with a row in every table, and somebody else they have to do with. */
async function twoFullRecords() {
  const t = await openCore();
  const { client } = t;
  const register = async (given: string) =>
    (await client.people.create(aPerson({ names: [aName(given, 'Rahimi')] }))).id;
  const ids = [await register('Mohamed'), await register('Muhammad'), await register('Zahra')];
  const [keptId = '', mergedId = '', otherId = ''] = ids;
  for (const personId of [keptId, mergedId]) {
    await client.caseAccess.save({ personId, isRestricted: false });
  }
  const { id: organisationId } = await client.organisations.save(anOffice());
  const { user } = await client.vault.session({});
  const [slot] = (await currentKeyring(t.folder)).slots;
  const publicKey = slot && 'publicKey' in slot ? slot.publicKey : '';
  const unknown = await inTheFile(t, (db) => {
    const others = { otherId, userId: user.id, organisationId, publicKey };
    const left = [keptId, mergedId].map((personId, index) => {
      const words = `Parole ${index} di prova`;
      return fillEverywhere(db, { ...others, personId, words, protocolNumber: 7 + index });
    });
    for (const table of SEALED) db.prepare(`DELETE FROM "${table}"`).run();
    db.prepare('DELETE FROM person_merge').run();
    return left.flat();
  });
  return { ...t, keptId, mergedId, unknown };
}

test('a merge and its undoing leave every row of every table as it was', async () => {
  const t = await twoFullRecords();
  const { client, keptId, mergedId } = t;
  expect(t.unknown, 'tables a test has to learn to fill: tests/support/everywhere.ts').toEqual([]);
  const before = await inTheFile(t, rowsOf);
  const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
  expect(empty.map(([table]) => table)).toEqual(['erasure_request']);

  const [kept, merged] = [
    await client.people.get({ id: keptId }),
    await client.people.get({ id: mergedId }),
  ];
  const { contact: _, legalStatus: __, reception: ___, address: ____, ...own } = kept.details;
  const { id } = await client.merges.create({
    keptId,
    keptRevision: kept.revision,
    mergedId,
    mergedRevision: merged.revision,
    details: own,
  });
  const between = await inTheFile(t, rowsOf);
  const stillThere = Object.entries(between).filter(([, rows]) =>
    rows.some((row) => row.includes(mergedId)),
  );
  expect(stillThere.map(([table]) => table)).toEqual([]);
  // One for each person, whatever they were before: the other record's is kept with the merge.
  const one = ['person', 'person_name', 'person_nationality', 'person_language', 'case_file'];
  one.push('retention_decision', 'not_same_person');
  for (const [table, rows] of Object.entries(between)) {
    if (!one.includes(table)) expect(rows.length, table).toBe(before[table]?.length);
  }

  expect(await client.merges.undo({ id })).toMatchObject({ keptWasChanged: false });
  expect(await inTheFile(t, rowsOf)).toEqual(before);
}, 60_000);
