/*
 * Every row that hangs from a person, by the foreign keys of the file itself: what goes when the person goes.
 * Read from the schema, so that a table added later is counted on the certificate and cannot be forgotten.
 */
import { sql } from 'kysely';
import type { Db } from '../context.ts';

interface Reference {
  child: string;
  parent: string;
  column: string;
  hasId: number;
}

/** References by which rows go with the row they refer to. */
async function cascades(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    SELECT t.name AS child, f."table" AS parent, f."from" AS "column",
      EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'id') AS hasId
    FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table' AND f.on_delete = 'CASCADE'`.execute(db);
  return rows;
}

export interface RowsOfPerson {
  /** Rows by table; a row that refers twice is counted twice. */
  counts: Map<string, number>;
  /** Of all rows that have one, and the person's own. */
  ids: Set<string>;
}

export async function rowsOfPerson(db: Db, personId: string): Promise<RowsOfPerson> {
  const references = await cascades(db);
  const counts = new Map([['person', 1]]);
  const ids = new Set([personId]);
  let level = [{ table: 'person', ids: [personId] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { table, ids: parents } of level) {
      for (const { child, column, hasId } of references.filter((one) => one.parent === table)) {
        const what = hasId ? sql.ref('id') : sql`NULL`;
        const { rows } = await sql<{ id: string | null }>`
          SELECT ${what} AS id FROM ${sql.table(child)} WHERE ${sql.ref(column)} IN
            (SELECT value FROM json_each(${JSON.stringify(parents)}))`.execute(db);
        counts.set(child, (counts.get(child) ?? 0) + rows.length);
        const fresh = rows.flatMap(({ id }) => (id === null || ids.has(id) ? [] : [id]));
        for (const id of fresh) ids.add(id);
        // A case key and the like go by the person's own id.
        if (!hasId && rows.length > 0) next.push({ table: child, ids: parents });
        if (fresh.length > 0) next.push({ table: child, ids: fresh });
      }
    }
    level = next;
  }
  return { counts, ids };
}
