import { app } from 'electron';
import { AutoLock } from './host/auto-lock.ts';
import { isBeingDebugged } from './host/debug-switches.ts';
import { createDemo } from './host/demo-register.ts';
import { createDialogs } from './host/dialogs.ts';
import { setMenu } from './host/menu.ts';
import { receivePageCalls } from './host/page-calls.ts';
import { createPageSession, cutChromiumOff, sealDefaultSession } from './host/page-session.ts';
import { paths, prepareProfile } from './host/paths.ts';
import { PreferenceStore } from './host/preferences.ts';
import './host/refuse-network.ts';
import { RegisterLock } from './host/register-lock.ts';
import { sealAllContents } from './host/seal-contents.ts';
import { createShell } from './host/shell-procedures.ts';
import { VaultHost } from './vault-host.ts';
import { MainWindow } from './window.ts';

process.umask(0o077);
app.setName('Approdo');
const isDemo = process.argv.includes('--demo');

function start(): void {
  setMenu();
  sealDefaultSession();

  const preferences = new PreferenceStore();
  const autoLock = new AutoLock((reason) => void registerLock.lock(reason));
  const window = new MainWindow({
    pageSession: createPageSession(paths.renderer),
    preload: paths.preload,
    preferences,
    onInput: () => autoLock.noteInput(),
    onLockKeys: () => void registerLock.lock('asked'),
  });
  const vault = new VaultHost({
    entry: paths.vaultEntry,
    settings: {
      resourcesDir: paths.resources,
      localesDir: paths.locales,
      typesetWorker: paths.typesetWorker,
    },
    onStart: () => autoLock.vaultStarted(),
    onEvent: (event) => window.send(event),
    onLockAfter: (minutes) => autoLock.lockAfter(minutes),
    onCrash: () => window.send({ name: 'register.locked', payload: { reason: 'stopped' } }),
  });
  const registerLock = new RegisterLock(vault, window);
  const shell = createShell({
    dialogs: createDialogs(window.base),
    preferences,
    demo: createDemo(isDemo, vault),
    isOpen: () => vault.hasOpenRegister,
    lockedBecause: () => registerLock.reason,
    grant: (grant) => vault.grant(grant),
    pageIsReadyToLock: () => registerLock.pageIsReady(),
    lock: (reason) => registerLock.lock(reason),
  });

  receivePageCalls({
    isOurPage: (event) => window.isOurPage(event),
    shell,
    vault: (name, input) => vault.call(name, input),
  });
  autoLock.start();
  app.on('second-instance', () => window.focus());
  endVaultBeforeLeaving(window, registerLock);
  void window.show();
  // After the page has begun to load, so that the two start beside each other.
  setImmediate(() => vault.warm());
}

/** Closing the window is leaving the program: nobody leaves an open register behind unseen. */
function endVaultBeforeLeaving(window: MainWindow, registerLock: RegisterLock): void {
  let isClosed = false;
  window.base.on('close', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void registerLock.close('asked').finally(() => {
      isClosed = true;
      window.base.close();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

prepareProfile(isDemo);
if (isBeingDebugged()) {
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  cutChromiumOff();
  sealAllContents();
  void app.whenReady().then(start);
} else {
  app.exit(0);
}
