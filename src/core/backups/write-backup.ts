/*
 * Makes a backup that can be relied on: the register as it was in one moment, written under a temporary name
 * to the place somebody chose, forced to the disk, read back from there, its database opened with the key and
 * counted, and only then given its name. A copy nobody has read back is a hope (security findings b.7).
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProcedureError } from '#api/errors.ts';
import { attachmentPath } from '../attachments/attachment-folder.ts';
import type { CoreContext, OpenRegister } from '../context.ts';
import { keyringText, syncFolder } from '../vault/register-folder.ts';
import { ContainerWriter, noId } from './container.ts';
import { failingAs, placeFailure } from './failures.ts';
import { type Manifest, manifestFormat, sealManifest } from './manifest.ts';
import { checkDatabase, extract, openBackup, withBackupFile } from './read-backup.ts';
import { bytesOfFile, type Snapshot, takeSnapshot } from './snapshot.ts';
import type { Task } from './task.ts';
import { withWorkFolder } from './work-folder.ts';

const ENDING = '.apb';
const UNFINISHED = '.part';

/** Tells the copies of one register from those of another, and says nothing else. */
export function registerTag(vaultId: string): string {
  return createHash('sha256').update(`approdo backup|${vaultId}`).digest('hex').slice(0, 6);
}

const isUnfinished = (name: string, tag: string) =>
  name.startsWith('backup-') && name.endsWith(`-${tag}${ENDING}${UNFINISHED}`);

/** Left behind by a copy that was interrupted: nobody ever took it for one. */
async function removeUnfinished(place: string, tag: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (isUnfinished(name, tag)) await rm(join(place, name), { force: true });
  }
}

/** Says when, and nothing about whose. */
function fileName(madeAt: string, tag: string, count: number): string {
  const moment = madeAt.replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `backup-${moment}${count === 1 ? '' : `-${count}`}-${tag}${ENDING}`;
}

async function freeName(place: string, madeAt: string, tag: string): Promise<string> {
  const taken = new Set(await readdir(place));
  for (let count = 1; ; count++) {
    const name = fileName(madeAt, tag, count);
    if (!taken.has(name)) return name;
  }
}

async function writeMembers(
  writer: ContainerWriter,
  snapshot: Snapshot,
  { folder, madeAt, programVersion }: { folder: string; madeAt: string; programVersion: string },
): Promise<void> {
  const { vaultId, counts, auditHead, schemaVersion, missing, keys } = snapshot;
  const keyring = Buffer.from(keyringText(snapshot.keyring), 'utf8');
  await writer.begin();
  const checks = {
    keyring: await writer.add({ kind: 'keyring', id: noId, size: keyring.length }, [keyring]),
    database: await writer.add(
      { kind: 'database', id: noId, size: snapshot.databaseBytes },
      bytesOfFile(snapshot.database),
    ),
  };
  const attachments: Manifest['attachments'] = [];
  for (const { id, size } of snapshot.attachments) {
    const source = bytesOfFile(attachmentPath(folder, id));
    const check = await writer.add({ kind: 'attachment', id, size }, source);
    attachments.push({ id, size, check });
  }
  const manifest: Manifest = {
    format: manifestFormat,
    vaultId,
    madeAt,
    programVersion,
    schemaVersion,
    counts,
    ...(auditHead ? { auditHead } : {}),
    checks,
    attachments,
    missing,
  };
  const sealed = sealManifest(keys.general, manifest);
  await writer.add({ kind: 'manifest', id: noId, size: sealed.length }, [sealed]);
}

/** Reads what was written, from where it was written, as a restore would. */
async function verify(
  path: string,
  snapshot: Snapshot,
  { into, task }: { into: string; task: Task },
): Promise<number> {
  return withBackupFile(path, async (backup) => {
    const keys = new Map([[snapshot.keyring.generation, snapshot.keys]]);
    const opened = await openBackup(backup, keys);
    await extract(backup, opened, { into, withAttachments: false, onBytes: task.onBytes });
    await checkDatabase(into, opened, () => undefined);
    return backup.byteCount;
  });
}

export interface WrittenBackup {
  fileName: string;
  byteCount: number;
  madeAt: string;
  generation: number;
  missingAttachments: number;
}

async function writeAndVerify(
  context: CoreContext,
  register: OpenRegister,
  { place, work, task }: { place: string; work: string; task: Task },
): Promise<WrittenBackup> {
  const madeAt = context.ports.clock.now().toISOString();
  const snapshot = await takeSnapshot(register, work);
  const attachmentBytes = snapshot.attachments.reduce((sum, { size }) => sum + size, 0);
  // Once to write and once to read back.
  task.expect(2 * (snapshot.databaseBytes + attachmentBytes));
  const tag = registerTag(snapshot.vaultId);
  await removeUnfinished(place, tag);
  const name = await freeName(place, madeAt, tag);
  const [path, unfinished] = [join(place, name), join(place, name + UNFINISHED)];
  const programVersion = context.ports.programVersion ?? 'development';
  const file = await open(unfinished, 'wx', 0o600);
  try {
    try {
      const about = { folder: register.folder, madeAt, programVersion };
      await writeMembers(new ContainerWriter(file, task.onBytes), snapshot, about);
      await file.sync();
    } finally {
      await file.close();
    }
    const into = join(work, 'read-back');
    await mkdir(into, { mode: 0o700 });
    const byteCount = await verify(unfinished, snapshot, { into, task });
    task.checkStopped();
    await rename(unfinished, path);
    await syncFolder(place);
    const { generation } = snapshot.keyring;
    const missingAttachments = snapshot.missing.length;
    return { fileName: name, byteCount, madeAt, generation, missingAttachments };
  } catch (failure) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw failure;
  } finally {
    snapshot.keys.general.fill(0);
  }
}

/**
 * A verified backup of the open register in the folder `place`. Fails with `backup_place_missing`,
 * `backup_place_full`, `backup_not_written`, `backup_stopped`, `disk_full`, or with what is wrong with a copy that
 * came back different.
 */
export async function writeBackup(
  context: CoreContext,
  register: OpenRegister,
  { place, task }: { place: string; task: Task },
): Promise<WrittenBackup> {
  const facts = await stat(place).catch(() => undefined);
  if (!facts?.isDirectory()) throw new ProcedureError('backup_place_missing');
  return withWorkFolder(register.folder, (work) =>
    failingAs(placeFailure, () => writeAndVerify(context, register, { place, work, task })),
  );
}
