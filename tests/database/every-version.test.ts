import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@signalapp/sqlcipher';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, migrations, versionOf } from '#core/database/migrate.ts';
import { createDatabase, openDatabase } from '#core/database/open-database.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { keysOf } from '../support/keys-of.ts';
import { startCore } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Db = InstanceType<typeof Database>;
type Cell = string | number | null | Uint8Array<ArrayBuffer>;
type Row = Record<string, Cell>;

const newest = migrations.at(-1)?.version ?? 0;
const earlier = migrations.slice(0, -1).map(({ version }) => version);
const PEOPLE = 12;
const today = '2026-11-21';

/** Made from other tables whenever they are found to be older than the program. */
const isDerived = (table: string) => /^(person_search|name_word|person_word)/.test(table);

const tablesOf = (db: Db) =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all<{ name: string }>()
    .map(({ name }) => name)
    .filter((name) => !isDerived(name));

const columnsOf = (db: Db, table: string) =>
  db
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all<{ name: string }>()
    .map(({ name }) => name);

const countOf = (db: Db, table: string) =>
  db.prepare(`SELECT count(*) AS rows FROM "${table}"`).get<{ rows: number }>()?.rows ?? 0;

/** What the earlier program could have written of it: the columns it had, where its own limits let them in. */
function takeOver(from: Db, to: Db, table: string): void {
  const had = new Set(columnsOf(from, table));
  const columns = columnsOf(to, table).filter((name) => had.has(name));
  if (columns.length === 0) return;
  const names = columns.map((name) => `"${name}"`).join(', ');
  const write = to.prepare(
    `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of from.prepare(`SELECT ${names} FROM "${table}"`).all<Row>()) {
    try {
      write.run(columns.map((name): Cell => row[name] ?? null));
    } catch {
      // A code that the earlier program did not know yet.
    }
  }
}

/** Rows whose parent the earlier program had in another table. */
function dropOrphans(db: Db): void {
  for (let round = 0; round < 10; round++) {
    const orphans = db
      .prepare('SELECT "table" AS name, rowid AS line FROM pragma_foreign_key_check')
      .all<{ name: string; line: number | null }>();
    if (orphans.length === 0) return;
    for (const { name, line } of orphans) {
      if (line === null) db.exec(`DELETE FROM "${name}"`);
      else db.prepare(`DELETE FROM "${name}" WHERE rowid = ?`).run([line]);
    }
  }
  throw new Error('orphans of orphans');
}

describe('a register of every earlier version', () => {
  let inside = '';
  let demo = '';
  let key: Uint8Array;

  beforeAll(async () => {
    inside = await mkdtemp(join(tmpdir(), 'approdo-test-'));
    demo = join(inside, 'demo');
    const ports = nodePorts();
    const { core } = await openDemoRegister({
      folder: demo,
      people: PEOPLE,
      seed: 7,
      today,
      ports,
    });
    await core.close();
    const keys = await keysOf(demo, { passphrase: demoPassphrase });
    if (!keys) throw new Error('no keys');
    key = keys.general;
  }, 120_000);

  afterAll(() => rm(inside, { recursive: true, force: true }));

  /** The demonstration as a program of that version would have left it. */
  async function asOf(version: number): Promise<{ folder: string; rows: Map<string, number> }> {
    const folder = join(await temporaryFolder(), randomUUID());
    await cp(demo, folder, { recursive: true });
    const path = databasePath(folder);
    for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true });
    const old = createDatabase(path, key);
    await migrate(old, path, migrations.slice(0, version));
    const now = openDatabase(databasePath(demo), key);
    old.pragma('foreign_keys = OFF');
    for (const table of tablesOf(old)) takeOver(now, old, table);
    dropOrphans(old);
    // The index of that time is not brought along: it is an older one in any case.
    if (tablesOf(old).includes('search_index')) old.exec('UPDATE search_index SET version = 0');
    const rows = new Map(tablesOf(old).map((table) => [table, countOf(old, table)]));
    now.close();
    old.close();
    return { folder, rows };
  }

  test.each(earlier)('of version %i opens with everybody in it', async (version) => {
    const { folder, rows } = await asOf(version);
    expect(rows.get('person')).toBeGreaterThanOrEqual(PEOPLE);

    const { client, failures } = await startCore({ folder, today });
    await client.vault.unlock({ folder, passphrase: demoPassphrase });
    const { items, total } = await client.people.list({ showClosed: true });
    expect(total).toBe(rows.get('person'));
    for (const { id } of items.slice(0, 3)) {
      const { details } = await client.people.get({ id });
      expect(details.names.length).toBeGreaterThan(0);
      const [{ family } = { family: '' }] = details.names;
      const found = await client.people.list({ query: family, showClosed: true });
      expect(found.items.map((one) => one.id)).toContain(id);
    }
    await client.today.get({ whose: 'team' });
    expect(failures).toEqual([]);
    await client.vault.lock({});

    const db = openDatabase(databasePath(folder), key);
    expect(versionOf(db)).toBe(newest);
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const kept = new Set(tablesOf(db));
    for (const [table, before] of rows) {
      if (kept.has(table)) expect(countOf(db, table), table).toBeGreaterThanOrEqual(before);
    }
    db.close();
  });
});
