/*
 * Reads a backup, which may have lain on a stick in anybody's hands: first its order and its keyring, then,
 * with the keys somebody has, the sealed manifest, and then every byte of every member, compared with the
 * manifest. Only after the database was opened, checked and counted does a backup pass for sound.
 */
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProcedureError } from '#api/errors.ts';
import { attachmentPath } from '../attachments/attachment-folder.ts';
import { migrations, versionOf } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import type { DataKeys, Keyring } from '../vault/keyring-format.ts';
import { databasePath, parseKeyring, syncFolder } from '../vault/register-folder.ts';
import type { KeysByGeneration } from '../vault/slots.ts';
import {
  type Member,
  type OnBytes,
  readMember,
  readOrder,
  readWhole,
  type Sink,
} from './container.ts';
import { type Contents, contentsOf } from './contents.ts';
import { diskFailure, failingAs } from './failures.ts';
import { type Manifest, maxManifestBytes, openManifest } from './manifest.ts';

const MAX_KEYRING_BYTES = 200_000;
const PAGE_BYTES = 4096;

/** An opened file whose order is right; nothing of it is believed yet. */
export interface BackupFile {
  file: FileHandle;
  byteCount: number;
  members: Member[];
  keyring: Keyring;
  keyringText: Buffer;
  keyringCheck: string;
}

async function describe(file: FileHandle): Promise<BackupFile> {
  const facts = await file.stat();
  // A device or a pipe would never end.
  if (!facts.isFile()) throw new ProcedureError('backup_not_ours');
  const members = await readOrder(file);
  const { bytes, check } = await readWhole(file, memberOf(members, 'keyring'), MAX_KEYRING_BYTES);
  const keyring = parseKeyring(bytes.toString('utf8'));
  if (keyring === 'newer') throw new ProcedureError('backup_newer');
  if (keyring === 'damaged' || keyring.format === 1) {
    throw new ProcedureError('backup_damaged', { part: 'keyring' });
  }
  const byteCount = facts.size;
  return { file, byteCount, members, keyring, keyringText: bytes, keyringCheck: check };
}

/** Fails with `file_not_read`, `backup_not_ours`, `backup_newer`, `backup_incomplete` or `backup_damaged`. */
export async function withBackupFile<T>(
  path: string,
  work: (backup: BackupFile) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) throw new ProcedureError('file_not_read');
  try {
    return await work(await describe(file));
  } catch (failure) {
    // A stick that was pulled out, a sector that cannot be read.
    throw failure instanceof ProcedureError ? failure : new ProcedureError('file_not_read');
  } finally {
    await file.close().catch(() => undefined);
  }
}

function memberOf(members: Member[], kind: Member['kind']): Member {
  const member = members.find((one) => one.kind === kind);
  if (!member) throw new ProcedureError('backup_damaged', { part: 'order' });
  return member;
}

export interface OpenedBackup {
  manifest: Manifest;
  /** Those the database was copied under. */
  keys: DataKeys;
}

/** Fails with `backup_not_genuine` when none of the keys opens the manifest, or with `backup_newer`. */
export async function openBackup(
  backup: BackupFile,
  keysByGeneration: KeysByGeneration,
): Promise<OpenedBackup> {
  const { file, members, keyring, keyringCheck } = backup;
  const member = memberOf(members, 'manifest');
  const { bytes } = await readWhole(file, member, maxManifestBytes);
  for (const keys of keysByGeneration.values()) {
    const bound = { vaultId: keyring.vaultId, keyringCheck };
    const manifest = openManifest(keys.general, bytes, bound);
    if (!manifest) continue;
    if (manifest.schemaVersion > (migrations.at(-1)?.version ?? 0)) {
      throw new ProcedureError('backup_newer');
    }
    return { manifest, keys };
  }
  throw new ProcedureError('backup_not_genuine');
}

/** What every member must be, in the order of the file. */
function expected({ checks, attachments }: Manifest) {
  return [
    { kind: 'keyring', check: checks.keyring },
    { kind: 'database', check: checks.database },
    ...attachments.map(({ id, size, check }) => ({ kind: 'attachment', id, size, check })),
  ];
}

/** Gives `work` something to write to, and has it on the disk when it returns. */
async function writing<T>(
  path: string | undefined,
  work: (sink: Sink | undefined) => Promise<T>,
): Promise<T> {
  if (path === undefined) return work(undefined);
  const file = await failingAs(diskFailure, () => open(path, 'wx', 0o600));
  try {
    const result = await work((chunk) => failingAs(diskFailure, () => file.writeFile(chunk)));
    await failingAs(diskFailure, () => file.sync());
    return result;
  } finally {
    await file.close();
  }
}

export interface Extraction {
  /** An empty folder. */
  into: string;
  /** Without attachments it is enough to read and compare them. */
  withAttachments: boolean;
  onBytes: OnBytes;
}

function targetOf(member: Member, { into, withAttachments }: Extraction): string | undefined {
  if (member.kind === 'keyring') return join(into, 'keyring.json');
  if (member.kind === 'database') return databasePath(into);
  return withAttachments ? attachmentPath(into, member.id) : undefined;
}

/** Copies the members out, comparing each with the manifest. Fails with `backup_damaged`, `backup_not_genuine`. */
export async function extract(
  backup: BackupFile,
  { manifest }: OpenedBackup,
  extraction: Extraction,
): Promise<void> {
  const wanted = expected(manifest);
  const members = backup.members.slice(0, -1);
  if (members.length !== wanted.length) throw new ProcedureError('backup_not_genuine');
  const { into, withAttachments, onBytes } = extraction;
  const folder = attachmentPath(into);
  if (withAttachments && manifest.attachments.length > 0) {
    await failingAs(diskFailure, () => mkdir(folder, { mode: 0o700 }));
  }
  for (const [index, member] of members.entries()) {
    const check = await writing(targetOf(member, extraction), (sink) =>
      readMember(backup.file, member, { sink, onBytes }),
    );
    const { kind, check: right } = wanted[index] ?? {};
    if (member.kind !== kind || check !== right) throw new ProcedureError('backup_not_genuine');
  }
  await syncFolder(folder);
  await syncFolder(into);
}

function isSame(contents: Contents, manifest: Manifest): boolean {
  const { vaultId, counts, auditHead, storedAttachments } = contents;
  const kept = [...manifest.attachments.map(({ id }) => id), ...manifest.missing].sort();
  const picture = (value: unknown) => JSON.stringify(value);
  return (
    vaultId === manifest.vaultId &&
    picture(Object.entries(counts).sort()) === picture(Object.entries(manifest.counts).sort()) &&
    picture(auditHead) === picture(manifest.auditHead) &&
    picture(storedAttachments) === picture(kept)
  );
}

/**
 * Opens the extracted database with its key: whole pages, sound structure, the rows and the last line of the
 * audit log that the manifest names. Fails with `backup_damaged` or `backup_not_genuine`.
 */
export async function checkDatabase<T>(
  folder: string,
  { manifest, keys }: OpenedBackup,
  look: (db: ReturnType<typeof openDatabase>) => T,
): Promise<T> {
  const path = databasePath(folder);
  const damaged = () => new ProcedureError('backup_damaged', { part: 'database' });
  if ((await stat(path)).size < PAGE_BYTES) throw damaged();
  let db: ReturnType<typeof openDatabase>;
  try {
    db = openDatabase(path, keys.general);
  } catch {
    throw damaged();
  }
  try {
    const [check] = db.prepare('PRAGMA integrity_check(1)').all<{ integrity_check: string }>();
    if (check?.integrity_check !== 'ok') throw damaged();
    const isOfVersion = versionOf(db) === manifest.schemaVersion;
    if (!isOfVersion || !isSame(contentsOf(db), manifest)) {
      throw new ProcedureError('backup_not_genuine');
    }
    return look(db);
  } finally {
    db.close();
  }
}
