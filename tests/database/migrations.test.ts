import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate, migrations, versionOf } from '#core/database/migrate.ts';
import { createDatabase, openDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const key = randomBytes(32);
const newest = migrations.at(-1)?.version ?? 0;

async function newDatabase() {
  const path = join(await temporaryFolder(), 'register.db');
  return { path, db: createDatabase(path, key) };
}

type Db = Awaited<ReturnType<typeof newDatabase>>['db'];

const tables = (db: Db) =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();

const nextStep = { version: newest + 1, sql: 'ALTER TABLE person ADD COLUMN shoe_size INTEGER;' };

describe('migrations', () => {
  test('are numbered from one without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('make the schema of the snapshot', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    const rows = db
      .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
      .all<{ sql: string }>();
    db.close();
    await expect(`${rows.map((row) => row.sql).join(';\n\n')};\n`).toMatchFileSnapshot(
      './schema.sql',
    );
  });

  test('keep what was there, and put a copy aside first', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    const person = ['a', 1, 'female', '2026-11-21T10:00:00Z', 'u'];
    db.prepare(
      'INSERT INTO person (id, revision, sex, changed_at, changed_by) VALUES (?, ?, ?, ?, ?)',
    ).run(person);
    await migrate(db, path, [...migrations, nextStep]);
    expect(versionOf(db)).toBe(newest + 1);
    expect(db.prepare('SELECT id, sex, shoe_size FROM person').all()).toEqual([
      { id: 'a', sex: 'female', shoe_size: null },
    ]);
    db.close();
    const copy = `${path}.before-v${newest + 1}`;
    const old = openDatabase(copy, key);
    expect(versionOf(old)).toBe(newest);
    expect(old.prepare('SELECT id FROM person').all()).toEqual([{ id: 'a' }]);
    old.close();
  });

  test('a step that fails leaves nothing of itself', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    const before = tables(db);
    const broken = {
      version: newest + 1,
      sql: 'CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);',
    };
    await expect(migrate(db, path, [...migrations, broken])).rejects.toThrow();
    expect(tables(db)).toEqual(before);
    expect(versionOf(db)).toBe(newest);
    db.close();
  });

  test('a step that breaks references is undone', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    const orphan = {
      version: newest + 1,
      sql: `PRAGMA defer_foreign_keys = ON;
        INSERT INTO person_name (person_id, position, kind, script, given, family)
        VALUES ('nobody', 0, 'permit', 'latin', 'A', 'B');`,
    };
    await expect(migrate(db, path, [...migrations, orphan])).rejects.toThrow(/references/);
    expect(versionOf(db)).toBe(newest);
    db.close();
  });

  test('a file from a newer program is refused and not touched', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path, [...migrations, nextStep]);
    const folder = join(path, '..');
    const before = await readdir(folder);
    await expect(migrate(db, path)).rejects.toMatchObject({ code: 'register_newer' });
    expect(versionOf(db)).toBe(newest + 1);
    expect(await readdir(folder)).toEqual(before);
    db.close();
  });

  test('papers and drafts go with their person, and the names of files wait to be removed', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    const stored = 'ab'.repeat(16);
    db.exec(`
      INSERT INTO user (id, name, role, slot_id, changed_at, changed_by) VALUES ('u', 'Giulia', 'coordinator', 's', 't', 'u');
      INSERT INTO person (id, revision, sex, changed_at, changed_by) VALUES ('p', 1, 'male', 't', 'u');
      INSERT INTO draft VALUES ('u', 'person', 'p', 'p', '{}', 't');
      INSERT INTO attachment (id, person_id, title, kind, file_name, media_type, byte_count, sha256,
        original, added_on, added_by, changed_at, changed_by)
        VALUES ('a', 'p', '', 'other', '', 'image/png', 1, '${'0'.repeat(64)}', 'seen', 't', 'u', 't', 'u');
      INSERT INTO attachment_content VALUES ('a', NULL, '${stored}', zeroblob(32), NULL);
      DELETE FROM person;`);
    for (const table of ['attachment', 'attachment_content', 'draft']) {
      expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
    }
    expect(db.prepare('SELECT * FROM attachment_leftover').all()).toEqual([{ stored_as: stored }]);
    db.close();
  });

  test('a signed plan cannot be changed, not even by our own code', async () => {
    const { db, path } = await newDatabase();
    await migrate(db, path);
    db.exec(`
      INSERT INTO person (id, revision, sex, changed_at, changed_by) VALUES ('p', 1, 'male', 't', 'u');
      INSERT INTO plan (id, person_id, version, revision, state, signed_on, details, changed_at, changed_by)
        VALUES ('l', 'p', 1, 1, 'signed', '2026-11-21', '{}', 't', 'u');`);
    expect(() => db.exec("UPDATE plan SET details = '[]'")).toThrow(/final/);
    db.close();
  });
});
