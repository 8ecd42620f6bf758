/*
 * Names and numbers of somebody who is erased, where other people's files mention them: a note on the wife's
 * file, a lesson's remark, a plan the brother signed. Whole names and numbers are covered there; a single
 * given name is not, because it may be anybody's: whoever decides looks at each place (mentions.ts).
 */
import { sql } from 'kysely';
import { crossOut, patternOf } from '#domain/erasures/identifying-words.ts';
import type { CoreContext, Db } from '../context.ts';
import { withoutUpdateTriggers } from '../duplicates/move-rows.ts';
import { coverSealed, type SealedText } from './sealed-texts.ts';
import { holdsAny, type TextTable, textTables, typedForms } from './searched-columns.ts';

export type Row = Record<string, unknown>;

/** Of each text the longest word, which is how rows are found; the pattern then looks closely. */
const longestWords = (texts: readonly string[]) => [
  ...new Set(
    texts.map((text) => text.split(/\s+/u).sort((a, b) => b.length - a.length)[0] ?? text),
  ),
];

export async function changeRow(
  db: Db,
  { name, keys }: TextTable,
  row: Row,
  changed: Row,
): Promise<void> {
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

/** The same in what the case keys of others opened. Inside the transaction. */
export async function crossOutSealed(
  context: CoreContext,
  tx: Db,
  { sealed, texts }: { sealed: readonly SealedText[]; texts: readonly string[] },
): Promise<number> {
  const pattern = patternOf(texts);
  if (!pattern) return 0;
  const cover = (text: string) => crossOut(text, pattern);
  const found = sealed.filter(({ text }) => cover(text) !== text.normalize('NFC'));
  for (const one of found) await coverSealed(context, tx, one, cover);
  return found.length;
}
