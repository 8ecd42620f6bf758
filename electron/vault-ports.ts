/** What the core needs from its host when the host is the vault process. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CoreEvent, FileGrant, FromVault, VaultSettings } from './vault-messages.ts';

const GRANT_LIFETIME_MS = 15 * 60_000;
const MAX_READ_BYTES = 256 * 1024 * 1024;

/** Time-ordered (RFC 9562, version 7); ids of one process never go backwards. */
function createIds() {
  let last = 0n;
  return {
    next(): string {
      const drawn = BigInt(`0x${randomBytes(10).toString('hex')}`) & ((1n << 74n) - 1n);
      const id = (BigInt(Date.now()) << 74n) | drawn;
      last = id > last ? id : last + 1n;
      const time = (last >> 74n).toString(16).padStart(12, '0');
      const high = ((last >> 62n) & 0xfffn).toString(16).padStart(3, '0');
      const low = (last & ((1n << 62n) - 1n)) | (1n << 63n);
      const tail = low.toString(16).padStart(16, '0');
      return [time.slice(0, 8), time.slice(8), `7${high}`, tail.slice(0, 4), tail.slice(4)].join(
        '-',
      );
    },
  };
}

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
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

function createFiles() {
  const grants = new Map<string, FileGrant & { expiresAt: number }>();

  function redeem(token: string, access: FileGrant['access']): string {
    const grant = grants.get(token);
    grants.delete(token);
    if (!grant || grant.access !== access || grant.expiresAt < Date.now()) {
      throw new Error('file_not_granted');
    }
    return grant.path;
  }

  return {
    /** For the main process alone: no procedure of the core may reach this. */
    grant(grant: FileGrant): void {
      grants.set(grant.token, { ...grant, expiresAt: Date.now() + GRANT_LIFETIME_MS });
    },
    /** Writes to the place the person chose; a token serves once. */
    async write(token: string, bytes: Uint8Array): Promise<{ fileName: string }> {
      const path = redeem(token, 'write');
      await writeWhole(path, bytes);
      return { fileName: basename(path) };
    },
    /** Reads the file the person chose; a token serves once. */
    async read(token: string): Promise<{ fileName: string; bytes: Uint8Array }> {
      const path = redeem(token, 'read');
      const { size } = await stat(path);
      if (size > MAX_READ_BYTES) throw new Error('file_too_large');
      return { fileName: basename(path), bytes: new Uint8Array(await readFile(path)) };
    },
  };
}

export function createVaultPorts(settings: VaultSettings, post: (message: FromVault) => void) {
  return {
    clock: { now: () => new Date() },
    ids: createIds(),
    resourcesDir: settings.resourcesDir,
    localesDir: settings.localesDir,
    isDemo: settings.isDemo,
    files: createFiles(),
    emit: (event: CoreEvent) => post({ type: 'event', event }),
    /** Minutes without input until the register locks itself; null when none is open. */
    lockAfter: (minutes: number | null) => post({ type: 'lockAfter', minutes }),
  };
}
