import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@signalapp/sqlcipher';
import { migrate } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { tablesOfPerson } from '../../tests/support/everywhere.ts';

type Sqlite = InstanceType<typeof Database>;

interface Reference {
  column: string;
  parent: string;
  /** A row goes when the row it points to goes. */
  goesWith: boolean;
}

export interface Table {
  name: string;
  keys: { name: string; type: string; isPrimary: boolean }[];
  references: Reference[];
  hangsFromPerson: boolean;
}

/** The parts of the index of names are SQLite's own. */
const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
  AND name NOT LIKE 'person_search%' ORDER BY name`;

function readTable(db: Sqlite, name: string, ofPerson: Set<string>): Table {
  const references = db
    .prepare(
      'SELECT "from" AS "column", "table" AS parent, on_delete AS rule FROM pragma_foreign_key_list(?)',
    )
    .all<{ column: string; parent: string; rule: string }>([name])
    .map(({ column, parent, rule }) => ({ column, parent, goesWith: rule === 'CASCADE' }))
    .sort((a, b) => (a.column < b.column ? -1 : 1));
  const pointing = new Set(references.map(({ column }) => column));
  const keys = db
    .prepare('SELECT name, type, pk FROM pragma_table_info(?)')
    .all<{ name: string; type: string; pk: number }>([name])
    .map(({ name: column, type, pk }) => ({ name: column, type, isPrimary: pk > 0 }))
    .filter((column) => column.isPrimary || pointing.has(column.name));
  return { name, keys, references, hangsFromPerson: ofPerson.has(name) };
}

/** Every table as the migrations leave it. */
export async function readSchema(): Promise<Table[]> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-data-model-'));
  const path = join(folder, 'register.db');
  const db = createDatabase(path, randomBytes(32));
  try {
    await migrate(db, path);
    const ofPerson = new Set(tablesOfPerson(db));
    return db
      .prepare(TABLES)
      .all<{ name: string }>()
      .map(({ name }) => readTable(db, name, ofPerson));
  } finally {
    db.close();
    await rm(folder, { recursive: true, force: true });
  }
}
