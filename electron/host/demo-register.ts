import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import type { VaultHost } from '../vault-host.ts';

interface Demo {
  folder: string;
  passphrase: string;
}

export const demoFolder = () => join(app.getPath('userData'), 'register');

/**
 * The register of `--demo`, in the demonstration's own profile: filled when it is asked for first,
 * kept afterwards so that somebody can go on practising.
 */
export function createDemo(
  isDemo: boolean,
  vault: VaultHost,
): () => Promise<Demo | 'failed' | null> {
  let ready: Promise<Demo | 'failed'> | undefined;
  const prepare = async (): Promise<Demo | 'failed'> => {
    const folder = demoFolder();
    const unfinished = `${folder}.new`;
    if (!existsSync(folder)) {
      await rm(unfinished, { recursive: true, force: true });
      const isMade = await vault.makeDemo(unfinished);
      if (!isMade) return 'failed';
      await rename(unfinished, folder);
    }
    return { folder, passphrase: demoPassphrase };
  };
  return async () => {
    if (!isDemo) return null;
    ready ??= prepare().catch(() => 'failed' as const);
    return ready;
  };
}
