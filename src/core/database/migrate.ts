/*
 * Brings a register file to the version this program writes: numbered steps, upwards only, each frozen once
 * released. A copy of the file is made first, every step is one transaction with its own version number, and
 * a file from a newer program is refused before anything is written to it.
 */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Database } from '@signalapp/sqlcipher';
import { ProcedureError } from '#api/errors.ts';
import { migration0001 } from './migrations/0001-first-register.ts';
import { migration0002 } from './migrations/0002-record-of-a-person.ts';
import { migration0003 } from './migrations/0003-users-and-restricted-tier.ts';
import { migration0004 } from './migrations/0004-search-and-duplicates.ts';
import { migration0005 } from './migrations/0005-services-and-appointments.ts';
import { migration0006 } from './migrations/0006-referrals-and-directory.ts';
import { migration0007 } from './migrations/0007-deadlines.ts';
import { migration0008 } from './migrations/0008-attachments.ts';
import { migration0009 } from './migrations/0009-drafts.ts';
import { migration0010 } from './migrations/0010-assessments-plans-consents.ts';
import { migration0011 } from './migrations/0011-imports.ts';
import { migration0012 } from './migrations/0012-restricted-attachments.ts';
import { migration0013 } from './migrations/0013-lists.ts';
import { migration0014 } from './migrations/0014-backups.ts';
import { migration0015 } from './migrations/0015-erasure-and-retention.ts';
import { migration0016 } from './migrations/0016-releases.ts';
import { migration0017 } from './migrations/0017-register-completed.ts';
import { migration0018 } from './migrations/0018-signed-plans-and-documents.ts';
import { migration0019 } from './migrations/0019-programmes.ts';
import { migration0020 } from './migrations/0020-letters-and-protocol.ts';
import { migration0021 } from './migrations/0021-ledgers.ts';
import { migration0022 } from './migrations/0022-follow-ups.ts';
import { migration0023 } from './migrations/0023-matching.ts';
import { migration0024 } from './migrations/0024-programme-templates.ts';
import { migration0025 } from './migrations/0025-language-of-user.ts';
import { migration0026 } from './migrations/0026-nationality-maps.ts';
import { migration0027 } from './migrations/0027-report-plans.ts';
import { migration0028 } from './migrations/0028-ways-and-wishes.ts';
import { migration0029 } from './migrations/0029-network.ts';
import { migration0030 } from './migrations/0030-areas.ts';
import { migration0031 } from './migrations/0031-activities.ts';
import { migration0032 } from './migrations/0032-rest-of-the-record.ts';
import { migration0033 } from './migrations/0033-enterprises.ts';
import { migration0034 } from './migrations/0034-consent-of-matches.ts';
import { migration0035 } from './migrations/0035-template-of-programme.ts';
import { readPragma, rollBack } from './open-database.ts';

type Sqlite = InstanceType<typeof Database>;

export interface Migration {
  version: number;
  sql: string;
}

export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
  migration0025,
  migration0026,
  migration0027,
  migration0028,
  migration0029,
  migration0030,
  migration0031,
  migration0032,
  migration0033,
  migration0034,
  migration0035,
];

export function versionOf(db: Sqlite): number {
  return Number(readPragma(db, 'user_version') ?? 0);
}

async function copyBefore(db: Sqlite, path: string): Promise<void> {
  const copy = `${path}.before-v${versionOf(db) + 1}`;
  const unfinished = `${copy}.new`;
  await rm(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run([unfinished]);
  await rename(unfinished, copy);
}

function apply(db: Sqlite, migration: Migration): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.version}`);
    const broken = db.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`migration ${migration.version} breaks references`);
    db.exec('COMMIT');
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/** Fails with `register_newer` when the file was written by a newer program. `path` is the file of `db`. */
export async function migrate(
  db: Sqlite,
  path: string,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const current = versionOf(db);
  const newest = steps.at(-1)?.version ?? 0;
  if (current > newest) throw new ProcedureError('register_newer');
  if (current === newest) return;
  if (current > 0 && existsSync(path)) await copyBefore(db, path);
  for (const step of steps) if (step.version > current) apply(db, step);
}
