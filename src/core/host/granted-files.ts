import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProcedureError } from '#api/errors.ts';
import type { GrantedFiles } from '../ports.ts';

const GRANT_LIFETIME_MILLISECONDS = 15 * 60_000;

/** Written beside the target and renamed, so that a full disk never leaves half a document. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (failure) {
    await rm(partial, { force: true });
    const code = (failure as { code?: unknown }).code;
    throw new ProcedureError(code === 'ENOSPC' ? 'disk_full' : 'file_not_written');
  }
}

export interface FileGrants extends GrantedFiles {
  /** For the host alone: no procedure of the core may reach this. */
  grant(token: string, path: string): void;
}

/** Files that somebody chose in a dialog, each to be written once. */
export function createFileGrants(nowMilliseconds: () => number): FileGrants {
  const grants = new Map<string, { path: string; expiresAt: number }>();
  return {
    grant(token, path) {
      grants.set(token, { path, expiresAt: nowMilliseconds() + GRANT_LIFETIME_MILLISECONDS });
    },
    async write(token, bytes) {
      const grant = grants.get(token);
      grants.delete(token);
      if (!grant || grant.expiresAt < nowMilliseconds()) throw new ProcedureError('grant_unknown');
      await writeWhole(grant.path, bytes);
    },
  };
}
