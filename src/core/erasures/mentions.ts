/*
 * Single words of a name in what was written about others. Nobody but a person can tell whether "Amina" in a note is
 * the Amina who is to be erased, so each place is shown with the words around it, and is covered when a
 * coordinator says so. Whole names and numbers need no look: they are covered with the erasure.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Mention } from '#api/erasures.ts';
import { ProcedureError } from '#api/errors.ts';
import { crossOut, patternOf, piecesAround } from '#domain/erasures/identifying-words.ts';
import { announceChange, type CoreContext, type Db, registerOf } from '../context.ts';
import { withoutUpdateTriggers } from '../duplicates/move-rows.ts';
import { changeRow, type Row } from './cross-out.ts';
import { identityOf } from './identity-of-person.ts';
import { kindOfTable } from './removed-kinds.ts';
import { rowsOfPerson } from './rows-of-person.ts';
import { coverSealed, sealedTextsElsewhere } from './sealed-texts.ts';
import { holdsAny, type TextTable, textTables, typedForms } from './searched-columns.ts';

const MOST_SHOWN = 200;
/** Machine-made: what merges and drafts keep is looked through by its ids. */
const NOT_READ = ['person_merge', 'draft', 'erasure_request'];

interface Place {
  id: string;
  table: string;
  personId?: string | undefined;
  text: string;
  cover(tx: Db, cover: (text: string) => string): Promise<void>;
}

const idOf = (...parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

const personColumnOf = ({ name, hasPerson }: TextTable) =>
  name === 'person' ? 'id' : hasPerson ? 'person_id' : undefined;

async function openPlaces(db: Db, personId: string, forms: string[]): Promise<Place[]> {
  const { ids: own } = await rowsOfPerson(db, personId);
  const places: Place[] = [];
  for (const table of await textTables(db)) {
    if (NOT_READ.includes(table.name)) continue;
    const person = personColumnOf(table);
    const wanted = [...table.keys, ...table.columns, ...(person ? [person] : [])];
    const { rows } =
      await sql<Row>`SELECT ${sql.join([...new Set(wanted)].map((one) => sql.ref(one)))}
      FROM ${sql.table(table.name)} WHERE ${holdsAny(table.columns, forms)}`.execute(db);
    for (const row of rows) {
      const keys = table.keys.map((key) => String(row[key]));
      const whose = person && String(row[person]);
      if (whose === personId || keys.some((key) => own.has(key))) continue;
      for (const column of table.columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        places.push({
          id: idOf(table.name, keys, column),
          table: table.name,
          personId: whose,
          text,
          cover: (tx, cover) => changeRow(tx, table, row, { [column]: cover(text) }),
        });
      }
    }
  }
  return places;
}

async function sealedPlaces(context: CoreContext, personId: string): Promise<Place[]> {
  const sealed = await sealedTextsElsewhere(context, personId);
  return sealed.map((one) => ({
    id: idOf(one.place),
    table: one.place.table,
    personId: one.personId,
    text: one.text,
    cover: (tx, cover) => coverSealed(context, tx, one, cover),
  }));
}

/** Places that hold a word of the name by itself, with the pattern that finds it there. */
async function findPlaces(context: CoreContext, personId: string) {
  const { db } = registerOf(context);
  const { words, unique } = await identityOf(db, personId);
  const pattern = patternOf(words);
  if (!pattern) return { places: [], piecesOf: () => [], cover: (text: string) => text };
  const whole = patternOf(unique);
  const withoutWhole = (text: string) => (whole ? crossOut(text, whole) : text);
  const piecesOf = (text: string) => piecesAround(withoutWhole(text), pattern);
  const all = [
    ...(await openPlaces(db, personId, words.flatMap(typedForms))),
    ...(await sealedPlaces(context, personId)),
  ];
  return {
    places: all.filter(({ text }) => piecesOf(text).length > 0),
    piecesOf,
    cover: (text: string) => crossOut(withoutWhole(text), pattern),
  };
}

export async function listMentions(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: Mention[]; isCut: boolean }> {
  const { places, piecesOf } = await findPlaces(context, personId);
  const shown = places.slice(0, MOST_SHOWN);
  const ids = shown.flatMap((one) => one.personId ?? []);
  const rows = await registerOf(context)
    .db.selectFrom('person_line')
    .select(['person_id as id', 'listed_name as listedName'])
    .where('person_id', 'in', [...new Set(ids)])
    .execute();
  const people = new Map(rows.map((row) => [row.id, row]));
  const items = shown.map(({ id, table, personId: whose, text }) => {
    const person = people.get(whose ?? '');
    const kind = kindOfTable(table) ?? 'other';
    return { id, kind, ...(person ? { person } : {}), pieces: piecesOf(text) };
  });
  return { items, isCut: places.length > shown.length };
}

/** While an erasure is proposed; places that are gone meanwhile are passed over. Fails with `not_found`. */
export async function crossOutMentions(
  context: CoreContext,
  { personId, ids }: { personId: string; ids: string[] },
): Promise<{ covered: number }> {
  const { db } = registerOf(context);
  const request = await db
    .selectFrom('erasure_request')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!request) throw new ProcedureError('not_found');
  const { places, cover } = await findPlaces(context, personId);
  const wanted = places.filter(({ id }) => ids.includes(id));
  const tables = [...new Set(wanted.map(({ table }) => table))];
  await db.transaction().execute((tx) =>
    withoutUpdateTriggers(tx, tables, async () => {
      for (const place of wanted) await place.cover(tx, cover);
    }),
  );
  for (const feature of ['erasures', 'people', 'notes', 'services']) {
    announceChange(context, feature);
  }
  return { covered: wanted.length };
}
