import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { backupProcedures } from '#api/backups.ts';
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { proveRestore } from './drill.ts';
import { keepBackup, removeBackup } from './keep-backup.ts';
import { backupOverview } from './overview.ts';
import { openBackupFile, restoreBackup } from './restore.ts';
import { runTask, stopTask } from './task.ts';

type BackupHandlers = Handlers<Pick<VaultContract, keyof typeof backupProcedures>, CoreContext>;

const isWithin = (folder: string, path: string) => {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !(way.startsWith('..') || resolve(way) === way);
};

async function savePlace(context: CoreContext, place: string): Promise<void> {
  const register = registerOf(context);
  // What happens to the register's folder would happen to its copies.
  if (isWithin(register.folder, place)) throw new ProcedureError('backup_place_same');
  await access(place, constants.W_OK).catch(() => {
    throw new ProcedureError('backup_not_written');
  });
  const changed = changedNow(context);
  await register.db
    .insertInto('backup_setting')
    .values({ only_row: 1, place, is_automatic: 1, ...changed })
    .onConflict((conflict) => conflict.doUpdateSet({ place, ...changed }))
    .execute();
  announceChange(context, 'backups');
}

async function saveAutomatic(context: CoreContext, isAutomatic: boolean): Promise<void> {
  const { numUpdatedRows } = await registerOf(context)
    .db.updateTable('backup_setting')
    .set({ is_automatic: isAutomatic ? 1 : 0, ...changedNow(context) })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ProcedureError('backup_place_missing');
  announceChange(context, 'backups');
}

export const backupHandlers: BackupHandlers = {
  'backups.get': backupOverview,
  'backups.savePlace': async (context, { grant }) => {
    await savePlace(context, await context.ports.files.pathOf(grant, 'folder'));
    return {};
  },
  'backups.saveAutomatic': async (context, { isAutomatic }) => {
    await saveAutomatic(context, isAutomatic);
    return {};
  },
  'backups.remove': async (context, { id }) => {
    await removeBackup(context, id);
    return {};
  },
  'backups.create': async (context) => {
    const { fileName, byteCount, missingAttachments } = await runTask(context, 'backup', (task) =>
      keepBackup(context, { task, isAutomatic: false }),
    );
    return { fileName, byteCount, missingAttachments };
  },
  'backups.stop': async (context) => {
    await stopTask(context);
    return {};
  },
  'backups.prove': (context) => runTask(context, 'restore', (task) => proveRestore(context, task)),
  'backups.open': async (context, { grant }) =>
    openBackupFile(context, await context.ports.files.pathOf(grant, 'read')),
  'backups.restore': (context, wanted) =>
    runTask(context, 'restore', (task) => restoreBackup(context, wanted, task)),
};
