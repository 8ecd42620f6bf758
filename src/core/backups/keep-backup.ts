import { rm } from 'node:fs/promises';
import { ProcedureError } from '#api/errors.ts';
import { backupsToRemove } from '#domain/backups/rotation.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import type { BackupTable } from '../database/tables/backup-tables.ts';
import { keyringOf } from '../vault/keyring-changes.ts';
import { keepErasedBesideCopies } from './erased-list.ts';
import { failingAs, placeFailure } from './failures.ts';
import { isThere, listBackups, pathOf, settingOf } from './queries.ts';
import type { Task } from './task.ts';
import { registerTag, type WrittenBackup, writeBackup } from './write-backup.ts';

/** Takes away what rotation no longer keeps, in this place; only after a newer copy was proved sound. */
async function rotate(context: CoreContext, place: string): Promise<void> {
  const { db } = registerOf(context);
  const rows = (await listBackups(db)).filter((row) => row.place === place);
  const [newest] = rows;
  if (!newest || !(await isThere(newest))) return;
  const dated = rows.map(({ id, made_at }) => ({ id, madeOn: made_at.slice(0, 10) }));
  const surplus = new Set(backupsToRemove(dated));
  for (const row of rows) {
    if (!surplus.has(row.id)) continue;
    await takeAway(context, row);
  }
}

async function takeAway(context: CoreContext, row: BackupTable): Promise<void> {
  await rm(pathOf(row), { force: true });
  const changed = changedNow(context);
  await registerOf(context)
    .db.updateTable('backup')
    .set({ removed_at: changed.changed_at, ...changed })
    .where('id', '=', row.id)
    .execute();
}

/** As somebody decides. Fails with `not_found`, `backup_newest` or `backup_not_written`. */
export async function removeBackup(context: CoreContext, id: string): Promise<void> {
  const rows = await listBackups(registerOf(context).db);
  const row = rows.find((one) => one.id === id);
  if (!row) throw new ProcedureError('not_found');
  // It may be the only one from which everything comes back.
  if (row === rows[0]) throw new ProcedureError('backup_newest');
  await failingAs(placeFailure, () => takeAway(context, row));
  announceChange(context, 'backups');
}

/** Makes a copy where copies go, notes it and takes old ones away. Fails with `backup_place_missing`. */
export async function keepBackup(
  context: CoreContext,
  { task, isAutomatic }: { task: Task; isAutomatic: boolean },
): Promise<WrittenBackup> {
  const register = registerOf(context);
  const setting = await settingOf(register.db);
  if (!setting) throw new ProcedureError('backup_place_missing');
  const { place } = setting;
  const written = await writeBackup(context, register, { place, task });
  await register.db
    .insertInto('backup')
    .values({
      id: context.ports.ids.next(),
      made_at: written.madeAt,
      place,
      file_name: written.fileName,
      byte_count: written.byteCount,
      generation: written.generation,
      is_automatic: isAutomatic ? 1 : 0,
      removed_at: null,
      ...changedNow(context),
    })
    .execute();
  const tag = registerTag(keyringOf(register).vaultId);
  await failingAs(placeFailure, () => keepErasedBesideCopies(context, { place, tag }));
  // The copy is made and noted: one that could not be taken away is no reason to say it failed.
  await rotate(context, place).catch(() => undefined);
  announceChange(context, 'backups');
  return written;
}
