/*
 * Takes everything that refers to one row over to another, and back. Which tables refer to it is read from
 * the foreign keys of the file itself, so that a table added later cannot be forgotten: a forgotten one would
 * lose a family's hearing when two records are made one.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../context.ts';

export interface Reference {
  table: string;
  column: string;
}

type Cell = string | number | null;
type Cells = Record<string, Cell>;

/** One row that went over: how to find it now, and what it had before. */
export interface MovedRow {
  table: string;
  now: Cells;
  before: Cells;
}

/** Every column of the file that refers to `parent`. */
export async function referencesTo(db: Db, parent: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT t.name AS "table", f."from" AS "column"
    FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND f."table" = ${parent} ORDER BY 1, 2`.execute(db);
  return rows;
}

async function keyColumns(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 ORDER BY pk`.execute(db);
  return rows.map((row) => row.name);
}

interface UniqueIndex {
  columns: string[];
  /** Column that must be 1 for the index to apply. */
  flag: string | undefined;
}

/** Unique indexes in which the column stands with others, or alone for some rows. */
async function uniqueIndexes(db: Db, { table, column }: Reference): Promise<UniqueIndex[]> {
  const { rows } = await sql<{ name: string; partial: number; text: string | null }>`
    SELECT i.name, i.partial, s.sql AS text
    FROM pragma_index_list(${table}) i LEFT JOIN sqlite_schema s ON s.name = i.name
    WHERE i."unique" = 1`.execute(db);
  const indexes: UniqueIndex[] = [];
  for (const { name, partial, text } of rows) {
    const { rows: columns } = await sql<{ name: string }>`
      SELECT name FROM pragma_index_info(${name})`.execute(db);
    const names = columns.map((one) => one.name);
    if (!names.includes(column)) continue;
    const flag = partial ? /WHERE\s+(\w+)\s*=\s*1\s*$/i.exec(text ?? '')?.[1] : undefined;
    indexes.push({ columns: names, flag });
  }
  return indexes;
}

const matching = (cells: Cells): RawBuilder<unknown> =>
  sql.join(
    Object.entries(cells).map(([column, cell]) => sql`${sql.ref(column)} IS ${cell}`),
    sql` AND `,
  );

const assigning = (cells: Cells): RawBuilder<unknown> =>
  sql.join(Object.entries(cells).map(([column, cell]) => sql`${sql.ref(column)} = ${cell}`));

async function change(db: Db, table: string, from: Cells, to: Cells): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE OR IGNORE ${sql.table(table)} SET ${assigning(to)} WHERE ${matching(from)}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** A place beside the rows that are there already: a number further on, or a flag that is down. */
async function freePlace(db: Db, reference: Reference, to: string): Promise<Cells> {
  const { table, column } = reference;
  const free: Cells = {};
  for (const { columns, flag } of await uniqueIndexes(db, reference)) {
    if (flag) free[flag] = 0;
    for (const other of columns.filter((one) => one !== column)) {
      const { rows } = await sql<{ last: Cell; type: string }>`
        SELECT max(${sql.ref(other)}) AS last, typeof(max(${sql.ref(other)})) AS type
        FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${to}`.execute(db);
      const [row] = rows;
      if (row?.type === 'integer') free[other] = Number(row.last) + 1;
    }
  }
  return free;
}

const picked = (row: Cells, columns: string[]): Cells =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

async function moveReference(
  db: Db,
  reference: Reference,
  from: string,
  to: string,
): Promise<MovedRow[]> {
  const { table, column } = reference;
  const keys = await keyColumns(db, table);
  const { rows } = await sql<Cells>`
    SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${from}
    ORDER BY ${sql.join(keys.map((key) => sql.ref(key)))}`.execute(db);
  const moved: MovedRow[] = [];
  for (const row of rows) {
    const here = { ...picked(row, keys), [column]: from };
    for (const free of [{}, await freePlace(db, reference, to)]) {
      const there = { ...free, [column]: to };
      if (!(await change(db, table, here, there))) continue;
      const now = { ...picked({ ...row, ...there }, keys), [column]: to };
      moved.push({ table, now, before: picked(row, Object.keys(there)) });
      break;
    }
  }
  return moved;
}

/** Triggers that keep rows from being changed: whose row it is may change, what it says does not. */
export async function withoutUpdateTriggers<Result>(
  db: Db,
  tables: string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ name: string; text: string }>`
    SELECT name, sql AS text FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '% UPDATE %'
    AND tbl_name IN (SELECT value FROM json_each(${JSON.stringify(tables)}))`.execute(db);
  for (const { name } of rows) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(db);
  const result = await work();
  for (const { text } of rows) await sql.raw(text).execute(db);
  return result;
}

/** Rows that cannot stand beside those of `to` stay where they are. Inside the caller's transaction. */
export async function moveRows(
  db: Db,
  references: Reference[],
  { from, to }: { from: string; to: string },
): Promise<MovedRow[]> {
  const tables = references.map(({ table }) => table);
  return withoutUpdateTriggers(db, tables, async () => {
    const moved: MovedRow[] = [];
    for (const reference of references)
      moved.push(...(await moveReference(db, reference, from, to)));
    return moved;
  });
}

/** Rows that were deleted meanwhile, or given to somebody else, are left alone. */
export async function moveBack(db: Db, moved: MovedRow[]): Promise<void> {
  const tables = [...new Set(moved.map(({ table }) => table))];
  await withoutUpdateTriggers(db, tables, async () => {
    for (const { table, now, before } of [...moved].reverse()) await change(db, table, now, before);
  });
}
