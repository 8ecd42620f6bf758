import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('files closed before case events were kept have their closing as an event', async () => {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  await migrate(
    db,
    path,
    migrations.filter(({ version }) => version < 5),
  );
  for (const id of ['open', 'closed']) {
    db.exec(`
      INSERT INTO person (id, revision, sex, changed_at, changed_by)
      VALUES ('${id}', 1, 'female', 't', 'u');
      INSERT INTO case_file (id, person_id, number, opened_on, changed_at, changed_by)
      VALUES ('file-${id}', '${id}', 'PRV-2026-${id}', '2026-01-10', 't', 'u');`);
  }
  db.exec(`
    UPDATE case_file SET closed_on = '2026-05-02', closure_reason = 'movedAway'
    WHERE person_id = 'closed';`);
  const before = db.prepare('SELECT * FROM case_file ORDER BY id').all();
  await migrate(
    db,
    path,
    migrations.filter(({ version }) => version <= 5),
  );
  const after = db.prepare('SELECT * FROM case_file ORDER BY id').all();
  expect(after).toEqual(before.map((row) => ({ ...row, worker_id: null })));
  const events = db.prepare('SELECT * FROM case_event').all<{ id: string }>();
  expect(events).toMatchObject([
    {
      person_id: 'closed',
      kind: 'closed',
      happened_on: '2026-05-02',
      closure_reason: 'movedAway',
      changed_at: 't',
      changed_by: 'u',
    },
  ]);
  expect(z.uuid().safeParse(events[0]?.id).success).toBe(true);
  db.close();
});

test('what was planned with one person alone goes with them when they are erased', async () => {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  await migrate(db, path);
  for (const id of ['ada', 'bea']) {
    db.exec(`
      INSERT INTO person (id, revision, sex, changed_at, changed_by)
      VALUES ('${id}', 1, 'female', 't', 'u');`);
  }
  for (const id of ['alone', 'both', 'nobody']) {
    db.exec(`
      INSERT INTO appointment (id, revision, planned_on, kind, state, changed_at, changed_by)
      VALUES ('${id}', 1, '2026-11-24', 'talk', 'planned', 't', 'u');`);
  }
  db.exec(`
    INSERT INTO appointment_person VALUES ('alone', 'ada'), ('both', 'ada'), ('both', 'bea');
    DELETE FROM person WHERE id = 'ada';`);
  expect(db.prepare('SELECT id FROM appointment ORDER BY id').all()).toEqual([
    { id: 'both' },
    { id: 'nobody' },
  ]);
  db.close();
});
