import { rm } from 'node:fs/promises';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase, openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';

type Row = Record<string, string | number | null>;

export const PEOPLE_OF_AN_OLDER_REGISTER = 50;
const SOME_PEOPLE = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE_OF_AN_OLDER_REGISTER})
  INSERT INTO person (id, revision, sex, changed_at, changed_by)
  SELECT printf('0192f3a0-0000-7000-8000-%012d', i), 1, 'female', '2026-01-02T10:00:00Z', 'u' FROM n;
  INSERT INTO person_name SELECT id, 0, 'permit', 'latin', 'Nome', 'Di Prima', NULL FROM person;
  INSERT INTO case_file (id, person_id, number, opened_on, changed_at, changed_by)
  SELECT id, id, 'PRV-' || id, '2026-01-02', changed_at, changed_by FROM person;`;

/** Puts the file of a locked register back to the first version of the schema: same keys, same users, new people. */
export async function makeOlder(folder: string, key: Uint8Array): Promise<void> {
  const path = databasePath(folder);
  const newer = openDatabase(path, key);
  const kept = ['register', 'user'].map((table) => ({
    table,
    rows: newer.prepare(`SELECT * FROM ${table}`).all<Row>(),
  }));
  newer.close();
  await rm(path);
  const older = createDatabase(path, key);
  await migrate(older, path, migrations.slice(0, 1));
  for (const { table, rows } of kept) {
    const known = older.prepare(`SELECT name FROM pragma_table_info('${table}')`).all<Row>();
    const columns = known.map(({ name }) => String(name));
    const marks = columns.map(() => '?').join(', ');
    for (const row of rows) {
      older
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
        .run(columns.map((column) => row[column] ?? null));
    }
  }
  older.exec(SOME_PEOPLE);
  older.close();
}
