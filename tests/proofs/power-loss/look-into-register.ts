/*
 * Opens a register that a power failure left behind, as the program does, and says what of the acknowledged work
 * is not there. By the recovery key and the data key, because Argon2id for thousands of cuts would take hours;
 * `unlockAndLook` goes through the door itself, for some of them.
 */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '#api/client.ts';
import { readStoredFile } from '#core/attachments/attachment-folder.ts';
import { openChunks, sealedLength } from '#core/attachments/sealed-chunks.ts';
import { createCore } from '#core/create-core.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { isKeyringAuthentic, openWithRecoveryKey } from '#core/vault/keyring.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { checkDatabaseFile, databasePath } from '#core/vault/register-folder.ts';
import { currentKeyring } from '../../support/keys-of.ts';
import type { Acknowledged } from './acknowledged.ts';

type Sqlite = ReturnType<typeof openDatabase>;

/** The register file under whichever of its keys opens it; the newest is tried first. */
async function openWithoutDoor(folder: string, recoveryKey: string[]): Promise<Sqlite> {
  await checkDatabaseFile(folder);
  const keyring = await currentKeyring(folder);
  const keys = openWithRecoveryKey(keyring, recoveryKey.join(''))?.keys;
  const current = keys?.get(keyring.generation);
  if (!keys || !current || !isKeyringAuthentic(keyring, current)) throw new Error('no keyring');
  const newestFirst = [...keys].sort(([a], [b]) => b - a).map(([, one]) => one.general);
  for (const key of newestFirst.slice(0, -1)) {
    try {
      return openDatabase(databasePath(folder), key);
    } catch {
      // Not yet under the new key.
    }
  }
  return openDatabase(databasePath(folder), newestFirst.at(-1) ?? Buffer.alloc(0));
}

interface PaperRow {
  byte_count: number;
  bytes: Uint8Array | null;
  stored_as: string | null;
  file_key: Uint8Array;
}

async function paperHash(folder: string, sqlite: Sqlite, id: string): Promise<string | undefined> {
  const row = sqlite
    .prepare(
      `SELECT byte_count, bytes, stored_as, file_key FROM attachment
       JOIN attachment_content ON attachment_id = id WHERE id = ?`,
    )
    .get<PaperRow & Record<string, string | number | Uint8Array<ArrayBuffer> | null>>([id]);
  if (!row) return undefined;
  const sealed = row.stored_as
    ? await readStoredFile(folder, row.stored_as, sealedLength(row.byte_count))
    : undefined;
  const plain = sealed ? openChunks(row.file_key, sealed, id) : row.bytes;
  return plain ? createHash('sha256').update(plain).digest('hex') : undefined;
}

async function isThere(folder: string, sqlite: Sqlite, line: Acknowledged): Promise<boolean> {
  const has = (sql: string, value: string) => sqlite.prepare(sql).get([value]) !== undefined;
  switch (line.what) {
    case 'person':
      return has(
        `SELECT 1 FROM person JOIN person_name ON person_name.person_id = person.id
         JOIN case_file ON case_file.person_id = person.id WHERE person.id = ?`,
        line.id,
      );
    case 'note':
      return has('SELECT 1 FROM protected_note_version WHERE note_id = ?', line.id);
    case 'volunteer':
      return has("SELECT 1 FROM user WHERE id = ? AND role = 'volunteer'", line.id);
    case 'draft':
      return has('SELECT 1 FROM draft WHERE content = ?', line.content);
    case 'paper':
      return (await paperHash(folder, sqlite, line.id)) === line.sha256;
    case 'noPaper':
      return !has('SELECT 1 FROM attachment WHERE id = ?', line.id);
  }
}

/** What was acknowledged last about a thing is what counts: a paper is added and removed again. */
function stillTrue(said: readonly Acknowledged[]): Acknowledged[] {
  const removed = new Set(said.flatMap((one) => (one.what === 'noPaper' ? [one.id] : [])));
  return said.filter((one) => one.what !== 'paper' || !removed.has(one.id));
}

export interface Found {
  /** Acknowledged and not there. */
  lost: Acknowledged[];
  /** What else is wrong with what was left behind. */
  fault?: string;
}

/** `mayBeGone`: a paper whose removal was under way when the power failed. */
export async function lookIntoRegister(
  folder: string,
  recoveryKey: string[],
  { said, mayBeGone }: { said: readonly Acknowledged[]; mayBeGone: ReadonlySet<string> },
): Promise<Found> {
  try {
    const sqlite = await openWithoutDoor(folder, recoveryKey);
    try {
      const [check] = sqlite.prepare('PRAGMA integrity_check').all<{ integrity_check: string }>();
      if (check?.integrity_check !== 'ok') return { lost: [], fault: 'integrity' };
      const lost: Acknowledged[] = [];
      for (const line of stillTrue(said)) {
        if (line.what === 'paper' && mayBeGone.has(line.id)) continue;
        if (!(await isThere(folder, sqlite, line))) lost.push(line);
      }
      return { lost };
    } finally {
      sqlite.close();
    }
  } catch (failure) {
    return { lost: [], fault: String(failure) };
  }
}

/** Through the door, with everything the program puts in order there. */
export async function unlockAndLook(
  folder: string,
  passphrase: string,
  said: readonly Acknowledged[],
): Promise<string | undefined> {
  const core = createCore(nodePorts({ passphraseCost: floorCost }));
  const client = createClient(core.dispatch);
  try {
    const session = await client.vault.unlock({ folder, name: 'giulia', passphrase });
    if (session.isRolledBack || session.isDamaged) return 'a wrong alarm';
    for (const line of stillTrue(said)) {
      if (line.what === 'person') await client.people.get({ id: line.id });
      if (line.what === 'note') await client.notes.get({ id: line.id });
    }
    const { items: people } = await client.people.list({ showClosed: true, limit: 200 });
    const papers = await Promise.all(
      people.map(({ id }) => client.attachments.list({ personId: id })),
    );
    const shown = papers.flatMap(({ items }) => items);
    for (const { id } of shown) await client.attachments.get({ id });
    const files = await readdir(join(folder, 'att')).catch(() => []);
    const large = shown.filter((one) => one.byteCount > 256 * 1024);
    if (files.length !== large.length) return 'files without a row';
    return undefined;
  } catch (failure) {
    return String((failure as { code?: unknown }).code ?? failure);
  } finally {
    await core.close();
  }
}
