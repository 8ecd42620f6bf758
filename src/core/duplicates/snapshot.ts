import { sql } from 'kysely';
import type { Db } from '../context.ts';

type Cell = string | number | null | Uint8Array | { hex: string };
type Row = Record<string, Cell>;

/** Rows of several tables, to be written back in this order. */
export type Snapshot = { table: string; rows: Row[] }[];

const toJson = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      cell instanceof Uint8Array ? { hex: Buffer.from(cell).toString('hex') } : cell,
    ]),
  );

const fromJson = (cell: Cell | undefined) =>
  typeof cell === 'object' && cell !== null && 'hex' in cell
    ? Buffer.from(cell.hex, 'hex')
    : (cell ?? null);

/** The rows of each table in which the column has the value. */
export async function takeSnapshot(
  db: Db,
  places: { table: string; column: string }[],
  value: string,
): Promise<Snapshot> {
  const snapshot: Snapshot = [];
  for (const { table, column } of places) {
    const { rows } = await sql<Row>`
      SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${value}`.execute(db);
    if (rows.length > 0) snapshot.push({ table, rows: rows.map(toJson) });
  }
  return snapshot;
}

/** A pair whose other person is gone means nothing any more. */
async function isMeaningless(db: Db, table: string, row: Row): Promise<boolean> {
  if (table !== 'not_same_person') return false;
  const pair = [row.person_a, row.person_b].filter((id) => typeof id === 'string');
  const there = await db.selectFrom('person').select('id').where('id', 'in', pair).execute();
  return there.length < 2;
}

export async function writeSnapshot(db: Db, snapshot: Snapshot): Promise<void> {
  for (const { table, rows } of snapshot) {
    for (const row of rows) {
      if (await isMeaningless(db, table, row)) continue;
      const columns = Object.keys(row);
      await sql`
        INSERT INTO ${sql.table(table)} (${sql.join(columns.map((one) => sql.ref(one)))})
        VALUES (${sql.join(columns.map((one) => fromJson(row[one])))})`.execute(db);
    }
  }
}
