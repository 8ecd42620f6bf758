/*
 * Names and numbers of somebody who is erased, where other people's files mention them: a note on the wife's
 * file, a lesson's remark, a plan the brother signed. Whole names and numbers are covered there; a single
 * given name is not, because it may be anybody's, and whoever decides is shown where it stands.
 */
import { sql } from 'kysely';
import { crossOut, patternOf } from '#domain/erasures/identifying-words.ts';
import type { Db } from '../context.ts';
import { withoutUpdateTriggers } from '../duplicates/move-rows.ts';
import { holdsAny, type TextTable, textTables, typedForms } from './searched-columns.ts';

type Row = Record<string, unknown>;

/** Of each text the longest word, which is how rows are found; the pattern then looks closely. */
const longestWords = (texts: readonly string[]) => [
  ...new Set(
    texts.map((text) => text.split(/\s+/u).sort((a, b) => b.length - a.length)[0] ?? text),
  ),
];

async function changeRow(db: Db, { name, keys }: TextTable, row: Row, changed: Row): Promise<void> {
  const set = Object.entries(changed).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const where = keys.map((key) => sql`${sql.ref(key)} IS ${row[key]}`);
  await sql`UPDATE ${sql.table(name)} SET ${sql.join(set)} WHERE ${sql.join(where, sql` AND `)}`.execute(
    db,
  );
}

function changedCells(row: Row, columns: readonly string[], pattern: RegExp): Row {
  const cells = columns.flatMap((column) => {
    const text = row[column];
    if (typeof text !== 'string') return [];
    const covered = crossOut(text, pattern);
    return covered === text.normalize('NFC') ? [] : [[column, covered]];
  });
  return Object.fromEntries(cells);
}

/** Covers the texts wherever they stand. Inside the transaction, after the person's own rows are gone. */
export async function crossOutElsewhere(tx: Db, texts: readonly string[]): Promise<number> {
  const pattern = patternOf(texts);
  if (!pattern) return 0;
  const forms = longestWords(texts).flatMap(typedForms);
  const tables = await textTables(tx);
  let covered = 0;
  const coverAll = async () => {
    for (const table of tables) {
      const wanted = [...new Set([...table.keys, ...table.columns])].map((one) => sql.ref(one));
      const { rows } = await sql<Row>`SELECT ${sql.join(wanted)} FROM ${sql.table(table.name)}
        WHERE ${holdsAny(table.columns, forms)}`.execute(tx);
      for (const row of rows) {
        const changed = changedCells(row, table.columns, pattern);
        if (Object.keys(changed).length === 0) continue;
        await changeRow(tx, table, row, changed);
        covered += 1;
      }
    }
  };
  await withoutUpdateTriggers(
    tx,
    tables.map(({ name }) => name),
    coverAll,
  );
  return covered;
}

const MOST_SHOWN = 30;

/** Other people whose files hold a word of the name, and how many places belong to nobody's file. */
export async function mentionsElsewhere(
  db: Db,
  personId: string,
  words: readonly string[],
): Promise<{ people: { id: string; listedName: string }[]; others: number }> {
  if (words.length === 0) return { people: [], others: 0 };
  const forms = words.flatMap(typedForms);
  const found = new Set<string>();
  let others = 0;
  for (const { name, columns, hasPerson } of await textTables(db)) {
    if (name === 'person_merge' || name === 'draft') continue;
    const person = hasPerson ? sql.ref('person_id') : sql`NULL`;
    const notOwn = hasPerson ? sql`person_id IS NOT ${personId} AND ` : sql``;
    const { rows } = await sql<{ person: string | null; n: number }>`
      SELECT ${person} AS person, count(*) AS n FROM ${sql.table(name)}
      WHERE ${notOwn}${holdsAny(columns, forms)} GROUP BY 1`.execute(db);
    for (const row of rows) {
      if (row.person === null) others += hasPerson || OF_NOBODY.has(name) ? row.n : 0;
      else found.add(row.person);
    }
  }
  const people = await db
    .selectFrom('person_line')
    .select(['person_id as id', 'listed_name as listedName'])
    .where('person_id', 'in', [...found])
    .orderBy('sort_name')
    .limit(MOST_SHOWN)
    .execute();
  return { people, others };
}

/** Tables that name several people or none; those of plans, assessments and the like hang from a person. */
const OF_NOBODY = new Set(['session', 'appointment']);
