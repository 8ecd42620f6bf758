import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const changed = { changed_at: '2026-01-02T10:00:00Z', changed_by: 'u' };

async function registerOfVersionOne() {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  await migrate(db, path, migrations.slice(0, 1));
  db.exec(`
    INSERT INTO person VALUES ('full', 3, 'female', 'donna', 1994, 3, 8, 'documented', 'refugee',
      'saiOrdinary', '2026-05-31', 'phone', '+39 333 123', 0, 'via Bologna 49', 'Nota.',
      '2026-01-02T10:00:00Z', 'u');
    INSERT INTO person VALUES ('open', 1, 'male', NULL, NULL, NULL, NULL, NULL, NULL, 'cas', NULL,
      'email', 'a@example.org', 1, NULL, NULL, '2026-01-02T10:00:00Z', 'u');
    INSERT INTO person (id, revision, sex, changed_at, changed_by)
      VALUES ('bare', 1, 'unknown', '2026-01-02T10:00:00Z', 'u');`);
  return { db, path };
}

test('contact, address, status and reception of a person become rows, and nothing else changes', async () => {
  const { db, path } = await registerOfVersionOne();
  await migrate(db, path, migrations.slice(0, 2));
  const rows = (table: string) =>
    db
      .prepare(`SELECT * FROM ${table} ORDER BY person_id`)
      .all<Record<string, string | number | null>>();
  expect(rows('person_contact')).toMatchObject([
    {
      person_id: 'full',
      kind: 'phone',
      value: '+39 333 123',
      safe: 0,
      is_preferred: 1,
      ...changed,
    },
    { person_id: 'open', kind: 'email', value: 'a@example.org', safe: 1, is_preferred: 1 },
  ]);
  expect(rows('person_address')).toMatchObject([
    { person_id: 'full', kind: 'domicile', address: 'via Bologna 49', to_on: null, ...changed },
  ]);
  expect(rows('legal_status_period')).toMatchObject([
    { person_id: 'full', status: 'refugee', from_on: null, to_on: null, ...changed },
  ]);
  expect(rows('reception_stay')).toMatchObject([
    { person_id: 'full', type: 'saiOrdinary', to_on: '2026-05-31', ...changed },
    { person_id: 'open', type: 'cas', to_on: null },
  ]);
  const ids = ['person_contact', 'person_address', 'legal_status_period', 'reception_stay'].flatMap(
    (table) => rows(table).map((row) => String(row.id)),
  );
  expect(new Set(ids).size).toBe(6);
  for (const id of ids) expect(z.uuidv7().safeParse(id).success, id).toBe(true);
  const people = db
    .prepare('SELECT * FROM person ORDER BY id')
    .all<Record<string, string | number | null>>();
  expect(people).toMatchObject([
    { id: 'bare', revision: 1, sex: 'unknown', legal_status: null },
    { id: 'full', revision: 3, gender: 'donna', birth_year: 1994, birth_last_year: null },
    { id: 'open', legal_status: null, reception_type: 'cas' },
  ]);
  expect(people[1]).toMatchObject({
    legal_status: 'refugee',
    reception_type: 'saiOrdinary',
    reception_exit_on: '2026-05-31',
    note: 'Nota.',
    ...changed,
  });
  expect(Object.keys(people[1] ?? {})).not.toContain('contact_value');
  db.close();
});

test('the rows of a person go when the person goes', async () => {
  const { db, path } = await registerOfVersionOne();
  await migrate(db, path, migrations.slice(0, 2));
  db.exec(`INSERT INTO tie (id, person_id, revision, kind, other_person_id, place, life, changed_at,
    changed_by) VALUES ('t', 'open', 1, 'sibling', 'full', 'italy', 'alive', 't', 'u')`);
  db.exec("DELETE FROM person WHERE id = 'full'");
  for (const table of ['person_contact', 'person_address', 'reception_stay', 'tie']) {
    const left = db.prepare(`SELECT person_id FROM ${table} WHERE person_id = 'full'`).all();
    expect(left, table).toEqual([]);
  }
  expect(db.prepare('SELECT id FROM tie').all()).toEqual([]);
  db.close();
});
