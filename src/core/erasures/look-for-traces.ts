/*
 * Looks, after an erasure, for what told who it was: in every column of every table, those of the search index
 * that SQLite keeps for itself included, as the bytes stand there. What was removed and is still in the file
 * makes the certificate say so; a promise nobody checked is what people are given everywhere else.
 */
import { sql } from 'kysely';
import type { Db } from '../context.ts';
import { kindOfTable } from './removed-kinds.ts';
import { typedForms } from './searched-columns.ts';

export interface Traces {
  searchedWords: number;
  /** Kinds of rows in which something was found, with how many; `freePages` when the file has leftover pages. */
  places: Record<string, number>;
}

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Contents of papers are pictures and other people's; what is sealed is noise without its key. */
const isLookedInto = ({ table, column, type }: Column) =>
  type !== 'INTEGER' &&
  type !== 'REAL' &&
  (type !== 'BLOB' || table.startsWith('person_search')) &&
  !/_(id|on|at|by)$|^id$/.test(column);

async function columnsByTable(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<Column>`
    SELECT t.name AS "table", c.name AS "column", c.type
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'`.execute(db);
  const tables = new Map<string, string[]>();
  for (const row of rows) {
    if (!isLookedInto(row)) continue;
    tables.set(row.table, [...(tables.get(row.table) ?? []), row.column]);
  }
  return tables;
}

async function numberFrom(db: Db, pragma: string): Promise<number> {
  const { rows } = await sql.raw<Record<string, number>>(`PRAGMA ${pragma}`).execute(db);
  return Number(Object.values(rows[0] ?? {})[0] ?? 0);
}

/** `texts` are looked for as they are and in the usual cases of letters. */
export async function lookForTraces(db: Db, texts: readonly string[]): Promise<Traces> {
  const forms = [...new Set(texts.flatMap(typedForms))].map((one) => Buffer.from(one, 'utf8'));
  const places: Record<string, number> = {};
  const note = (place: string, count: number) => {
    if (count > 0) places[place] = (places[place] ?? 0) + count;
  };
  for (const [table, columns] of forms.length > 0 ? await columnsByTable(db) : []) {
    const parts = columns.flatMap((column) =>
      forms.map((form) => sql`instr(CAST(${sql.ref(column)} AS BLOB), ${form}) > 0`),
    );
    const { rows } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${sql.join(parts, sql` OR `)}`.execute(
      db,
    );
    note(kindOfTable(table) ?? 'other', rows[0]?.n ?? 0);
  }
  note('freePages', await numberFrom(db, 'freelist_count'));
  return { searchedWords: texts.length, places };
}
