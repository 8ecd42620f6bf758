import { constants, type Dirent } from 'node:fs';
import { access, chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProcedureError } from '#api/errors.ts';
import { type FormerKeyring, formerKeyringSchema } from './former-keyring.ts';
import { type Keyring, keyringFormat, keyringSchema } from './keyring-format.ts';

const databaseFile = 'register.db';
const keyringFile = 'keyring.json';
const keyringCopy = 'keyring.json.1';
const pageBytes = 4096;
const MAX_KEYRING_BYTES = 200_000;

// Files the operating system drops into any folder somebody looks at; they do not make it "in use".
const SYSTEM_FILES = new Set(['desktop.ini', 'Thumbs.db', '.DS_Store', '.directory']);

export type FolderContent = 'missing' | 'empty' | 'register' | 'otherFiles';

export function databasePath(folder: string): string {
  return join(folder, databaseFile);
}

/** What a folder holds, judged by names only. */
export async function contentOf(folder: string): Promise<FolderContent> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return 'missing';
  }
  const names = entries.map((entry) => entry.name);
  if (names.includes(databaseFile) || names.includes(keyringFile)) return 'register';
  return names.every((name) => SYSTEM_FILES.has(name)) ? 'empty' : 'otherFiles';
}

/** Makes the folder ready for a new register, or fails without touching what is in it. */
export async function prepareNewFolder(folder: string): Promise<void> {
  const content = await contentOf(folder);
  if (content === 'register') throw new ProcedureError('register_exists');
  if (content === 'otherFiles') throw new ProcedureError('folder_not_empty');
  if (content === 'missing' && (await contentOf(dirname(folder))) === 'missing') {
    throw new ProcedureError('folder_missing');
  }
  try {
    await mkdir(folder, { mode: 0o700, recursive: true });
    await chmod(folder, 0o700);
    await access(folder, constants.W_OK);
  } catch {
    throw new ProcedureError('folder_not_writable');
  }
}

/** Refuses what SQLite would silently take for a new, empty database. */
export async function checkDatabaseFile(folder: string): Promise<void> {
  const content = await contentOf(folder);
  if (content === 'missing') throw new ProcedureError('folder_missing');
  if (content !== 'register') throw new ProcedureError('register_missing');
  const file = await stat(databasePath(folder)).catch(() => undefined);
  if (!file?.isFile()) throw new ProcedureError('register_missing');
  if (file.size < pageBytes) throw new ProcedureError('register_damaged');
}

/** Copies made before the schema changed, which open with the data key of then. */
export async function removeFormerCopies(folder: string): Promise<void> {
  const names = await readdir(folder);
  const copies = names.filter((name) => name.startsWith(`${databaseFile}.before-v`));
  for (const name of copies) await rm(join(folder, name), { force: true });
}

/** Only for a register that was never finished. */
export async function removeNewRegister(folder: string): Promise<void> {
  const path = databasePath(folder);
  for (const file of [path, `${path}-wal`, `${path}-journal`, join(folder, keyringFile)]) {
    await rm(file, { force: true });
  }
}

type AnyKeyring = Keyring | FormerKeyring;

/** What the text of a keyring file says, as far as that can be told without a key. */
export function parseKeyring(text: string): AnyKeyring | 'damaged' | 'newer' {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = keyringSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const former = formerKeyringSchema.safeParse(value);
    if (former.success) return former.data;
    const format = (value as { format?: unknown } | null)?.format;
    return typeof format === 'number' && format > keyringFormat ? 'newer' : 'damaged';
  } catch {
    return 'damaged';
  }
}

async function readKeyringFile(
  path: string,
): Promise<AnyKeyring | 'missing' | 'damaged' | 'newer'> {
  try {
    if ((await stat(path)).size > MAX_KEYRING_BYTES) return 'damaged';
    return parseKeyring(await readFile(path, 'utf8'));
  } catch {
    return 'missing';
  }
}

/** The bytes of the keyring file. */
export const keyringText = (keyring: AnyKeyring) => `${JSON.stringify(keyring, null, 1)}\n`;

/** The keyring and its copy, or the copy alone when the file itself cannot be read. */
export async function readKeyrings(folder: string): Promise<[AnyKeyring, ...AnyKeyring[]]> {
  const current = await readKeyringFile(join(folder, keyringFile));
  if (current === 'newer') throw new ProcedureError('register_newer');
  const copy = await readKeyringFile(join(folder, keyringCopy));
  if (typeof current === 'object') return typeof copy === 'object' ? [current, copy] : [current];
  if (typeof copy === 'object') return [copy];
  throw new ProcedureError(current === 'missing' ? 'keyring_missing' : 'keyring_damaged');
}

export async function readKeyring(folder: string): Promise<AnyKeyring> {
  const [keyring] = await readKeyrings(folder);
  return keyring;
}

export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for syncing; there the rename itself is ordered by the journal.
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Over what is there, and on the disk when it returns. Not for a file that must be readable at every moment. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** With one passphrase and no name in it there is nobody to tell apart. */
export function doorAsksForName({ slots }: Pick<Keyring, 'slots'>): boolean {
  const passphrases = slots.filter((slot) => slot.type === 'passphrase');
  return passphrases.length > 1 || passphrases.some((slot) => slot.isNamed);
}

/** What the copy beside the keyring becomes: the keyring of before, or this one as well. */
export type KeyringCopies = 'previous' | 'both';

/** Written beside, synced, then renamed over: at every moment one readable keyring exists. */
export async function writeKeyring(
  folder: string,
  keyring: Keyring,
  copies: KeyringCopies = 'previous',
): Promise<void> {
  const path = join(folder, keyringFile);
  const copy = join(folder, keyringCopy);
  const temporary = `${path}.new`;
  await writeSynced(temporary, keyringText(keyring));
  const previous = await readKeyringFile(path);
  if (copies === 'previous' && typeof previous === 'object') {
    await writeSynced(copy, keyringText(previous));
  }
  await rename(temporary, path);
  await syncFolder(folder);
  if (copies === 'both') await writeSynced(copy, keyringText(keyring));
}
