/*
 * Makes a register from a copy. It never touches one that is there: everything is put into a new folder under
 * another name first, checked to the last row, and gets its name at the very end. Interrupted anywhere it
 * leaves a folder that passes for nothing, and the next attempt clears it away.
 */
import { chmod, mkdir, open, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { CoreContext } from '../context.ts';
import { delayedAtCopy } from '../vault/door-delay.ts';
import { contentOf, databasePath, doorAsksForName, syncFolder } from '../vault/register-folder.ts';
import { carryErased, listKeyOf } from './erased-list.ts';
import { diskFailure, failingAs } from './failures.ts';
import { openWithWay, type Way } from './open-with-way.ts';
import {
  type BackupFile,
  checkDatabase,
  extract,
  openBackup,
  withBackupFile,
} from './read-backup.ts';
import { restoredMark } from './restored-mark.ts';
import type { Task } from './task.ts';
import { registerTag } from './write-backup.ts';

type Wanted = ParsedInputOf<VaultContract, 'backups.restore'>;

const UNFINISHED = '.restoring';
/** In a folder that is being made: so that clearing it away never takes a folder of somebody's own. */
const OURS = 'unfinished-restore';

const chosen = new WeakMap<CoreContext, string>();

/** Keeps the path of a chosen copy for `restoreBackup`, after a first look at it. */
export async function openBackupFile(context: CoreContext, path: string) {
  chosen.delete(context);
  const facts = await withBackupFile(path, async ({ byteCount, keyring }) => ({
    byteCount,
    asksForName: doorAsksForName(keyring),
  }));
  chosen.set(context, path);
  return facts;
}

/** The folder to come: free, or empty. Fails with `register_exists`, `folder_not_empty`, `folder_missing`. */
async function checkTarget(target: string): Promise<void> {
  const content = await contentOf(target);
  if (content === 'register') throw new ProcedureError('register_exists');
  if (content === 'otherFiles') throw new ProcedureError('folder_not_empty');
  const isThere = await stat(target).catch(() => undefined);
  if (isThere?.isFile()) throw new ProcedureError('folder_not_empty');
  if ((await contentOf(dirname(target))) === 'missing') throw new ProcedureError('folder_missing');
}

async function prepareAside(aside: string): Promise<void> {
  const mark = join(aside, OURS);
  if (await stat(mark).catch(() => undefined)) await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await chmod(aside, 0o700);
  await writeFile(mark, '', { mode: 0o600 });
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function takePlace(aside: string, target: string): Promise<void> {
  // Opening the database to check it has written to it.
  await syncFile(databasePath(aside));
  await syncFolder(aside);
  await rmdir(target).catch(() => undefined);
  await rename(aside, target);
  await syncFolder(dirname(target));
  await rm(join(target, OURS), { force: true });
}

/** As at the door: a passphrase may be tried only so often, the recovery key always. */
async function openPatiently(
  { ports }: CoreContext,
  { backup, copy, tag }: { backup: BackupFile; copy: string; tag: string },
  way: Way,
) {
  const open = () => openWithWay(backup.keyring, way);
  return 'passphrase' in way ? delayedAtCopy({ copy, tag, ports }, open) : open();
}

async function fill(
  context: CoreContext,
  { path, aside, wanted, task }: { path: string; aside: string; wanted: Wanted; task: Task },
) {
  return withBackupFile(path, async (backup) => {
    const tag = registerTag(backup.keyring.vaultId);
    const slot = await openPatiently(context, { backup, copy: path, tag }, wanted.way);
    const opened = await openBackup(backup, slot.keys);
    task.expect(backup.byteCount);
    await failingAs(diskFailure, () => prepareAside(aside));
    await extract(backup, opened, { into: aside, withAttachments: true, onBytes: task.onBytes });
    const list = await checkDatabase(aside, opened, listKeyOf);
    const { manifest } = opened;
    const others = { copy: path, tag, beside: wanted.beside };
    await failingAs(diskFailure, () => carryErased(aside, list, others));
    await failingAs(diskFailure, () => restoredMark(aside, context, manifest.madeAt));
    return manifest;
  });
}

/** Fails with `grant_unknown` before a copy was opened, and with the codes said in the contract. */
export async function restoreBackup(context: CoreContext, wanted: Wanted, task: Task) {
  const path = chosen.get(context);
  if (path === undefined) throw new ProcedureError('grant_unknown');
  const target = join(wanted.folder, wanted.newFolderName);
  await checkTarget(target);
  const aside = join(dirname(target), `${basename(target)}${UNFINISHED}`);
  try {
    const { madeAt, counts, missing } = await fill(context, { path, aside, wanted, task });
    task.checkStopped();
    await failingAs(diskFailure, () => takePlace(aside, target));
    return {
      folder: target,
      madeAt,
      people: counts.person ?? 0,
      attachments: counts.attachment ?? 0,
      missingAttachments: missing.length,
    };
  } catch (failure) {
    const isOurs = await stat(join(aside, OURS)).catch(() => undefined);
    if (isOurs) await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    throw failure;
  }
}
