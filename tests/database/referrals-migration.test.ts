import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { migrate, migrations } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const upTo = (version: number) => migrations.filter((step) => step.version <= version);

const OLD_ROWS = `
  INSERT INTO person (id, revision, sex, changed_at, changed_by) VALUES ('p', 1, 'male', 't', 'u');
  INSERT INTO organisation VALUES ('o', 'registry', 'Comune', 'Anagrafe', 'via Roma 1', 'a@pec', 't', 'u');
  INSERT INTO organisation VALUES ('o2', 'health', 'ASL', NULL, NULL, NULL, 't', 'u');
  INSERT INTO consent (id, person_id, purpose, organisation_id, given_by, way, given_on, changed_at, changed_by)
    VALUES ('c', 'p', 'referral', 'o', 'self', 'signed', '2026-01-01', 't', 'u');
  INSERT INTO letter VALUES ('l1', 'p', 'o', 'c', 'issued', 2026, 1, '2026-10-01', '2026-10-15', NULL,
    '{"a":1}', '{"b":2}', '2026-10-01T09:00:00.000Z', 'u');
  INSERT INTO letter VALUES ('l2', 'p', 'o2', 'c', 'answered', 2026, 2, '2026-10-02', '2026-10-16',
    '2026-10-11', '{}', '{}', '2026-10-11T09:00:00.000Z', 'u2');`;

async function migrated() {
  const path = join(await temporaryFolder(), 'register.db');
  const db = createDatabase(path, randomBytes(32));
  await migrate(db, path, upTo(1));
  db.exec(OLD_ROWS);
  await migrate(db, path, upTo(6));
  return db;
}

describe('letters and offices of an older register', () => {
  test('keep every letter, with what it said and to whom', async () => {
    const db = await migrated();
    expect(db.prepare('SELECT * FROM letter ORDER BY id').all()).toMatchObject([
      {
        id: 'l1',
        referral_id: 'l1',
        person_id: 'p',
        organisation_id: 'o',
        consent_id: 'c',
        protocol_year: 2026,
        protocol_number: 1,
        issued_on: '2026-10-01',
        reply_by: '2026-10-15',
        details: '{"a":1}',
        facts: '{"b":2}',
        addressee: '{"name":"Comune","office":"Anagrafe","address":"via Roma 1","pec":"a@pec"}',
        changed_by: 'u',
      },
      { id: 'l2', protocol_number: 2, addressee: '{"name":"ASL"}' },
    ]);
    db.close();
  });

  test('become referrals in the state they were in, with their history', async () => {
    const db = await migrated();
    expect(db.prepare('SELECT * FROM referral ORDER BY id').all()).toMatchObject([
      { id: 'l1', state: 'sent', sent_on: '2026-10-01', reply_by: '2026-10-15', replied_on: null },
      { id: 'l2', state: 'received', replied_on: '2026-10-11', opened_on: '2026-10-02' },
    ]);
    const steps = db
      .prepare('SELECT * FROM referral_step ORDER BY referral_id, changed_at')
      .all<{ id: string; referral_id: string; to_state: string; happened_on: string }>();
    expect(steps.map((one) => [one.referral_id, one.to_state, one.happened_on])).toEqual([
      ['l1', 'sent', '2026-10-01'],
      ['l2', 'sent', '2026-10-02'],
      ['l2', 'received', '2026-10-11'],
    ]);
    expect(z.uuid().safeParse(steps.at(-1)?.id).success).toBe(true);
    db.close();
  });

  test('offices keep what they had, certified mail too, and nobody has checked them yet', async () => {
    const db = await migrated();
    expect(db.prepare("SELECT * FROM organisation WHERE id = 'o'").all()).toMatchObject([
      {
        name: 'Comune',
        office: 'Anagrafe',
        address: 'via Roma 1',
        pec: 'a@pec',
        revision: 1,
        is_archived: 0,
        verified_on: null,
      },
    ]);
    db.close();
  });

  test('a step that was kept cannot be rewritten, not even by our own code', async () => {
    const db = await migrated();
    expect(() => db.exec("UPDATE referral_step SET note = 'x'")).toThrow(/history/);
    db.exec("DELETE FROM person WHERE id = 'p'");
    expect(db.prepare('SELECT * FROM referral_step').all()).toEqual([]);
    db.close();
  });
});
