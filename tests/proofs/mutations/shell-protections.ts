/*
 * What protects the window: its processes, its door, its network and the moment of locking. Each is noticed by a
 * test that runs the program itself.
 */
import { one, type Protection } from './protection.ts';

const CALLS = 'electron/host/page-calls.ts';
const SESSION = 'electron/host/page-session.ts';
const SEAL = 'electron/host/seal-contents.ts';
const FILES = 'electron/host/page-files.ts';
const LOCK = 'electron/host/register-lock.ts';
const AUTO_LOCK = 'electron/host/auto-lock.ts';
const CLIPBOARD = 'electron/host/clipboard-watch.ts';
const HOST = 'electron/vault-host.ts';
const PORT = 'electron/page-port.ts';

const SECURITY = 'tests/e2e/security.spec.ts';
const MEASURES = 'tests/e2e/measures.spec.ts';
const PROCESSES = 'tests/e2e/processes.spec.ts';
const DISK = 'electron/host/disk-encryption.ts';
const RELEASE = 'electron/host/release-signature.ts';
const RELEASES = 'tests/shell/release-signature.test.ts';
const LOCKING = 'tests/e2e/locking.spec.ts';
const RESTART = 'tests/e2e/restart.spec.ts';

export const shellProtections: Protection[] = [
  // the door
  one(
    'who calls',
    [CALLS, "if (!targets.isOurPage(event)) return failure('not_allowed');", ''],
    SECURITY,
    'opens for our page and for no other',
  ),
  one(
    'who gets a port to the vault',
    [CALLS, 'if (!targets.isOurPage(event) || frame === null)', 'if (frame === null)'],
    SECURITY,
    'opens for our page and for no other',
  ),
  one(
    'how large a call may be',
    [PORT, "if (!fitsWithin(input, MAX_CALL_BYTES)) return failure('too_large');", ''],
    SECURITY,
    'refuses what is not a call',
  ),
  one(
    'how many calls at once',
    [PORT, "if (this.#underWay >= MAX_UNDER_WAY) return failure('too_busy');", ''],
    PROCESSES,
    'no more than 64 calls',
  ),
  // the page
  {
    name: 'a page leads nowhere',
    // Each of the two refuses what the page itself begins.
    changes: ['will-navigate', 'will-frame-navigate'].map((event) => ({
      file: SEAL,
      from: `contents.on('${event}', (event) => event.preventDefault());`,
      to: '',
    })),
    noticedBy: { file: MEASURES, named: 'the content policy of our page refuses' },
  },
  one(
    'a page opens no window',
    [SEAL, "contents.setWindowOpenHandler(() => ({ action: 'deny' }));", ''],
    SECURITY,
    'opens no window',
  ),
  one(
    'a page downloads nothing',
    [SESSION, "pageSession.on('will-download', (event) => event.preventDefault());", ''],
    SECURITY,
    'opens no window',
  ),
  one(
    'a page is given nothing it asks for',
    [
      SESSION,
      'pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));',
      '',
    ],
    SECURITY,
    'gets no permission',
  ),
  one(
    'a page has no permission to begin with',
    [SESSION, 'pageSession.setPermissionCheckHandler(() => false);', ''],
    SECURITY,
    'gets no permission',
  ),
  one(
    'the content policy',
    [FILES, "'Content-Security-Policy': CONTENT_SECURITY_POLICY,", ''],
    MEASURES,
    'the content policy of our page refuses',
  ),
  one(
    'one policy for text that becomes code',
    [FILES, "  'trusted-types approdo',\n", ''],
    SECURITY,
    'runs no code that came as text',
  ),
  // the network
  one(
    'requests are cancelled',
    [
      SESSION,
      'cancel: !url.startsWith(START_PAGE)',
      'cancel: false && !url.startsWith(START_PAGE)',
    ],
    MEASURES,
    'alone refuses by: requests',
  ),
  one(
    'a proxy that leads nowhere',
    [SESSION, "    proxyBypassRules: '<-loopback>',\n", ''],
    MEASURES,
    'alone refuses by: proxy',
  ),
  one(
    'no name is looked up',
    [SESSION, "  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');\n", ''],
    MEASURES,
    'the resolver alone',
  ),
  one(
    'Node has no network',
    ['electron/main.ts', "import './host/refuse-network.ts';\n", ''],
    MEASURES,
    'Node has no network',
  ),
  // locking
  one(
    'sleep locks',
    [AUTO_LOCK, "powerMonitor.on('suspend', leave);", ''],
    LOCKING,
    'however the computer is left',
  ),
  one(
    'a locked screen locks',
    [AUTO_LOCK, "powerMonitor.on('lock-screen', leave);", ''],
    LOCKING,
    'however the computer is left',
  ),
  one(
    'nobody there locks',
    [AUTO_LOCK, "if (idleLeft <= 0) this.#lockIfOpen('idle');\n    else if", 'if'],
    PROCESSES,
    'a register that nobody uses',
  ),
  one(
    'twelve hours lock',
    [AUTO_LOCK, "else if (limitLeft <= 0) this.#lockIfOpen('idle');\n    else if", 'else if'],
    LOCKING,
    'after twelve hours',
  ),
  one(
    'the keys that lock',
    [
      'electron/window.ts',
      "else if (shift && key.toLowerCase() === 'l') this.#options.onLockKeys();",
      '',
    ],
    LOCKING,
    'in a hurry',
  ),
  one(
    'the page may keep what was typed',
    [LOCK, "this.#window.send({ name: 'register.locking', payload: { reason } });", ''],
    LOCKING,
    'however the computer is left',
  ),
  one(
    'the page is thrown away',
    [LOCK, '    this.#window.empty();\n', ''],
    PROCESSES,
    'locking ends the vault process and the page',
  ),
  one(
    'the program starts again',
    [
      'electron/host/start-again.ts',
      "return app.isPackaged || !app.commandLine.hasSwitch('stay-after-lock');",
      'return false;',
    ],
    'tests/e2e/memory.spec.ts',
  ),
  one(
    'the vault is killed',
    [HOST, '    kill(vault);\n    await exited;', ''],
    PROCESSES,
    'a vault that does not answer',
  ),
  one(
    'no answer after the lock',
    [HOST, '    this.#options.onCut();\n    send(vault', '    send(vault'],
    LOCKING,
    'of fifty calls',
  ),
  one(
    'the clipboard is cleared',
    [LOCK, 'this.#clipboard.clearIfOurs().catch(() => undefined)', 'Promise.resolve()'],
    PROCESSES,
    'leaves the clipboard',
  ),
  one(
    'a copy of a moment ago is waited for',
    [CLIPBOARD, 'const LOOKS_MS = [0, 25, 50, 100, 200, 400, 800];', 'const LOOKS_MS = [0];'],
    PROCESSES,
    'in a hurry, a moment before',
  ),
  one(
    'only what is ours is cleared',
    [CLIPBOARD, 'this.#ours.has(await this.#markNow())', 'true'],
    PROCESSES,
    'text of another program',
  ),
  one(
    'the program starts again once whoever was at the door has left it',
    [
      'electron/host/fresh-start.ts',
      'while (this.#waiting === lock && !(await this.#isLeftAlone())) await pause(LOOK_MS);',
      'if (this.#isTouched) return;',
    ],
    RESTART,
  ),
  one(
    'nobody at the door is interrupted',
    ['electron/host/fresh-start.ts', 'if (TOUCHES.has(type)) this.#isTouched = true;', ''],
    RESTART,
  ),
  one(
    'a vault that ends by itself is followed by a lock',
    [
      'electron/main.ts',
      "if (wasOpen) void registerLock.lock('stopped');\n      else window",
      'window',
    ],
    RESTART,
  ),
  // the disk below
  one(
    'a device that only notices changes is not called encrypted',
    [DISK, '/^CRYPT-(LUKS[12]|PLAIN|LOOPAES|TCRYPT|BITLK|FVAULT2)-/', '/^CRYPT-/'],
    'tests/shell/disk-encryption.test.ts',
  ),
  one(
    'what is not known of a disk is not called encrypted',
    [DISK, "return states.includes('unknown') ? 'unknown' : 'encrypted';", "return 'encrypted';"],
    'tests/shell/disk-encryption.test.ts',
  ),
  one(
    'another disk of a Mac is not the one it starts from',
    [DISK, "if (OTHER_DISK.test(folder)) return 'unknown';", ''],
    'tests/shell/disk-encryption.test.ts',
  ),
  // what stays behind
  one(
    'what somebody saves is nowhere else before it is whole',
    [
      'src/core/host/granted-files.ts',
      'const partial = join(dirname(path), ',
      "const partial = join('/tmp', ",
    ],
    'tests/e2e/written.spec.ts',
  ),
  one(
    'one program at a time in a profile',
    ['electron/main.ts', 'app.requestSingleInstanceLock()', 'Boolean(app)'],
    PROCESSES,
    'a second start',
  ),
  one(
    'a cell is not run',
    ['src/core/spreadsheets/write-csv.ts', ', escapeFormulae: RUN_AS_FORMULA', ''],
    'tests/proofs/hostile/hostile.test.ts',
    'no cell',
  ),

  // what is installed next
  one(
    'who signed an installer',
    [
      RELEASE,
      "if (!own.keys.some((key) => isSignedBy(key, facts, signature))) return nothing('notOurs');",
      '',
    ],
    RELEASES,
  ),
  one(
    'what was signed is what lies there',
    [
      RELEASE,
      "if (found?.bytes !== facts.bytes || found.sha256 !== facts.sha256) return nothing('notOurs');",
      '',
    ],
    RELEASES,
  ),
  one(
    'the version is under the signature',
    [RELEASE, "'approdo release 1', version, bytes", "'approdo release 1', bytes"],
    RELEASES,
  ),
];
