import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentPath } from '../attachments/attachment-folder.ts';
import type { OpenRegister } from '../context.ts';
import { versionOf } from '../database/migrate.ts';
import { keyringOf } from '../vault/keyring-changes.ts';
import type { DataKeys, Keyring } from '../vault/keyring-format.ts';
import { type Contents, contentsOf } from './contents.ts';
import { diskFailure } from './failures.ts';

/** The register as it was in one moment. Its keys are copies: the register's own may be overwritten meanwhile. */
export interface Snapshot extends Contents {
  database: string;
  databaseBytes: number;
  schemaVersion: number;
  keyring: Keyring;
  keys: DataKeys;
  attachments: { id: string; size: number }[];
  missing: string[];
}

/** Attachments that can be read; the others are noted, because a copy without them is better than none. */
async function presentAttachments(registerFolder: string, ids: string[]) {
  const attachments: Snapshot['attachments'] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const facts = await stat(attachmentPath(registerFolder, id)).catch(() => undefined);
    if (facts?.isFile()) attachments.push({ id, size: facts.size });
    else missing.push(id);
  }
  return { attachments, missing };
}

/** Copies the database, encrypted, into `workFolder`. Fails with `disk_full` or `folder_not_writable`. */
export async function takeSnapshot(register: OpenRegister, workFolder: string): Promise<Snapshot> {
  const database = join(workFolder, 'snapshot.db');
  // Waits for a transaction that is under way; the rest happens in one turn.
  const taken = await register.db.connection().execute(async () => {
    const { sqlite } = register.file;
    try {
      sqlite.prepare('VACUUM INTO ?').run([database]);
    } catch (failure) {
      throw diskFailure(failure);
    }
    return {
      ...contentsOf(sqlite),
      schemaVersion: versionOf(sqlite),
      keyring: keyringOf(register),
      keys: { general: Buffer.from(register.keys.general) },
    };
  });
  const { attachments, missing } = await presentAttachments(
    register.folder,
    taken.storedAttachments,
  );
  const databaseBytes = (await stat(database)).size;
  return { ...taken, database, databaseBytes, attachments, missing };
}

export function bytesOfFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1024 * 1024 });
}
