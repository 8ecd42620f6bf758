/*
 * Whether the register file is the one that was closed. Every page carries its own check, but an older page is
 * as valid as a newer one: somebody who puts back a few pages, the whole file, or the keyring of a month ago is
 * noticed by no cipher. So the keyring keeps the hash of the file as it was left, taken out again before
 * anything is written, and the number of the session that has it open, which the audit log notes as well. What
 * is found is said to coordinators, and the register opens all the same: a wrong alarm must not cost anybody
 * their appointment. It does not help against somebody who puts the whole folder back to a day on which it was
 * consistent; a head of the audit log noted on paper would.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import type { Database } from '@signalapp/sqlcipher';
import type { Db, OpenRegister } from '../context.ts';
import { changeKeyring } from './keyring-changes.ts';
import type { Keyring } from './keyring-format.ts';
import { databasePath, readKeyring } from './register-folder.ts';

/** Actions that begin a session; their line in the audit log notes its number. */
export const doorActions: readonly string[] = ['vault.unlock', 'vault.recover'];

const PIECE = 1024 * 1024;

/** Logs of changes that are not yet in the file, where one lies beside it. */
async function unfinishedLogs(folder: string): Promise<string[]> {
  const logs = ['-wal', '-journal'].map((ending) => `${databasePath(folder)}${ending}`);
  const sizes = await Promise.all(
    logs.map((log) =>
      stat(log).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return logs.filter((_, index) => (sizes[index] ?? 0) > 0);
}

async function hashOfFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) hash.update(piece);
    return hash.digest('base64');
  } catch {
    return undefined;
  }
}

/** `open`: the last session did not end properly, so nothing is remembered of the file. */
export type FileCondition = 'open' | 'asLeft' | 'differs';

/** Looks before the register is opened, while the passphrase is being derived. */
export async function conditionOfFile(folder: string, keyring: Keyring): Promise<FileCondition> {
  const { leftAs } = keyring;
  if (leftAs === undefined) return 'open';
  const hash = await hashOfFile(databasePath(folder));
  if (hash !== leftAs) return 'differs';
  const logs = await unfinishedLogs(folder);
  if (logs.length === 0) return 'asLeft';
  // Whoever writes a log takes the hash out of the keyring first: these changes are not of this file.
  const now = await readKeyring(folder);
  if (now.format === 1 || now.leftAs !== leftAs) return 'open';
  for (const log of logs) await rename(log, `${log}.foreign`);
  return 'differs';
}

type Changeable = Pick<OpenRegister, 'folder' | 'keyring' | 'keysByGeneration'>;

/** Before the first change to the file. Fails when the keyring cannot be written. */
export async function noteOpened(register: Changeable): Promise<void> {
  if (register.keyring.format === 1) return;
  const session = randomUUID();
  await changeKeyring(register, ({ leftAs: _, ...keyring }) => ({ ...keyring, session }), 'both');
}

/** After the file was closed. `head`: the last line of the audit log. */
export async function noteClosed(
  register: Changeable,
  head: { seq: number; mac: string } | undefined,
): Promise<void> {
  if (register.keyring.format === 1 || !head) return;
  const isWhole = (await unfinishedLogs(register.folder)).length === 0;
  const leftAs = isWhole ? await hashOfFile(databasePath(register.folder)) : undefined;
  const auditHead = { seq: head.seq, mac: head.mac };
  const closed = leftAs === undefined ? { auditHead } : { auditHead, leftAs };
  await changeKeyring(register, (keyring) => ({ ...keyring, ...closed }), 'both');
}

/** The keyring is not the one with which this file was last opened. */
async function isOtherSession(db: Db, keyring: Keyring): Promise<boolean> {
  if (keyring.session === undefined) return false;
  const last = await db
    .selectFrom('audit_entry')
    .select(['seq', 'object_id'])
    .where('action', 'in', doorActions)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const isNewer = last !== undefined && last.seq > (keyring.auditHead?.seq ?? 0);
  return isNewer && last.object_id !== keyring.session;
}

async function hasRememberedLine(db: Db, { auditHead }: Keyring): Promise<boolean> {
  if (!auditHead) return true;
  const row = await db
    .selectFrom('audit_entry')
    .select('mac')
    .where('seq', '=', auditHead.seq)
    .executeTakeFirst();
  return row?.mac === auditHead.mac;
}

/** Pages whose own check fails; a file put back has none. */
export function hasDamagedPages(sqlite: InstanceType<typeof Database>): boolean {
  return sqlite.prepare('PRAGMA cipher_integrity_check').all().length > 0;
}

/** `keyring` is the one that was found, before this session changed it. */
export async function isPutBack(
  db: Db,
  keyring: Keyring,
  { file, isDamaged }: { file: FileCondition; isDamaged: boolean },
): Promise<boolean> {
  if (!(await hasRememberedLine(db, keyring))) return true;
  if (file === 'differs') return !isDamaged;
  return file === 'open' && (await isOtherSession(db, keyring));
}
