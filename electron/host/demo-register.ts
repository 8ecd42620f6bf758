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

type DemoState = Demo | 'preparing' | 'failed' | null;

/**
 * The register of `--demo`, in the demonstration's own profile: filled when it is asked for first,
 * kept afterwards so that somebody can go on practising. Nobody waits for it before an empty window.
 */
export function createDemo(isDemo: boolean, vault: VaultHost): () => DemoState {
  let state: DemoState = null;
  const ready = (): Demo => ({ folder: demoFolder(), passphrase: demoPassphrase });
  const prepare = async (): Promise<Demo | 'failed'> => {
    const unfinished = `${demoFolder()}.new`;
    await rm(unfinished, { recursive: true, force: true });
    const isMade = await vault.makeDemo(unfinished);
    if (!isMade) return 'failed';
    await rename(unfinished, demoFolder());
    return ready();
  };
  return () => {
    if (!isDemo || state !== null) return state;
    state = existsSync(demoFolder()) ? ready() : 'preparing';
    if (state === 'preparing') {
      prepare().then(
        (made) => {
          state = made;
        },
        () => {
          state = 'failed';
        },
      );
    }
    return state;
  };
}
