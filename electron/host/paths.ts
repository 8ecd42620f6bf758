import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

const appRoot = app.getAppPath();
const dataRoot = app.isPackaged ? process.resourcesPath : appRoot;

export const paths = {
  preload: join(appRoot, 'out/preload/preload.cjs'),
  vaultEntry: join(appRoot, 'out/main/vault-process.js'),
  typesetWorker: join(appRoot, 'out/main/typeset-worker.js'),
  renderer: join(appRoot, 'out/renderer'),
  resources: join(dataRoot, 'resources'),
  locales: join(dataRoot, 'locales'),
};

/**
 * The program's own folder of settings: readable by this user alone, and another one for the
 * demonstration, so that training never touches what belongs to the real register.
 */
export function prepareProfile(isDemo: boolean): void {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  const folder = chosen || join(app.getPath('appData'), isDemo ? 'Approdo Demo' : 'Approdo');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.setPath('crashDumps', join(folder, 'Crashpad'));
  rmSync(app.getPath('crashDumps'), { recursive: true, force: true });
}
