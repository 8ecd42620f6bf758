import { join } from 'node:path';
import { app } from 'electron';
import { applyColours, inContrast } from './host/appearance.ts';
import { AutoLock } from './host/auto-lock.ts';
import { ClipboardWatch } from './host/clipboard-watch.ts';
import { isBeingDebugged } from './host/debug-switches.ts';
import { createDemo } from './host/demo-register.ts';
import { createDialogs } from './host/dialogs.ts';
import { FreshStart } from './host/fresh-start.ts';
import { setMenu } from './host/menu.ts';
import { receivePageCalls } from './host/page-calls.ts';
import { plainPage } from './host/page-files.ts';
import { createPageSession, cutChromiumOff, sealDefaultSession } from './host/page-session.ts';
import { paths, prepareProfile } from './host/paths.ts';
import { PreferenceStore } from './host/preferences.ts';
import './host/no-core-dump.ts';
import './host/no-recent-list.ts';
import './host/refuse-network.ts';
import { RegisterLock } from './host/register-lock.ts';
import { sealAllContents } from './host/seal-contents.ts';
import type { ShellServices } from './host/shell-procedures.ts';
import { leftByLock } from './host/start-again.ts';
import { stillDoor } from './host/still-door.ts';
import { VaultHost } from './vault-host.ts';
import { channels } from './vault-messages.ts';
import { MainWindow } from './window.ts';

process.umask(0o077);
app.setName('Approdo');
// Before any switch of our own: what is asked here is what somebody else put on the command line.
const isRefused = isBeingDebugged();
// Room for what is made while the first page is drawn, so that it is not interrupted to collect the garbage.
app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=16');
const isDemo = process.argv.includes('--demo');
const WARM_AFTER_MS = 1_000;

function start(): void {
  const left = leftByLock();
  const preferences = new PreferenceStore();
  applyColours(preferences);
  const autoLock = new AutoLock(
    (reason) => void registerLock.lock(reason),
    () => void vault.stopRetiring(),
  );
  // Where the door has more to say than where one types, it is drawn by the program.
  const doorOfNow = () =>
    vault.hasOpenRegister || registerLock.reason !== null || (vault.closingBackup ?? left?.backup)
      ? undefined
      : stillDoor(preferences, isDemo);
  const startPage = () => inContrast(doorOfNow() ?? plainPage, preferences);
  const window = new MainWindow({
    pageSession: createPageSession(paths.renderer, startPage),
    preload: paths.preload,
    preferences,
    onInput: (type) => {
      autoLock.noteInput();
      freshStart.noteInput(type);
    },
    onLockKeys: () => void registerLock.lock('panic'),
    left,
  });
  const shown = window.show(left);
  // The page begins to load; what follows is done in the time that takes.
  setMenu();
  sealDefaultSession();
  const vault = new VaultHost({
    entry: paths.vaultEntry,
    settings: {
      resourcesDir: paths.resources,
      localesDir: paths.locales,
      typesetWorker: paths.typesetWorker,
      programVersion: app.getVersion(),
    },
    onStart: () => autoLock.vaultStarted(),
    onEvent: (event) => window.send(event),
    onCut: () => window.cut(),
    onLockAfter: (minutes) => autoLock.lockAfter(minutes),
    onCrash: (wasOpen) => {
      // What was shown and typed is in the page and in this process, as before any other lock.
      if (wasOpen) void registerLock.lock('stopped');
      else window.send({ name: 'register.locked', payload: { reason: 'stopped' } });
    },
  });
  const clipboard = new ClipboardWatch();
  const freshStart = new FreshStart({
    endings: () => Promise.all([vault.retired(), clipboard.settled()]),
    closingBackup: () => vault.closingBackup,
    windowNow: () => window.now(),
    isOpen: () => vault.hasOpenRegister,
    isBusy: async () => pageCalls.isBusy() || vault.isBusy(),
  });
  const registerLock = new RegisterLock(
    { vault, window, clipboard, freshStart },
    left?.reason ?? null,
  );
  const services: ShellServices = {
    dialogs: createDialogs(window.base),
    preferences,
    releaseKeysPath: join(paths.resources, 'release', 'keys.json'),
    demo: createDemo(isDemo, vault),
    isOpen: () => vault.hasOpenRegister,
    lockedBecause: () => registerLock.reason,
    closingBackup: () => vault.closingBackup ?? left?.backup ?? null,
    grant: (grant) => vault.grant(grant),
    print: () => window.print(),
    noteCopy: () => clipboard.noteCopy(),
    pageIsReadyToLock: () => registerLock.pageIsReady(),
    lock: (reason) => registerLock.lock(reason),
  };
  // Brings the schemas with it, for which neither the window nor the files of its page have to wait: read when the
  // page is there, or asks before.
  let shell: Promise<Awaited<ReturnType<typeof readShell>>> | undefined;
  const readShell = async () => (await import('./host/shell-procedures.ts')).createShell(services);
  const shellOnce = () => {
    shell ??= readShell();
    return shell;
  };

  const pageCalls = receivePageCalls({
    isOurPage: (event) => window.isOurPage(event),
    shell: async (name, input) => (await shellOnce())(name, input),
    connect: async (frame) => {
      frame.postMessage(channels.port, null, [await vault.connect()]);
    },
  });
  autoLock.start();
  app.on('second-instance', () => window.focus());
  endVaultBeforeLeaving({ window, registerLock, vault, freshStart });
  // Ready before anybody has typed a passphrase: asked for by the page once its door is painted, or, where it
  // knows of no register to ask about, a moment later from here.
  let warming: NodeJS.Timeout | undefined;
  void shown.then(() => {
    void shellOnce();
    // Not after a lock: whoever waits at that door may be away for hours.
    warming = setTimeout(() => {
      if (registerLock.reason === null) vault.warm();
    }, WARM_AFTER_MS);
  });
  window.base.once('close', () => clearTimeout(warming));
}

/** Closing the window is leaving the program: nobody leaves an open register behind unseen. */
function endVaultBeforeLeaving({
  window,
  registerLock,
  vault,
  freshStart,
}: {
  window: MainWindow;
  registerLock: RegisterLock;
  vault: VaultHost;
  freshStart: FreshStart;
}): void {
  let isClosed = false;
  window.base.on('close', (event) => {
    if (isClosed) return;
    event.preventDefault();
    freshStart.cancel();
    const leaving = registerLock.close('asked').then(() => {
      window.base.hide();
      return vault.retired();
    });
    void leaving.finally(() => {
      isClosed = true;
      window.base.close();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

prepareProfile(isDemo);
if (isRefused) {
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  cutChromiumOff();
  sealAllContents();
  void app.whenReady().then(start);
} else {
  app.exit(0);
}
