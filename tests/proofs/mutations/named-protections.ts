/*
 * What the threat model, the policy and the list of hardening name and the other lists do not have: docs/proofs.md
 * says for each protection which of all these switches it off.
 */
import { one, type Protection } from './protection.ts';

const VAULT = 'tests/core/vault.test.ts';
const USERS = 'tests/core/users.test.ts';
const DRAFTS = 'tests/core/drafts.test.ts';
const DOOR = 'tests/core/door-delay.test.ts';
const AUDIT = 'tests/core/audit.test.ts';
const RESTRICTED = 'tests/core/restricted.test.ts';
const COPY = 'tests/core/person-copies.test.ts';
const SHELL = 'tests/rules/shell.test.ts';
const HARDENING = 'tests/e2e/hardening.spec.ts';
const RENEWAL = 'src/core/vault/renewal.ts';
const FOLDER = 'src/core/vault/register-folder.ts';
const DELAY = 'src/core/vault/door-delay.ts';
const WINDOW = 'electron/window.ts';
const AUDITED = 'src/core/audit/audited.ts';
const ATTACHED = 'src/core/attachments/attachment-folder.ts';
const OVERVIEW = 'src/core/backups/overview.ts';

const passphrases: Protection[] = [
  one(
    'a suggested passphrase has as many words as were asked for',
    ['src/core/vault/handlers.ts', '{ length: count }, () => words', '{ length: 4 }, () => words'],
    VAULT,
    'five words',
  ),
  one(
    'a word of the lists is worth what finding it costs',
    [
      'src/domain/vault/passphrase-strength.ts',
      'if (size !== undefined) return Math.log2(size);',
      '',
    ],
    'tests/domain/passphrase-strength.test.ts',
  ),
  one(
    'a short passphrase is refused',
    ['src/domain/vault/passphrase.ts', 'passphraseMinLength = 15', 'passphraseMinLength = 1'],
    VAULT,
    'short passphrase',
  ),
  one(
    'what is typed back is compared',
    ['src/core/vault/confirm-recovery.ts', '!key || !isRight ||', '!key ||'],
    VAULT,
    'two groups',
  ),
  one(
    'two different groups are typed back',
    ['src/core/vault/confirm-recovery.ts', '|| positions.size !== 2)', ')'],
    VAULT,
    'two groups',
  ),
  one(
    'a new recovery key ends the one before',
    [
      'src/core/vault/registers.ts',
      "    ...slots.filter((one) => (one.type === 'former' ? one.former.type : one.type) !== 'recovery'),\n",
      '    ...slots,\n',
    ],
    VAULT,
    'renewed recovery key',
  ),
  one(
    'one part of the recovery key tells nothing',
    [
      'src/core/recovery/split-secret.ts',
      'slopes: Uint8Array = randomBytes(secret.length)',
      'slopes: Uint8Array = new Uint8Array(secret.length)',
    ],
    'tests/core/recovery.test.ts',
    'other slopes',
  ),
  one(
    'a count of attempts that was spoilt is no fresh start',
    [DELAY, 'parsed.data : { failures: 9, sinceStart: 0 };', 'parsed.data : none;'],
    DOOR,
    'spoilt',
  ),
  one(
    'attempts are counted on the disk',
    [
      DELAY,
      'const counted = writeSynced(path, JSON.stringify(attempts)).catch(',
      'const counted = Promise.resolve(void unwritten.set(path, attempts)).catch(',
    ],
    DOOR,
    'in another process',
  ),
];

const users: Protection[] = [
  one(
    'who leaves does not hold the keys of afterwards',
    [
      RENEWAL,
      'const keys = newDataKeys();',
      'const keys = fullKeys(register.keysByGeneration.get(former));',
    ],
    USERS,
    'removed user gets in neither',
  ),
  one(
    'who coordinates no more gives the restricted key back',
    [
      RENEWAL,
      '? slot.keys.map((one) => ({ generation: one.generation, general: one.general }))',
      '? slot.keys',
    ],
    USERS,
    'ceasing',
  ),
  one(
    'nobody takes the last coordinator away',
    [
      'src/core/users/handlers.ts',
      "if (register.user.id === id) throw new ProcedureError('not_yourself');",
      '',
    ],
    USERS,
    'nobody suspends',
  ),
  one(
    'a case somebody was taken off gets another key',
    [
      'src/core/notes/case-access.ts',
      'if (numDeletedRows > 0n) await renewCaseKeyOf(context, tx, personId);',
      'if (numDeletedRows < 0n) await renewCaseKeyOf(context, tx, personId);',
    ],
    RESTRICTED,
    'taken off a case',
  ),
  one(
    'a protected note opens in its own place only',
    [
      'src/core/vault/restricted.ts',
      'field }: RestrictedPlace) =>',
      "field }: RestrictedPlace) => 'restricted' ||",
    ],
    RESTRICTED,
    'moved to another note',
  ),
  one(
    'a draft of what is protected is sealed',
    [
      'src/core/drafts/sealed-content.ts',
      'if (!isSealed(key)) return content;\n  const register',
      'return content;\n  const register',
    ],
    DRAFTS,
    'sealed for their writer',
  ),
  one(
    'a draft is its writer’s alone',
    [
      'src/core/drafts/handlers.ts',
      "    .select(['content', 'changed_at'])\n    .where('user_id', '=', user.id)\n",
      "    .select(['content', 'changed_at'])\n",
    ],
    DRAFTS,
    'belong to the user',
  ),
  one(
    'a line of the policy: the role',
    [
      'src/api/audit.ts',
      'total: z.int() }),\n    role: coordinators,',
      "total: z.int() }),\n    role: ['volunteer', 'coordinator'],",
    ],
    'tests/core/policy/roles.test.ts',
    'exactly their own',
  ),
  one(
    'a line of the policy: the tier',
    ['src/core/vault/policy.ts', "'notes.get': 'sealed',", "'notes.get': 'general',"],
    'tests/core/policy/tiers.test.ts',
    'as the policy says',
  ),
];

const traces: Protection[] = [
  one(
    'the folder is its owner’s alone',
    [FOLDER, 'await chmod(folder, 0o700);', 'await chmod(folder, 0o755);'],
    VAULT,
    'owner',
  ),
  one(
    'the keyring is its owner’s alone',
    [FOLDER, "open(path, 'w', 0o600)", "open(path, 'w', 0o644)"],
    VAULT,
    'owner',
  ),
  one(
    'large papers are their owner’s alone',
    [ATTACHED, "open(unfinished, 'wx', 0o600)", "open(unfinished, 'wx', 0o644)"],
    VAULT,
    'owner',
  ),
  one(
    'the folder of large papers is its owner’s alone',
    [ATTACHED, 'await chmod(folder, 0o700);', 'await chmod(folder, 0o755);'],
    VAULT,
    'owner',
  ),
  one(
    'a line of the log stays',
    [
      'src/core/database/migrations/0003-users-and-restricted-tier.ts',
      'CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry',
      'CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry WHEN 0',
    ],
    AUDIT,
    'by mistake',
  ),
  one(
    'wrong attempts are noted',
    [
      'src/core/vault/unlock.ts',
      "if (failuresBefore > 0) await record(context, 'vault.wrongAttempts', String(failuresBefore));",
      '',
    ],
    AUDIT,
    'tried to come in',
  ),
  one(
    'a file put back is noted',
    [
      'src/core/vault/unlock.ts',
      "if (isRolledBack) await record(context, 'register.rolledBack');",
      '',
    ],
    AUDIT,
    'put back',
  ),
  ...(
    [
      ['a change of role', "'users.changeRole': 'id'"],
      ['a print', "'documents.printPlan': 'planId'"],
      ['a letter saved', "'documents.saveLetter': 'letterId'"],
      ['a list that leaves', "'lists.export': 'none'"],
    ] as const
  ).map(([what, line]) =>
    one(`${what} is noted`, [AUDITED, `  ${line},\n`, ''], AUDIT, 'loses none'),
  ),
];

const copies: Protection[] = [
  one(
    'a copy is asked for in time',
    [OVERVIEW, 'const REMIND_AFTER_DAYS = 7;', 'const REMIND_AFTER_DAYS = 700;'],
    'tests/core/backups/make-backup.test.ts',
    'something to lose',
  ),
  one(
    'a trial is asked for in time',
    [OVERVIEW, 'const DRILL_AFTER_DAYS = 31;', 'const DRILL_AFTER_DAYS = 3100;'],
    'tests/core/backups/make-backup.test.ts',
    'something to lose',
  ),
  one(
    'copies under former keys are marked',
    [OVERVIEW, 'row.generation < generation;', 'false;'],
    'tests/core/backups/make-backup.test.ts',
    'after somebody was removed',
  ),
  one(
    'the newest copy is not thrown away',
    [
      'src/core/backups/keep-backup.ts',
      "if (row === rows[0]) throw new ProcedureError('backup_newest');",
      '',
    ],
    'tests/core/backups/rotation.test.ts',
    'never the newest',
  ),
  one(
    'a person’s copy names nobody else',
    ['src/core/person-copies/compose-copy.ts', "kind === 'words' ? cover(", "kind === 'words' ? ("],
    COPY,
    'nothing of other people',
  ),
  one(
    'a small number is hidden',
    [
      'src/disclosure/primary-rule.ts',
      'return count > 0 && count < thresholdOf(problem, id);',
      'return count < 0;',
    ],
    'tests/core/reports.test.ts',
    'hides small ones',
  ),
  one(
    'what was sent before counts',
    [
      'src/core/reports/protected-summary.ts',
      'await protectRelease(release, sent, options)',
      'await protectRelease(release, [], options)',
    ],
    'tests/core/releases.test.ts',
  ),
  one(
    'what was sent stays as it was sent',
    [
      'src/core/database/migrations/0016-releases.ts',
      'CREATE TRIGGER release_is_kept_unchanged BEFORE UPDATE ON release\n',
      'CREATE TRIGGER release_is_kept_unchanged BEFORE UPDATE ON release WHEN 0\n',
    ],
    'tests/core/releases.test.ts',
    'cannot be changed',
  ),
];

const shell: Protection[] = [
  ...['sandbox', 'contextIsolation', 'webSecurity'].map((name) =>
    one(`${name} is on`, [WINDOW, `        ${name}: true,\n`, `        ${name}: false,\n`], SHELL),
  ),
  ...[
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'webviewTag',
    'devTools',
    'spellcheck',
    'plugins',
    'navigateOnDragDrop',
  ].map((name) =>
    one(`${name} is off`, [WINDOW, `        ${name}: false,\n`, `        ${name}: true,\n`], SHELL),
  ),
  one(
    'the page’s session is in memory',
    ['electron/host/page-session.ts', 'fromPartition(', "fromPartition('persist:page' || "],
    SHELL,
    'warns of',
  ),
  one(
    'the fuses',
    ['electron-builder.yml', '  onlyLoadAppFromAsar: true\n', '  onlyLoadAppFromAsar: false\n'],
    SHELL,
    'fuses',
  ),
  one(
    'the page gets two functions and no more',
    [
      'electron/preload.ts',
      "exposeInMainWorld('approdo', {",
      "exposeInMainWorld('approdo', {\n  send: ipcRenderer.send,",
    ],
    'tests/e2e/security.spec.ts',
    'has no Node',
  ),
  one(
    'no memory in a core dump',
    ['electron/host/no-core-dump.ts', "writeFileSync('/proc/self/coredump_filter', '0');", ''],
    HARDENING,
    'core dump',
  ),
  one(
    'no list of recent files',
    ['electron/main.ts', "import './host/no-recent-list.ts';\n", ''],
    HARDENING,
    'files that are known',
  ),
  one(
    'what an earlier crash left goes',
    [
      'electron/host/paths.ts',
      "rmSync(app.getPath('crashDumps'), { recursive: true, force: true });",
      '',
    ],
    HARDENING,
    'files that are known',
  ),
  one(
    'the profile is its owner’s alone',
    ['electron/main.ts', 'process.umask(0o077);', 'process.umask(0o022);'],
    HARDENING,
    'files that are known',
  ),
  one(
    'a copy under way keeps the keys for half a minute',
    ['electron/retiring-vault.ts', 'const LONGEST_MS = 30_000;', 'const LONGEST_MS = 3_000_000;'],
    'tests/e2e/backups.spec.ts',
    'a copy that hangs',
  ),
  one(
    'a computer that sleeps makes no copy',
    [
      'electron/host/register-lock.ts',
      "MAY_TAKE_ITS_TIME: LockReason[] = ['asked', 'idle']",
      "MAY_TAKE_ITS_TIME: LockReason[] = ['asked', 'idle', 'system']",
    ],
    'tests/e2e/backups.spec.ts',
    'the keys go at once',
  ),
];

export const namedProtections: Protection[] = [
  ...passphrases,
  ...users,
  ...traces,
  ...copies,
  ...shell,
];
