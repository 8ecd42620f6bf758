/*
 * Reads what people can be found by out of the register, and keeps the index beside it. The index holds
 * nothing of its own: when a new version of the program reads names better, it is filled again at the first
 * unlock, in one transaction, so that a register is never half findable.
 */
import { type RawBuilder, sql } from 'kysely';
import { nameKinds } from '#domain/names/person-name.ts';
import { scripts } from '#domain/names/script.ts';
import { type ContactKind, isNumber } from '#domain/people/contact.ts';
import type { Db } from '../context.ts';
import { type FindablePerson, indexPeople, indexVersion } from './person-index.ts';

const BATCH = 1000;

const those = (ids: string[]): RawBuilder<string> =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

function grouped<Row extends { person_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return groups;
}

/** People with everything the search knows of them. */
export async function readFindable(db: Db, ids: string[]): Promise<FindablePerson[]> {
  const people = await db
    .selectFrom('person')
    .innerJoin('case_file', 'case_file.person_id', 'person.id')
    .select(['person.id', 'fiscal_code', 'number', 'closed_on'])
    .where('person.id', 'in', those(ids))
    .execute();
  const names = grouped(
    await db
      .selectFrom('person_name')
      .select(['person_id', 'kind', 'script', 'given', 'family', 'transliteration'])
      .where('person_id', 'in', those(ids))
      .orderBy('person_id')
      .orderBy('position')
      .execute(),
  );
  const contacts = grouped(
    await db
      .selectFrom('person_contact')
      .select(['person_id', 'kind', 'value'])
      .where('person_id', 'in', those(ids))
      .execute(),
  );
  const documents = grouped(
    await db
      .selectFrom('identity_document')
      .select(['person_id', 'number'])
      .where('person_id', 'in', those(ids))
      .execute(),
  );
  const merged = grouped(
    await db
      .selectFrom('person_merge')
      .select(['kept_id as person_id', 'merged_case_number as number'])
      .where('kept_id', 'in', those(ids))
      .execute(),
  );
  return people.map((person) => {
    const reached = contacts.get(person.id) ?? [];
    const numbers = (documents.get(person.id) ?? []).map((row) => row.number);
    return {
      id: person.id,
      names: (names.get(person.id) ?? []).map((name) => ({
        kind: nameKinds.find((one) => one === name.kind) ?? 'used',
        script: scripts.find((one) => one === name.script) ?? 'other',
        given: name.given,
        family: name.family,
        ...(name.transliteration === null ? {} : { transliteration: name.transliteration }),
      })),
      phones: reached.filter(isPhone).map((row) => row.value),
      contacts: reached.filter((row) => !isPhone(row)).map((row) => row.value),
      identities: [person.fiscal_code, ...numbers].filter((one) => one !== null),
      caseNumbers: [person.number, ...(merged.get(person.id) ?? []).map((one) => one.number)],
      isOpen: person.closed_on === null,
    };
  });
}

const isPhone = ({ kind }: { kind: string }) => isNumber(kind as ContactKind);

/** Writes what people can be found by, from their rows as they stand inside the caller's transaction. */
export async function indexThese(tx: Db, ids: string[]): Promise<void> {
  await indexPeople(tx, await readFindable(tx, ids));
}

export const indexPerson = (tx: Db, id: string): Promise<void> => indexThese(tx, [id]);

async function indexEverybody(tx: Db): Promise<void> {
  await sql`DELETE FROM person_word`.execute(tx);
  await sql`DELETE FROM name_word`.execute(tx);
  await sql`DELETE FROM person_search`.execute(tx);
  for (let after = ''; ; ) {
    const rows = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    await indexPeople(
      tx,
      await readFindable(
        tx,
        rows.map((row) => row.id),
      ),
    );
    after = last.id;
  }
}

/** Fills the index again when it was written by an older version of the program. */
export async function bringIndexUpToDate(db: Db): Promise<void> {
  const written = await db.selectFrom('search_index').select('version').executeTakeFirst();
  if (written?.version === indexVersion) return;
  await db.transaction().execute(async (tx) => {
    await indexEverybody(tx);
    await tx.updateTable('search_index').set({ version: indexVersion }).execute();
  });
}
