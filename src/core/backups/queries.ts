import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../context.ts';
import type { BackupTable } from '../database/tables/backup-tables.ts';

const MOST_LISTED = 100;

export async function settingOf(db: Db) {
  return db.selectFrom('backup_setting').selectAll().executeTakeFirst();
}

/** Newest first; without those that were taken away. */
export async function listBackups(db: Db): Promise<BackupTable[]> {
  return db
    .selectFrom('backup')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute();
}

export const pathOf = ({ place, file_name }: Pick<BackupTable, 'place' | 'file_name'>) =>
  join(place, file_name);

/** By name and length alone: whether it is sound is for a trial to find out. */
export async function isThere(row: BackupTable): Promise<boolean> {
  const facts = await stat(pathOf(row)).catch(() => undefined);
  return facts?.isFile() === true && facts.size === row.byte_count;
}

export async function lastDrill(db: Db) {
  return db
    .selectFrom('restore_drill')
    .selectAll()
    .orderBy('done_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function lastProvenOn(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('restore_drill')
    .select('done_on')
    .where('failure', 'is', null)
    .orderBy('done_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.done_on;
}

/** The day of the first line of the audit log: how long there has been something to lose. */
export async function firstDay(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.at.slice(0, 10);
}
