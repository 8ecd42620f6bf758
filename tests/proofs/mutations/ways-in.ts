/* Who gets in, and how far: keys, roles, tiers and the log of it. */
import { one, type Protection } from './protection.ts';

const TIERS = 'tests/core/policy/tiers.test.ts';
const TEMPLATES = 'tests/core/programme-template-files.test.ts';
const GROUPS = 'tests/core/restricted-groups.test.ts';

export const waysIn: Protection[] = [
  {
    name: 'what is sealed opens only where it was sealed for',
    changes: [
      {
        file: 'src/core/vault/seal.ts',
        from: "  cipher.setAAD(Buffer.from(bound, 'utf8'));\n",
        to: '',
      },
      {
        file: 'src/core/vault/seal.ts',
        from: "  decipher.setAAD(Buffer.from(bound, 'utf8'));\n",
        to: '',
      },
    ],
    noticedBy: { file: 'tests/core/keyring.test.ts' },
  },
  one(
    'Argon2id is tried before it is trusted',
    [
      'src/core/vault/passphrase-key.ts',
      'if (await isArgon2id(derive)) return derive;',
      'return derive;',
    ],
    'tests/core/keyring.test.ts',
    'something else',
  ),
  one(
    'a slot that costs too little is made dearer',
    [
      'src/core/vault/unlock.ts',
      'if (!registerOf(context).isDemo) await improveOwnSlot(context, secret, milliseconds);',
      '',
    ],
    'tests/core/users.test.ts',
    'dearer',
  ),
  one(
    'no people before there are two ways in',
    [
      'src/core/people/handlers.ts',
      "if (!recoveryConfirmed) throw new ProcedureError('recovery_not_confirmed');",
      '',
    ],
    'tests/core/vault.test.ts',
    'takes no people',
  ),
  one(
    'a suspended user stays out',
    [
      'src/core/users/handlers.ts',
      "return slot.type === 'former' ? [] : [{ ...slot, keys: [] }];",
      "return slot.type === 'former' ? [] : [slot];",
    ],
    'tests/core/users.test.ts',
    'suspended',
  ),
  one(
    'what reaches everybody is for who sees every case',
    [
      'src/core/vault/policy.ts',
      "return seesAllCases(role) ? undefined : 'role_missing';",
      'return undefined;',
    ],
    TIERS,
    'by the tier alone',
  ),
  one(
    'what is sealed is for who has a key',
    [
      'src/core/vault/policy.ts',
      "return isNamedOnSome ? undefined : 'restricted_no_access';",
      'return undefined;',
    ],
    TIERS,
    'by the tier alone',
  ),
  one(
    'lists leave restricted cases out',
    ['src/core/vault/unlock.ts', 'db: withoutHidden(db, hiddenPeople),', 'db,'],
    TIERS,
    'with and without',
  ),
  one(
    'appointments with somebody hidden are not reached by their id',
    [
      'src/core/appointments/queries.ts',
      "    .where('id', '=', id)\n    .where(NOBODY_HIDDEN)\n",
      "    .where('id', '=', id)\n",
    ],
    GROUPS,
  ),
  one(
    'somebody hidden stays in a lesson',
    [
      'src/core/services/sessions.ts',
      "    .where('person_id', 'in', (seen) =>",
      "    .where('session_id', 'in', (seen) =>",
    ],
    GROUPS,
  ),
  one(
    'a line of the log is never changed',
    [
      'src/core/database/migrations/0003-users-and-restricted-tier.ts',
      'CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry',
      'CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry WHEN 0',
    ],
    'tests/core/audit.test.ts',
    'by mistake',
  ),
  one(
    'a clock that went back is noted',
    ['src/core/vault/audit-log.ts', "if (isBack) await append(context, tx, 'clock.wentBack');", ''],
    'tests/core/audit.test.ts',
    'went back',
  ),
  one(
    'a note that was read is noted',
    ['src/core/audit/audited.ts', "  'notes.get': 'id',\n", ''],
    'tests/core/audit.test.ts',
  ),
  one(
    'a template file holds no key that every object has, and nothing unseen',
    ['src/core/programmes/template-file.ts', 'if (strange) throw notValid(strange);', ''],
    TEMPLATES,
    'first fault',
  ),
  one(
    'a template file names no code that is in no list',
    [
      'src/core/programmes/load-programmes.ts',
      "if (unknown) return { fault: { place: placeOf(unknown.path), reason: 'unknownName' } };",
      '',
    ],
    TEMPLATES,
    'first fault',
  ),
  one(
    'a template that comes from a file is noted',
    ['src/core/audit/audited.ts', "  'programmeTemplates.import': 'none',\n", ''],
    TEMPLATES,
    'another register',
  ),
];
