import { z } from 'zod';
import { fileEndings } from '#domain/attachments/media-type.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { screenColours } from '#domain/vocabularies/screen-colours.ts';
import { errorCodes } from './errors.ts';
import { lockReasons } from './events.ts';
import { grant, releaseFormats } from './grant.ts';
import { beforeUnlock, procedure } from './procedure.ts';

/** More at once is a slip of the mouse. */
export const maxChosenFiles = 20;

/** `unknown`: this computer does not tell, or the folder is on another one. */
const diskStates = ['encrypted', 'notEncrypted', 'unknown'] as const;
export type DiskState = (typeof diskStates)[number];

/** What is known of a file to install; its version only where the signature holds. */
const releaseAnswers = ['noKey', 'noSignature', 'notOurs', 'older', 'same', 'newer'] as const;

/** Answered by the window's own process, not by the vault: dialogs, preferences, locking. */
export const shellProcedures = {
  'shell.info': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      isFallbackRuntime: z.boolean(),
      language: z.enum(interfaceLanguages).nullable(),
      /** The register opened last on this computer. */
      lastFolder: z.string().nullable(),
      /** Whether its door asked for a name then. */
      asksForName: z.boolean(),
      colours: z.enum(screenColours),
      moreContrast: z.boolean(),
      coversWhenLeft: z.boolean(),
      hidesFirstSteps: z.boolean(),
      /** Known without asking the vault, so that the door shows while the vault is still starting. */
      isOpen: z.boolean(),
      lastFolderHolds: z.enum(['register', 'otherThings', 'nothing']).nullable(),
      /** Why the register was locked last, or null since the program started. */
      lockedBecause: z.enum(lockReasons).nullable(),
      /** The copy of the day, which is made after locking; null when none was due. */
      closingBackup: z
        .discriminatedUnion('state', [
          z.strictObject({ state: z.literal('running') }),
          z.strictObject({ state: z.literal('made') }),
          z.strictObject({ state: z.literal('failed'), failure: z.enum(errorCodes) }),
        ])
        .nullable(),
      /** A filled register with invented people, and its passphrase, when started with --demo. */
      demo: z
        .union([
          z.strictObject({ folder: z.string(), passphrase: z.string() }),
          // Half a minute on an old computer, the first time.
          z.literal('preparing'),
          z.literal('failed'),
        ])
        .nullable(),
    }),
    role: beforeUnlock,
    kind: 'query',
  }),
  'shell.setPreferences': procedure({
    input: z.strictObject({
      language: z.enum(interfaceLanguages).optional(),
      lastFolder: z.string().max(1000).optional(),
      /** Whether the door of that register asks for a name. */
      asksForName: z.boolean().optional(),
      /** Somebody has read that the disk is not encrypted. */
      hasReadAboutDisk: z.boolean().optional(),
      colours: z.enum(screenColours).optional(),
      moreContrast: z.boolean().optional(),
      coversWhenLeft: z.boolean().optional(),
      hidesFirstSteps: z.boolean().optional(),
    }),
    output: z.strictObject({}),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Whether the disk with the register is encrypted as a whole, and whether that was read before. */
  'shell.diskEncryption': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ state: z.enum(diskStates), isRead: z.boolean() }),
    role: beforeUnlock,
    kind: 'query',
  }),
  'shell.chooseFolder': procedure({
    input: z.strictObject({ purpose: z.enum(['create', 'open']) }),
    output: z.strictObject({ path: z.string().nullable() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  'shell.chooseSavePath': procedure({
    input: z.strictObject({
      suggestedName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/),
      format: z.enum([
        ...new Set([...releaseFormats, ...fileEndings, 'json' as const, 'zip' as const]),
      ]),
    }),
    /** `null` when the dialog was cancelled. `fileName` is shown in the confirmation. */
    output: z.strictObject({ grant: grant.nullable(), fileName: z.string() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Files to take in. The page gets leave to have them read, and never their bytes or their place. */
  'shell.chooseFiles': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ grants: z.array(grant).max(maxChosenFiles) }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** A folder for copies of the register. The page gets leave to have it used, and never its place. */
  'shell.chooseBackupPlace': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ grant: grant.nullable() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** A copy to restore from. `fileName` is shown in the next step. */
  'shell.chooseBackup': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ grant: grant.nullable(), fileName: z.string() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Asks for a file to install and says whether it is from whoever publishes the program. Installs nothing. */
  'shell.checkUpdate': procedure({
    input: z.strictObject({}),
    /** `null` when the dialog was cancelled. */
    output: z.strictObject({
      answer: z.enum(releaseAnswers).nullable(),
      version: z.string().nullable(),
    }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Prints what the page laid out for printing, by the dialog of the system. */
  'shell.print': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ isPrinted: z.boolean() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Something was copied out of the page; what it was is not said. */
  'shell.noteCopy': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** The answer to `register.locking`. */
  'shell.readyToLock': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /** Ends the vault process and empties the page. */
  'shell.lock': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: beforeUnlock,
    kind: 'mutation',
  }),
};
