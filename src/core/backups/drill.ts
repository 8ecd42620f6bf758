/*
 * The trial of a restore: the newest copy is restored as if the computer had been lost, into a folder of the
 * register's own that is removed afterwards. A backup that was never restored is a guess; once a month somebody
 * sees it proved, or learns in time that it is not (security findings b.7). What is decrypted stays in memory.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorCode, ProcedureError } from '#api/errors.ts';
import { readStoredFile } from '../attachments/attachment-folder.ts';
import { openChunks, sealedLength } from '../attachments/sealed-chunks.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import type { BackupTable } from '../database/tables/backup-tables.ts';
import { isThere, listBackups, pathOf } from './queries.ts';
import { checkDatabase, extract, openBackup, withBackupFile } from './read-backup.ts';
import type { Task } from './task.ts';
import { withWorkFolder } from './work-folder.ts';

/** What a copy is to blame for; a full disk or a change of mind is not among it. */
const FAULTS_OF_COPY: ErrorCode[] = [
  'backup_not_ours',
  'backup_newer',
  'backup_incomplete',
  'backup_damaged',
  'backup_not_genuine',
  'backup_former_keys',
  'attachment_damaged',
  'file_not_read',
];

async function newestThere(context: CoreContext): Promise<BackupTable> {
  for (const row of await listBackups(registerOf(context).db)) {
    if (await isThere(row)) return row;
  }
  throw new ProcedureError('backup_place_missing');
}

interface StoredAttachment {
  id: string;
  stored_as: string;
  byte_count: number;
  file_key: Uint8Array;
}

/** Those of the general tier; what is under a case key has been compared bit by bit already. */
const OPENABLE = `SELECT a.id, c.stored_as, a.byte_count, c.file_key
  FROM attachment a JOIN attachment_content c ON c.attachment_id = a.id
  WHERE c.stored_as IS NOT NULL AND a.is_restricted = 0`;

async function openAttachments(
  folder: string,
  rows: StoredAttachment[],
  missing: readonly string[],
): Promise<void> {
  for (const { id, stored_as, byte_count, file_key } of rows) {
    if (missing.includes(stored_as)) continue;
    const sealed = await readStoredFile(folder, stored_as, sealedLength(byte_count));
    const plain = openChunks(file_key, sealed, id);
    if (plain?.length !== byte_count) throw new ProcedureError('attachment_damaged');
  }
}

async function restoreAside(context: CoreContext, path: string, task: Task) {
  const { folder, keysByGeneration, keyring } = registerOf(context);
  return withWorkFolder(folder, (work) =>
    withBackupFile(path, async (backup) => {
      if (backup.keyring.vaultId !== keyring.vaultId) throw new ProcedureError('backup_not_ours');
      const isFormer = !keysByGeneration.has(backup.keyring.generation);
      if (isFormer) throw new ProcedureError('backup_former_keys');
      const opened = await openBackup(backup, keysByGeneration);
      task.expect(backup.byteCount);
      const into = join(work, 'restored');
      await mkdir(into, { mode: 0o700 });
      await extract(backup, opened, { into, withAttachments: true, onBytes: task.onBytes });
      const { counts, missing } = opened.manifest;
      const rows = await checkDatabase(into, opened, (db) =>
        db.prepare(OPENABLE).all<StoredAttachment & Record<string, never>>(),
      );
      await openAttachments(into, rows, missing);
      return { people: counts.person ?? 0, attachments: counts.attachment ?? 0 };
    }),
  );
}

async function note(
  context: CoreContext,
  row: BackupTable,
  failure: ErrorCode | null,
): Promise<void> {
  await registerOf(context)
    .db.insertInto('restore_drill')
    .values({
      id: context.ports.ids.next(),
      done_on: context.ports.clock.today(),
      backup_made_at: row.made_at,
      failure,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'backups');
}

/** Fails with `backup_place_missing` when no copy can be reached, and with what is wrong with the newest. */
export async function proveRestore(context: CoreContext, task: Task) {
  const row = await newestThere(context);
  try {
    const found = await restoreAside(context, pathOf(row), task);
    await note(context, row, null);
    return found;
  } catch (failure) {
    const { code } = failure as { code?: ErrorCode };
    if (code && FAULTS_OF_COPY.includes(code)) await note(context, row, code);
    throw failure;
  }
}
