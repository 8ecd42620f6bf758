import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ProcedureError } from '#api/errors.ts';
import { syncFolder } from '../vault/register-folder.ts';

const folderName = 'att';
const STORED_NAME = /^[0-9a-f]{32}$/;

/** Of one stored file, or of the folder they lie in. */
export function attachmentPath(registerFolder: string, storedAs?: string): string {
  if (storedAs === undefined) return join(registerFolder, folderName);
  // The name comes from a row; a row that names anything else must not reach the disk.
  if (!STORED_NAME.test(storedAs)) throw new ProcedureError('attachment_damaged');
  return join(registerFolder, folderName, `${storedAs}.bin`);
}

async function prepareFolder(registerFolder: string): Promise<string> {
  const folder = attachmentPath(registerFolder);
  await mkdir(folder, { mode: 0o700, recursive: true });
  await chmod(folder, 0o700);
  await syncFolder(registerFolder);
  return folder;
}

/** Whole and on the disk when this returns: written beside, synced, renamed, the folder synced. */
export async function writeStoredFile(
  registerFolder: string,
  storedAs: string,
  pieces: Iterable<Buffer>,
): Promise<void> {
  const path = attachmentPath(registerFolder, storedAs);
  const unfinished = `${path}.part`;
  try {
    const folder = await prepareFolder(registerFolder);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(pieces);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (failure) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (failure instanceof ProcedureError) throw failure;
    const { code } = failure as { code?: unknown };
    throw new ProcedureError(code === 'ENOSPC' ? 'disk_full' : 'folder_not_writable');
  }
}

/** Fails with `attachment_damaged` when the file is gone or has another length. */
export async function readStoredFile(
  registerFolder: string,
  storedAs: string,
  length: number,
): Promise<Buffer> {
  const path = attachmentPath(registerFolder, storedAs);
  try {
    if ((await stat(path)).size !== length) throw new RangeError('another length');
    return await readFile(path);
  } catch {
    throw new ProcedureError('attachment_damaged');
  }
}

/** The finished and the unfinished file of this name; whatever is gone already is fine. */
export async function removeStoredFile(registerFolder: string, storedAs: string): Promise<void> {
  const path = attachmentPath(registerFolder, storedAs);
  for (const one of [path, `${path}.part`]) await rm(one, { force: true });
  await syncFolder(attachmentPath(registerFolder));
}
