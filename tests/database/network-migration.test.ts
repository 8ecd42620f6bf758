import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const upTo = (version: number) => migrations.filter((step) => step.version <= version);

const OLD_ROWS = `
  INSERT INTO organisation (id, kind, name, agreement_signed_on, agreement_expires_on, changed_at, changed_by)
    VALUES ('o', 'lawyer', 'Il Ponte', '2026-01-15', '2027-01-14', 't', 'u');
  INSERT INTO organisation (id, kind, name, agreement_signed_on, changed_at, changed_by)
    VALUES ('p', 'health', 'ASL', '2025-03-01', 't', 'u');
  INSERT INTO organisation (id, kind, name, changed_at, changed_by)
    VALUES ('q', 'registry', 'Comune', 't', 'u');`;

test('agreements that stood in the directory of an older register are kept', async () => {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  await migrate(db, path, upTo(28));
  db.exec(OLD_ROWS);
  await migrate(db, path, upTo(29));
  expect(db.prepare('SELECT * FROM agreement ORDER BY signed_on DESC').all()).toMatchObject([
    { organisation_id: 'o', title: 'Il Ponte', signed_on: '2026-01-15', expires_on: '2027-01-14' },
    { organisation_id: 'p', title: 'ASL', signed_on: '2025-03-01', expires_on: null },
  ]);
  expect(db.prepare('SELECT name FROM organisation ORDER BY id').all()).toHaveLength(3);
  db.close();
});
