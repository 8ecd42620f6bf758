import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFailure, failingAs } from './failures.ts';

const folderName = 'copying';

const clear = (folder: string) => rm(folder, { recursive: true, force: true });

/**
 * A folder inside the register's own, for copies of the encrypted database that are needed for a moment. What
 * an earlier attempt left there when the program was killed goes first.
 */
export async function withWorkFolder<T>(
  registerFolder: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(registerFolder, folderName);
  await failingAs(diskFailure, async () => {
    await clear(folder);
    await mkdir(folder, { mode: 0o700 });
    await chmod(folder, 0o700);
  });
  try {
    return await work(folder);
  } finally {
    // Encrypted, and cleared again at the next unlock: a file that something holds open does no harm.
    await clear(folder).catch(() => undefined);
  }
}

/** At unlock: what a copy or a trial left behind when the program was killed in the middle of it. */
export async function removeWorkFolder(registerFolder: string): Promise<void> {
  await clear(join(registerFolder, folderName)).catch(() => undefined);
}
