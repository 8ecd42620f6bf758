import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const number = migrations.findIndex(({ sql }) => sql.includes('CREATE TABLE signed_plan'));

/** A register as it was just before, with one signed plan and the rows given. */
async function registerBefore(rows: string) {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  onTestFinished(() => db.close());
  await migrate(db, path, migrations.slice(0, number));
  db.exec(`
    INSERT INTO person (id, revision, sex, changed_at, changed_by) VALUES ('p', 1, 'male', 't', 'u');
    INSERT INTO plan (id, person_id, version, revision, state, signed_on, details, changed_at, changed_by)
    VALUES ('l', 'p', 1, 1, 'signed', '2026-03-01', '{}', 't', 'u');
    ${rows}`);
  await migrate(db, path);
  return db;
}

test('plans that were saved before are among the documents that were given', async () => {
  const db = await registerBefore(`
    INSERT INTO audit_entry VALUES
      (1, '2026-03-02T10:00:00Z', 'u', 'documents.savePlan', 'l', 'm'),
      (2, '2026-03-03T10:00:00Z', 'u', 'documents.saveLetter', 'l', 'm');`);
  const rows = db
    .prepare(
      'SELECT length(id) AS length, person_id, kind, given_on, given_to, sha256 FROM given_document',
    )
    .all<Record<string, string | number | null>>();
  expect(rows).toEqual([
    {
      length: 36,
      person_id: 'p',
      kind: 'plan',
      given_on: '2026-03-02',
      given_to: null,
      sha256: null,
    },
  ]);
});

test('the paper of a signed plan cannot be changed, and goes with the plan', async () => {
  const db = await registerBefore('');
  db.exec(`INSERT INTO signed_plan VALUES ('l', NULL, x'25', '${'a'.repeat(64)}', 1, 't', 'u')`);
  expect(() => db.exec("UPDATE signed_plan SET bytes = x'26'")).toThrow(/as it was signed/);
  db.exec("DELETE FROM person WHERE id = 'p'");
  expect(db.prepare('SELECT count(*) AS n FROM signed_plan').all()).toEqual([{ n: 0 }]);
});
