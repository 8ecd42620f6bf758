/*
 * What protects a register, one by one: how to switch it off, and the test that has to notice. A test that stays
 * green without the protection it is about protects nobody.
 */

import { activityProtections } from './activity-protections.ts';
import type { SourceChange } from './changed-tree.ts';
import { deskProtections } from './desk-protections.ts';
import { keptAndErased } from './kept-and-erased.ts';
import { letterProtections } from './letter-protections.ts';
import { namedProtections } from './named-protections.ts';
import { paperProtections } from './paper-protections.ts';
import { programmeProtections } from './programme-protections.ts';
import { one, type Protection } from './protection.ts';
import { reportProtections } from './report-protections.ts';
import { waysIn } from './ways-in.ts';

const DATABASE = 'src/core/database/open-database.ts';
const FOLDER = 'src/core/vault/register-folder.ts';
const CONDITION = 'src/core/vault/register-condition.ts';
const SERVER = 'src/api/server.ts';
const OPENING = 'tests/database/open-database.test.ts';
const FILE = 'tests/proofs/tampering/register-file.test.ts';
const KEYRING = 'tests/proofs/tampering/keyring.test.ts';
const VAULT = 'tests/core/vault.test.ts';

/** What the setting falls to by itself when WAL is switched on; the control of the power failures. */
export const lessSyncing: SourceChange = {
  file: DATABASE,
  from: "['synchronous', 'FULL', 2]",
  to: "['synchronous', 'NORMAL', 1]",
};

/** Any other statement is prepared, and kept with its text; the control of the search for the key in memory. */
export const keptKey: SourceChange = {
  file: DATABASE,
  from: '  db.exec(statement);',
  to: '  db.prepare(statement).all();',
};

export const protections: Protection[] = [
  // the file
  { name: 'every commit is synced', changes: [lessSyncing], noticedBy: { file: OPENING } },
  {
    name: 'no word of the key is kept',
    changes: [keptKey],
    noticedBy: { file: 'tests/proofs/needles/key-in-memory.test.ts', named: 'as bytes' },
  },
  one(
    'temporary tables stay in memory',
    [DATABASE, "['temp_store', 'MEMORY', 2]", "['temp_store', 'FILE', 1]"],
    OPENING,
  ),
  one(
    'deleted rows are overwritten',
    [DATABASE, "['secure_delete', 'ON', 1]", "['secure_delete', 'OFF', 0]"],
    OPENING,
  ),
  one(
    'one program at a time',
    [
      DATABASE,
      "['locking_mode', 'EXCLUSIVE', 'exclusive']",
      "['locking_mode', 'NORMAL', 'normal']",
    ],
    OPENING,
  ),
  one(
    'no key, no file',
    [
      DATABASE,
      "complain about it.\n  if (key.length !== 32) throw new RangeError('a data key has 32 bytes');",
      '',
    ],
    OPENING,
  ),
  one(
    'whose file it is',
    [DATABASE, "if (readPragma(db, 'application_id') !== applicationId) {", 'if (false) {'],
    OPENING,
  ),
  one(
    'modes of the file',
    [DATABASE, "openSync(path, 'wx', 0o600)", "openSync(path, 'wx', 0o644)"],
    VAULT,
    'owner',
  ),
  one(
    'a cut file is no new register',
    [FOLDER, "if (file.size < pageBytes) throw new ProcedureError('register_damaged');", ''],
    VAULT,
    'cut to',
  ),
  one(
    'which vault it belongs to',
    ['src/core/vault/unlock.ts', 'row?.vault_id !== keyring.vaultId', 'false'],
    VAULT,
    'another vault',
  ),
  // keyring
  one(
    'the keyring is synced before it takes its name',
    [FOLDER, '    await handle.sync();\n', ''],
    'tests/proofs/power-loss/power-loss.test.ts',
    'acknowledged',
  ),
  one(
    'the keyring is whole',
    ['src/core/vault/open-door.ts', '!opened || !isAuthentic(keyring, opened)', '!opened'],
    KEYRING,
  ),
  one(
    'what describes a slot is bound to it',
    [
      'src/core/vault/slots.ts',
      'const parts = [keyringFormat, vaultId, slot.id, slot.type, how, slot.salt, slot.publicKey];',
      'const parts = [keyringFormat, vaultId];',
    ],
    'tests/core/slot-binding.test.ts',
  ),
  one(
    'a floor under Argon2id',
    ['src/core/vault/passphrase-key.ts', 'memoryKiB >= floorCost.memoryKiB &&', ''],
    KEYRING,
    'asks for',
  ),
  one(
    'a ceiling over Argon2id',
    ['src/core/vault/passphrase-key.ts', 'memoryKiB <= ceilingMemoryKiB &&', ''],
    'tests/core/keyring.test.ts',
  ),
  one(
    'wrong attempts are delayed',
    [
      'src/core/vault/door-delay.ts',
      "if (waitSeconds > 0) throw new ProcedureError('too_many_attempts', { waitSeconds });",
      '',
    ],
    'tests/core/door-delay.test.ts',
  ),
  one(
    'nothing is known of a passphrase before the attempt is counted',
    [
      'src/core/vault/unlock.ts',
      'await Promise.all([opening, attempt.counted])',
      '[await opening]',
    ],
    'tests/core/door-delay.test.ts',
    'cannot be counted',
  ),
  one(
    'old and new keys are kept while they are renewed',
    ['src/core/vault/renewal.ts', 'keys: [...former, sealKeys(', 'keys: [sealKeys('],
    'tests/proofs/kills/kills.test.ts',
    'renews',
  ),
  one(
    'room before the keys are renewed',
    [
      'src/core/vault/renewal.ts',
      "if (bavail * bsize < size * 2 + SPARE_BYTES) throw new ProcedureError('disk_full');",
      '',
    ],
    'tests/proofs/full-disk/full-disk.test.ts',
    'half renewed',
  ),
  // freshness
  one('the file as it was left', [CONDITION, "if (hash !== leftAs) return 'differs';", ''], FILE),
  one(
    'the last line is remembered',
    [CONDITION, 'return row?.mac === auditHead.mac;', 'return true;'],
    FILE,
    'line remembered',
  ),
  one(
    'the keyring of the last session',
    [CONDITION, 'return isNewer && last.object_id !== keyring.session;', 'return false;'],
    FILE,
    'keyring of yesterday',
  ),
  one(
    'foreign logs are set aside',
    [
      CONDITION,
      'for (const log of logs) await rename(',
      'for (const log of [] as string[]) await rename(',
    ],
    FILE,
    'from another day',
  ),
  one(
    'lines follow each other',
    [
      'src/core/vault/audit-log.ts',
      'row.seq === entries + 1 && row.mac === macOf(key, previous, row)',
      'true',
    ],
    'tests/core/audit.test.ts',
  ),
  // calls
  one(
    'roles',
    [
      SERVER,
      "return procedure.role.includes(role) ? undefined : { code: 'role_missing' };",
      'return undefined;',
    ],
    'tests/core/policy/roles.test.ts',
  ),
  one(
    'locked means locked',
    [SERVER, "if (role === undefined) return { code: 'register_locked' };", ''],
    'tests/core/policy/roles.test.ts',
  ),
  one(
    'asked again when its turn comes',
    [SERVER, 'const late = mayCall();', 'const late = undefined as CallError | undefined;'],
    'tests/core/dispatch.test.ts',
  ),
  one(
    'only what is listed can be called',
    [
      SERVER,
      "if (!Object.hasOwn(contract, name)) return refuse({ code: 'unknown_procedure' });",
      '',
    ],
    'tests/core/dispatch.test.ts',
  ),
  one(
    'nothing of a failure crosses',
    [
      SERVER,
      "return refuse({ code: codeOf?.(failure) ?? 'internal' });",
      'return refuse({ code: String(failure) as ErrorCode });',
    ],
    'tests/core/dispatch.test.ts',
  ),
  one(
    'restricted cases are refused',
    ['src/core/create-core.ts', '      await checkTier(context, name, input);\n', ''],
    'tests/core/restricted-every-call.test.ts',
  ),
  one(
    'restricted cases are left out',
    ['src/core/create-core.ts', 'return withoutMention(context, answer);', 'return answer;'],
    'tests/core/restricted-groups.test.ts',
    'draft',
  ),
  one(
    'an answer about somebody hidden is refused',
    [
      'src/core/vault/restricted-cases.ts',
      "if (left === HIDDEN) throw new ProcedureError('case_restricted');",
      '',
    ],
    'tests/core/restricted-mention.test.ts',
  ),
  one(
    'one’s own passphrase asks for the former one',
    [
      'src/core/users/handlers.ts',
      '  const user = await otherUser(context, id);\n  const signInName =',
      '  const user = await getUser(register, id);\n  const signInName =',
    ],
    'tests/core/users.test.ts',
    'themselves',
  ),
  // what comes in
  {
    name: 'pieces of an attachment stay in order',
    changes: [
      {
        file: 'src/core/attachments/sealed-chunks.ts',
        from: 'nonce.writeUIntBE(index, 5, 6);',
        to: '',
      },
    ],
    noticedBy: { file: 'tests/core/attachments/sealed-chunks.test.ts' },
  },
  one(
    'a stored name is no path',
    [
      'src/core/attachments/attachment-folder.ts',
      "if (!STORED_NAME.test(storedAs)) throw new ProcedureError('attachment_damaged');",
      '',
    ],
    'tests/core/attachments/attachment-folder.test.ts',
  ),
  one(
    'a spreadsheet that unpacks to gigabytes',
    [
      'src/core/imports/read-table.ts',
      "if (unpackedBytes(file) > MOST_UNPACKED_BYTES) throw new ProcedureError('import_too_large');",
      '',
    ],
    'tests/core/imports.test.ts',
    'unpack',
  ),
  one(
    'a drawing only draws',
    [
      'src/typesetting/sanitise-svg.ts',
      "['image', 'script', 'foreignObject', 'iframe', 'feImage', 'audio', 'video']",
      "['none']",
    ],
    'tests/typesetting/pictures.test.ts',
  ),
  one(
    'a repeated table header is read once',
    [
      'src/typesetting/write-structure.ts',
      'part !== undefined && !part.isDrawn',
      'part !== undefined',
    ],
    'tests/typesetting/tagged.test.ts',
  ),
  one(
    'a password is hashed as PDF 2.0 does',
    [
      'src/typesetting/finished/lock-pdf.ts',
      'if (done >= 64 && (encrypted.at(-1) ?? 0) <= done - 32) break;',
      'break;',
    ],
    'tests/typesetting/protection.test.ts',
  ),
  one(
    'values among Arabic words keep their order',
    [
      'src/typesetting/paragraph-pieces.ts',
      'const isIsolated = run.isolate !== undefined || direction !== base;',
      'const isIsolated = false;',
    ],
    'tests/typesetting/chromium.test.ts',
  ),
  one(
    'letters stay joined where a word is cut',
    [
      'src/typesetting/page-layout.ts',
      'if (isCut && last !== undefined && next !== undefined) mendCut(last, next);',
      '',
    ],
    'tests/typesetting/hard-cases.test.ts',
  ),
  one(
    'nothing is filed with a character missing',
    [
      'src/typesetting/typeset.ts',
      'options.archive === true && pdf.missingCharacters.size > 0',
      'false',
    ],
    'tests/typesetting/protection.test.ts',
  ),
  one(
    'photos without their place',
    [
      'src/core/attachments/pictures/clean-jpeg.ts',
      'TABLES.has(marker) || keptApplicationData(marker, body)',
      'true',
    ],
    'tests/core/attachments',
  ),
  ...activityProtections,
  ...letterProtections,
  ...paperProtections,
  ...programmeProtections,
  ...reportProtections,
  ...waysIn,
  ...keptAndErased,
  ...namedProtections,
  ...deskProtections,
];
