/*
 * Opens the SQLCipher file in one fixed order and reads every setting back. The order matters: the key
 * before anything, memory-only temporary tables before the first query (SQLite would spill plain rows into
 * the system's temporary folder), and synchronous=FULL after switching to WAL (the switch lowers it, and
 * then a power cut loses acknowledged work). Measured in the security findings, b.0 and b.4.
 */
import { closeSync, openSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { ProcedureError } from '#api/errors.ts';
import { codeOfFileFailure } from './file-failure.ts';

/** "APPD": the file says whose it is before it is trusted. */
export const applicationId = 0x41505044;

type Sqlite = InstanceType<typeof Database>;

const SETTINGS: [pragma: string, value: string | number, expected: string | number][] = [
  ['temp_store', 'MEMORY', 2],
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // Every page that is not kept must be decrypted again: a search reads some thousands (KiB, negative).
  ['cache_size', -65536, -65536],
  ['mmap_size', 0, 0],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
];

export function readPragma(db: Sqlite, name: string): string | number | undefined {
  const value = db.pragma(name, { simple: true });
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function giveKey(db: Sqlite, key: Uint8Array): void {
  // An empty or short key would leave the file in plain text; SQLCipher does not complain about it.
  if (key.length !== 32) throw new RangeError('a data key has 32 bytes');
  db.pragma('cipher_log_level = NONE');
  runUnkept(db, `PRAGMA key = "x'${Buffer.from(key).toString('hex')}'"`);
}

/**
 * A prepared statement is kept with its text for as long as the file is open, and so would be the key in it, as a
 * word anybody can look for in memory. SQLCipher takes keys of a main file in a statement only.
 */
function runUnkept(db: Sqlite, statement: string): void {
  db.exec(statement);
}

function applySettings(db: Sqlite): void {
  for (const [name, value, expected] of SETTINGS) {
    db.pragma(`${name} = ${value}`);
    const actual = readPragma(db, name);
    // macOS alone knows how to flush the disk's own cache; elsewhere the flag is accepted and ignored.
    if (actual !== expected) throw new Error(`pragma ${name} is ${String(actual)}`);
  }
}

function failureOf(error: unknown): ProcedureError {
  // Under a wrong key the first page looks like any other file.
  const isForeign = (error as { code?: unknown })?.code === 'SQLITE_NOTADB';
  const code = isForeign ? 'register_foreign' : codeOfFileFailure(error);
  if (code === undefined) throw error;
  return new ProcedureError(code);
}

function closeQuietly(db: Sqlite): void {
  try {
    db.close();
  } catch {
    // The reason for closing is already on its way to the caller.
  }
}

/** A full disk ends a transaction by itself; that there is none left to undo must not hide why. */
export function rollBack(db: Sqlite): void {
  try {
    db.exec('ROLLBACK');
  } catch (error) {
    if (!/no transaction is active/.test(String(error))) throw error;
  }
}

/** The whole file under another key, in one transaction: afterwards exactly one of the two opens it. */
export function changeKey(db: Sqlite, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('a data key has 32 bytes');
  runUnkept(db, `PRAGMA rekey = "x'${Buffer.from(key).toString('hex')}'"`);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/** A new, empty register file. The caller has made sure that none exists at `path`. */
export function createDatabase(path: string, key: Uint8Array): Sqlite {
  // SQLite would let everybody on the computer read it; its WAL takes over the mode of this file.
  closeSync(openSync(path, 'wx', 0o600));
  const db = new Database(path, { cacheStatements: true });
  try {
    giveKey(db, key);
    applySettings(db);
    db.pragma(`application_id = ${applicationId}`);
    return db;
  } catch (error) {
    closeQuietly(db);
    throw failureOf(error);
  }
}

/**
 * An existing register file. Fails with `register_foreign` (wrong key or not ours), `register_damaged`,
 * `register_in_use` or `folder_not_writable`; never creates or changes anything in those cases.
 */
export function openDatabase(path: string, key: Uint8Array): Sqlite {
  const db = new Database(path, { cacheStatements: true });
  try {
    giveKey(db, key);
    if (readPragma(db, 'application_id') !== applicationId) {
      throw new ProcedureError('register_foreign');
    }
    applySettings(db);
    return db;
  } catch (error) {
    closeQuietly(db);
    throw error instanceof ProcedureError ? error : failureOf(error);
  }
}
