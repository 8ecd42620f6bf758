import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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

async function readWhole(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r').catch(() => undefined);
  try {
    const facts = await file?.stat();
    // A device or a pipe would never end.
    if (!file || !facts?.isFile()) throw new ProcedureError('file_not_read');
    if (facts.size > maxBytes) throw new ProcedureError('attachment_too_large');
    return await file.readFile();
  } catch (failure) {
    throw failure instanceof ProcedureError ? failure : new ProcedureError('file_not_read');
  } finally {
    await file?.close();
  }
}

export type GrantUse = 'read' | 'write' | 'folder';

export interface FileGrants extends GrantedFiles {
  /** For the host alone: no procedure of the core may reach this. */
  grant(token: string, path: string, use?: GrantUse): void;
}

/** Files that somebody chose in a dialog, each to be written or read once. */
export function createFileGrants(nowMilliseconds: () => number): FileGrants {
  const grants = new Map<string, { path: string; use: GrantUse; expiresAt: number }>();
  const redeem = (token: string, use: GrantUse): string => {
    const grant = grants.get(token);
    grants.delete(token);
    if (!grant || grant.use !== use || grant.expiresAt < nowMilliseconds()) {
      throw new ProcedureError('grant_unknown');
    }
    return grant.path;
  };
  return {
    grant(token, path, use = 'write') {
      const expiresAt = nowMilliseconds() + GRANT_LIFETIME_MILLISECONDS;
      grants.set(token, { path, use, expiresAt });
    },
    async write(token, bytes) {
      await writeWhole(redeem(token, 'write'), bytes);
    },
    async read(token, maxBytes) {
      const path = redeem(token, 'read');
      return { name: basename(path), bytes: await readWhole(path, maxBytes) };
    },
    async pathOf(token, use) {
      return redeem(token, use);
    },
  };
}
