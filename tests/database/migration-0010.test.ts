import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A register as it was just before, with the rows given. */
async function registerBefore(rows: string) {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  onTestFinished(() => db.close());
  await migrate(db, path, [migrations[0] as (typeof migrations)[number]]);
  db.exec(`
    INSERT INTO user VALUES
      ('u1', 'Giulia', 'coordinator', 's1', 't', 'u1'), ('u2', 'Marco', 'volunteer', 's2', 't', 'u1');
    INSERT INTO person (id, revision, sex, changed_at, changed_by)
    VALUES ('p1', 1, 'male', 't', 'u1'), ('p2', 1, 'female', 't', 'u1');
    INSERT INTO organisation VALUES ('o', 'registry', 'Comune', NULL, NULL, NULL, 't', 'u1');
    ${rows}`);
  await migrate(db, path);
  return db;
}

test('needs become assessments, one a day, with nothing lost and the later one later', async () => {
  const db = await registerBefore(`
    INSERT INTO need VALUES
      ('n1', 'p1', 'HOU', 2, 'Siamo in quattro.', '2026-03-01', '2026-03-01T09:00Z', 'u1'),
      ('n2', 'p1', 'LNG', 1, NULL, '2026-03-01', '2026-03-01T09:05Z', 'u1'),
      ('n3', 'p1', 'HOU', 3, NULL, '2026-03-01', '2026-03-01T17:00Z', 'u2'),
      ('n4', 'p1', 'HOU', 4, NULL, '2026-09-01', '2026-09-01T09:00Z', 'u2'),
      ('n5', 'p2', 'HOU', 5, NULL, '2026-03-01', '2026-03-01T09:00Z', 'gone');`);
  const scores = db
    .prepare(
      `SELECT person_id, assessed_on, assessor, state, id, domain, level, words
       FROM assessment JOIN assessment_score ON assessment_id = id
       ORDER BY person_id, assessed_on, id, domain`,
    )
    .all<Record<string, string | number | null>>();
  expect(scores.map((row) => Object.values(row))).toEqual([
    ['p1', '2026-03-01', 'Giulia', 'completed', 'n1', 'HOU', 2, 'Siamo in quattro.'],
    ['p1', '2026-03-01', 'Giulia', 'completed', 'n1', 'LNG', 1, null],
    ['p1', '2026-03-01', 'Marco', 'completed', 'n3', 'HOU', 3, null],
    ['p1', '2026-09-01', 'Marco', 'completed', 'n4', 'HOU', 4, null],
    ['p2', '2026-03-01', '', 'completed', 'n5', 'HOU', 5, null],
  ]);
});

test('signed plans and consents stay as they were, and old withdrawals ask for nothing', async () => {
  const db = await registerBefore(`
    INSERT INTO plan VALUES
      ('l1', 'p1', 1, 1, 'signed', '2026-03-01', '2026-06-01', '{"goals":[]}', 't', 'u1');
    INSERT INTO consent VALUES
      ('c1', 'p1', 'referral', 'o', 'self', 'signed', 'som', 'Solo il nome.', '2026-03-01',
        '2027-03-01', NULL, 't', 'u1'),
      ('c2', 'p1', 'imageAndVoice', NULL, 'guardian', 'oral', NULL, NULL, '2026-03-01', NULL,
        '2026-04-01', 't', 'u1');
    INSERT INTO letter VALUES
      ('e1', 'p1', 'o', 'c1', 'issued', 2026, 1, '2026-03-02', NULL, NULL, '{}', '{}', 't', 'u1');`);
  expect(db.prepare('SELECT details, signed_on, signature FROM plan').all()).toEqual([
    { details: '{"goals":[]}', signed_on: '2026-03-01', signature: null },
  ]);
  expect(() => db.exec("UPDATE plan SET signature = '{}'")).toThrow(/final/);
  expect(
    db
      .prepare('SELECT id, scope, data_categories, withdrawn_on, followed_up_on FROM consent')
      .all(),
  ).toEqual([
    {
      id: 'c1',
      scope: 'Solo il nome.',
      data_categories: '[]',
      withdrawn_on: null,
      followed_up_on: null,
    },
    {
      id: 'c2',
      scope: null,
      data_categories: '[]',
      withdrawn_on: '2026-04-01',
      followed_up_on: '2026-04-01',
    },
  ]);
  expect(db.prepare('SELECT consent_id FROM letter').all()).toEqual([{ consent_id: 'c1' }]);
});
