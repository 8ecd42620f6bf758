import { z } from 'zod';
import { associationDetails } from '#domain/casework/association.ts';
import { requiredText } from '#domain/text.ts';
import { newPassphrase, typedPassphrase } from '#domain/vault/passphrase.ts';
import { passphraseGrades } from '#domain/vault/passphrase-strength.ts';
import { roles } from '#domain/vault/role.ts';
import { typedSignInName } from '#domain/vault/sign-in-name.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { beforeUnlock, coordinators, everyone, procedure } from './procedure.ts';
import { twoRecoveryParts, wholeRecoveryKey } from './recovery.ts';

const folder = z.string().min(1).max(1000);

/** Groups of four characters; the last one is a check group. */
const recoveryKey = z.strictObject({
  groups: z.array(z.string().length(4)).length(9),
  /** Positions (from 0) of the two groups that must be typed back. */
  confirm: z.array(z.int().min(0).max(8)).length(2),
});

const lockAfterMinutes = z.number().min(0.01).max(60);

const session = z.strictObject({
  user: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    role: z.enum(roles),
    /** Their own choice; without one they are spoken to as the door was. */
    language: z.enum(interfaceLanguages).optional(),
  }),
  /** Today by the clock of the vault; the page has no clock of its own. */
  today: z.string(),
  associationName: z.string(),
  lockAfterMinutes,
  isDemo: z.boolean(),
  recoveryConfirmed: z.boolean(),
  /** Something of the folder is older than when the register was last closed: somebody put it back. */
  isRolledBack: z.boolean(),
  /** Some pages of the file were changed by nobody who has the key. What they hold cannot be read. */
  isDamaged: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const vaultProcedures = {
  /** Looks at a folder without opening anything. */
  'vault.status': procedure({
    input: z.strictObject({ folder: folder.optional() }),
    output: z.strictObject({
      isOpen: z.boolean(),
      folder: z.enum(['none', 'missing', 'empty', 'register', 'otherFiles']),
      /** Several people share the register: who knocks says who they are. */
      asksForName: z.boolean(),
      /** Seconds until the next passphrase is heard. */
      waitSeconds: z.int(),
    }),
    role: beforeUnlock,
    kind: 'query',
  }),
  'vault.suggestPassphrase': procedure({
    input: z.strictObject({ language: z.enum(interfaceLanguages), words: z.int().min(5).max(8) }),
    output: z.strictObject({ passphrase: z.string(), bits: z.number() }),
    role: beforeUnlock,
    kind: 'query',
  }),
  /** How hard a passphrase of one's own is to guess, in bits, with the words of our lists known. */
  'vault.gradePassphrase': procedure({
    input: z.strictObject({ passphrase: z.string().max(512) }),
    output: z.strictObject({ bits: z.int(), grade: z.enum(passphraseGrades) }),
    role: beforeUnlock,
    kind: 'query',
  }),
  /** Makes and opens a register; it takes people only after `vault.confirmRecoveryKey`. */
  'vault.create': procedure({
    input: z.strictObject({
      folder,
      /** A folder of this name is made inside `folder`; without it `folder` itself is used. */
      newFolderName: requiredText(80)
        .pipe(z.string().regex(/^[^\\/:*?"<>|.][^\\/:*?"<>|]*$/))
        .optional(),
      passphrase: newPassphrase,
      userName: requiredText(120),
      association: associationDetails.pick({ name: true, casePrefix: true }),
      isDemo: z.boolean().default(false),
    }),
    output: z.strictObject({ folder: z.string(), recoveryKey }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  'vault.confirmRecoveryKey': procedure({
    input: z.strictObject({
      groups: z
        .array(z.strictObject({ position: z.int().min(0).max(8), value: z.string().max(12) }))
        .length(2),
    }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** A new recovery key; the old one stops working. */
  'vault.renewRecoveryKey': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ recoveryKey }),
    role: coordinators,
    kind: 'mutation',
  }),
  'vault.unlock': procedure({
    input: z.strictObject({
      folder,
      name: typedSignInName.optional(),
      passphrase: typedPassphrase,
    }),
    output: session,
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** For a forgotten passphrase: opens with the recovery key and sets a new passphrase. */
  'vault.recover': procedure({
    input: z.union([
      wholeRecoveryKey.extend({ folder, passphrase: newPassphrase }),
      twoRecoveryParts.extend({ folder, passphrase: newPassphrase }),
    ]),
    output: session,
    role: beforeUnlock,
    kind: 'mutation',
  }),
  'vault.lock': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  'vault.session': procedure({
    input: z.strictObject({}),
    output: session,
    role: everyone,
    kind: 'query',
  }),
  'vault.setLockAfter': procedure({
    input: z.strictObject({ minutes: lockAfterMinutes }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};
