/* What keeps a register from being lost, and what takes somebody out of it: the second half of the list. */
import { one, type Protection } from './protection.ts';

const RESTORE = 'tests/core/backups/restore.test.ts';
const MAKE = 'tests/core/backups/make-backup.test.ts';
const ROTATION = 'tests/core/backups/rotation.test.ts';
const TAMPERED = 'tests/core/backups/tampered.test.ts';
const AGAIN = 'tests/core/backups/erased-again.test.ts';
const ERASE = 'src/core/erasures/erase-person.ts';
const ERASING = 'tests/core/erasures/erase-person.test.ts';
const READ = 'src/core/backups/read-backup.ts';
const WHO = 'tests/core/erasures/who-may-erase.test.ts';

const backups: Protection[] = [
  one(
    'a copy is read back before it counts',
    [
      'src/core/backups/write-backup.ts',
      'await verify(unfinished, snapshot, { into, task });',
      'snapshot.databaseBytes;',
    ],
    MAKE,
    'does not keep',
  ),
  one(
    'every member is what the sealed manifest says',
    [
      READ,
      "if (member.kind !== kind || check !== right) throw new ProcedureError('backup_not_genuine');",
      '',
    ],
    TAMPERED,
  ),
  one(
    'no member more or less',
    [
      READ,
      "if (members.length !== wanted.length) throw new ProcedureError('backup_not_genuine');",
      '',
    ],
    TAMPERED,
  ),
  one(
    'the rows are those that were counted',
    [READ, 'return (\n    vaultId === manifest.vaultId &&', 'return (\n    true ||'],
    TAMPERED,
  ),
  one(
    'a copy of a newer program is refused',
    [
      READ,
      'if (manifest.schemaVersion > (migrations.at(-1)?.version ?? 0)) {',
      'if (manifest.schemaVersion < 0) {',
    ],
    TAMPERED,
    'newer program',
  ),
  one(
    'copies do not lie beside what they are copies of',
    [
      'src/core/backups/handlers.ts',
      "if (isWithin(register.folder, place)) throw new ProcedureError('backup_place_same');",
      '',
    ],
    MAKE,
    'nor one in it',
  ),
  one(
    'rotation looks that the newest copy is there',
    [
      'src/core/backups/keep-backup.ts',
      'if (!newest || !(await isThere(newest))) return;',
      'if (!newest) return;',
    ],
    ROTATION,
    'newest is gone',
  ),
  one(
    'rotation takes away what is too old',
    [
      'src/core/backups/keep-backup.ts',
      'if (!surplus.has(row.id)) continue;',
      'if (surplus.size >= 0) continue;',
    ],
    ROTATION,
    'seven copies',
  ),
  one(
    'a restore writes over no register',
    [
      'src/core/backups/restore.ts',
      "if (content === 'register') throw new ProcedureError('register_exists');",
      '',
    ],
    RESTORE,
    'never touches',
  ),
  one(
    'a restore clears away nothing but its own',
    [
      'src/core/backups/restore.ts',
      'if (await stat(mark).catch(() => undefined)) await rm(aside',
      'await rm(aside',
    ],
    RESTORE,
    'nothing else of that name',
  ),
  one(
    'wrong passphrases at a restore wait',
    [
      'src/core/backups/restore.ts',
      "return 'passphrase' in way ? delayedAtCopy({ copy, tag, ports }, open) : open();",
      'return open();',
    ],
    RESTORE,
    'wait',
  ),
  one(
    'a trial that failed is kept as failed',
    [
      'src/core/backups/drill.ts',
      'if (code && FAULTS_OF_COPY.includes(code)) await note(context, row, code);',
      '',
    ],
    RESTORE,
    'went bad',
  ),
  one(
    'who was erased does not come back with a copy',
    ['src/core/backups/after-unlock.ts', '  await keepErased(context);\n', ''],
    AGAIN,
  ),
];

const erasing: Protection[] = [
  one(
    'who sent, answered, led or withdrew is looked through as well',
    ['src/core/erasures/searched-columns.ts', '(?!(sent|withdrawn|answered|led|talk)_by$)', ''],
    'tests/core/erasures/mentions.test.ts',
  ),
  one(
    'the search index forgets words',
    [
      'src/core/database/migrations/0004-search-and-duplicates.ts',
      "INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);",
      '',
    ],
    'tests/database/open-database.test.ts',
  ),
  one('the file is written anew', [ERASE, '  await sql`VACUUM`.execute(db);\n', ''], ERASING),
  one(
    'nothing removed before can be put back',
    [ERASE, '  forgetRemovals(db);\n', ''],
    ERASING,
    'putting back',
  ),
  one(
    'large papers go off the disk',
    [ERASE, '  await removeLeftovers(register);\n', ''],
    ERASING,
    'large papers',
  ),
  one(
    'copies from before a migration go',
    [ERASE, '  await removeFormerCopies(folder);\n', ''],
    ERASING,
    'change of schema',
  ),
  one(
    'drafts of others go',
    [
      ERASE,
      "counts.set('draft', await removeDrafts(tx, personId, ids));",
      "counts.set('draft', await removeDrafts(tx, '', new Set([personId].slice(1))));",
    ],
    ERASING,
  ),
  one(
    'merges of others forget them',
    [ERASE, '  await forgetInMerges(tx, personId);\n', ''],
    ERASING,
  ),
  one(
    'whole names are covered elsewhere',
    [ERASE, 'await crossOutElsewhere(tx, identity.unique)', 'await crossOutElsewhere(tx, [])'],
    ERASING,
    'covers',
  ),
  one(
    'a namesake keeps their name',
    [
      'src/core/erasures/identity-of-person.ts',
      'if (!(await isShared(db, personId, text))) unique.push(text);',
      'unique.push(text);',
    ],
    ERASING,
    'namesake',
  ),
  one(
    'the records merged with theirs are remembered',
    [
      ERASE,
      'return [personId, ...merged.map((row) => row.merged_id)];',
      'return [personId, ...merged.map((row) => row.merged_id).slice(0, 0)];',
    ],
    'tests/core/erasures/erase-again.test.ts',
    'merged',
  ),
  one(
    'an erasure cut short is finished',
    [
      ERASE,
      'if (row) await cleanFile(register).catch(() => undefined);',
      'if (row === null) await cleanFile(register);',
    ],
    'tests/core/erasures/erase-again.test.ts',
    'cut short',
  ),
  one(
    'what is left is looked for',
    [
      'src/core/erasures/look-for-traces.ts',
      "note('freePages', await numberFrom(db, 'freelist_count'));",
      'return { searchedWords: texts.length, places: {} };',
    ],
    ERASING,
    'same look',
  ),
  one(
    'a legal hold holds',
    [
      'src/core/erasures/confirm-erasure.ts',
      '  await refuseOnHold(registerOf(context).db, request.person_id, context.ports.clock.today());\n',
      '',
    ],
    WHO,
    'hold',
  ),
  one(
    'two coordinators decide',
    [
      'src/domain/erasures/erasure.ts',
      "if (user.hasOthers) return { may: false, because: 'needsOther' };",
      '',
    ],
    WHO,
    'another confirms',
  ),
  one(
    'one alone waits a week',
    ['src/domain/erasures/erasure.ts', 'const waitingDays = 7;', 'const waitingDays = 0;'],
    WHO,
    'alone',
  ),
  one(
    'and types the passphrase again',
    [
      'src/core/erasures/confirm-erasure.ts',
      "if (answer.needsPassphrase) await openOwnSlot(context, passphrase ?? '');",
      '',
    ],
    WHO,
    'alone',
  ),
  one(
    'a suspended coordinator is no second one',
    [
      'src/core/erasures/erasure-requests.ts',
      "return rows.some((row) => stateOf(register, row.slot_id) === 'active');",
      'return rows.length > 0;',
    ],
    WHO,
    'suspended',
  ),
];

export const keptAndErased: Protection[] = [...backups, ...erasing];
