import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { requiredText } from '#domain/text.ts';
import { typedPassphrase } from '#domain/vault/passphrase.ts';
import { typedSignInName } from '#domain/vault/sign-in-name.ts';
import { errorCodes } from './errors.ts';
import { grant } from './grant.ts';
import { beforeUnlock, coordinators, desk, procedure } from './procedure.ts';
import { typedRecovery } from './recovery.ts';

const nothing = z.strictObject({});
const folder = z.string().min(1).max(1000);

const backup = z.strictObject({
  id: z.uuid(),
  madeAt: z.string(),
  fileName: z.string(),
  byteCount: z.int(),
  isAutomatic: z.boolean(),
  /** Found where it was written, now. False also while its stick is not there. */
  isThere: z.boolean(),
  /** Made before somebody was removed: it opens with the passphrases of then. */
  opensWithFormerKeys: z.boolean(),
  /** People in it who were erased since; restoring it erases them again. */
  erasedSince: z.int(),
  /** Older than `destroyAfterDays`, and holding somebody erased or opening with former keys. */
  isToDestroy: z.boolean(),
});
export type Backup = z.infer<typeof backup>;

export const backupProcedures = {
  /** What is known about copies of this register, and what is due. */
  'backups.get': procedure({
    input: nothing,
    output: z.strictObject({
      /** Where they go, as somebody would recognise it; absent until a place was chosen. */
      place: z.string().optional(),
      isPlaceThere: z.boolean(),
      isAutomatic: z.boolean(),
      /** Newest first. */
      items: z.array(backup),
      daysSinceBackup: z.int().optional(),
      lastDrill: z
        .strictObject({
          doneOn: calendarDate,
          daysAgo: z.int(),
          /** The copy that was tried. */
          madeAt: z.string(),
          /** Why it failed; absent when everything was there. */
          failure: z.enum(errorCodes).optional(),
        })
        .optional(),
      daysSinceProvenRestore: z.int().optional(),
      /** Days after which somebody is reminded. */
      remindAfterDays: z.int(),
      drillAfterDays: z.int(),
      destroyAfterDays: z.int(),
      /** Copies that are to be destroyed by now, wherever they are. */
      toDestroy: z.int(),
      isBackupDue: z.boolean(),
      isDrillDue: z.boolean(),
    }),
    role: desk,
    kind: 'query',
  }),
  /** The folder that somebody chose in a dialog, for this and all later copies. */
  'backups.savePlace': procedure({
    input: z.strictObject({ grant }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  'backups.saveAutomatic': procedure({
    input: z.strictObject({ isAutomatic: z.boolean() }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /**
   * Takes a copy away: its file where it is there, and its line. For one on a stick that somebody destroyed by hand
   * too. Fails with `not_found`, with `backup_newest` for the newest, or with `backup_not_written`.
   */
  'backups.remove': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: nothing,
    role: coordinators,
    kind: 'mutation',
  }),
  /**
   * Writes a copy, reads it back and checks it. Not in the queue of changes: it may take minutes, in which
   * everybody goes on working. Fails with `backup_place_missing`, `backup_place_full`, `backup_not_written`,
   * `backup_running`, `backup_stopped`, `disk_full` or a code of a copy that does not prove sound.
   */
  'backups.create': procedure({
    input: nothing,
    output: z.strictObject({
      fileName: z.string(),
      byteCount: z.int(),
      missingAttachments: z.int(),
    }),
    role: desk,
    kind: 'query',
  }),
  /** Stops a copy, a trial or a restore that is under way. */
  'backups.stop': procedure({
    input: nothing,
    output: nothing,
    role: beforeUnlock,
    kind: 'query',
  }),
  /** Restores the newest copy into a folder that is removed afterwards, and keeps the result. */
  'backups.prove': procedure({
    input: nothing,
    output: z.strictObject({ people: z.int(), attachments: z.int() }),
    role: desk,
    kind: 'query',
  }),
  /** A copy that somebody chose in a dialog. Its order is checked; nothing of it can be read yet. */
  'backups.open': procedure({
    input: z.strictObject({ grant }),
    output: z.strictObject({ byteCount: z.int(), asksForName: z.boolean() }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
  /**
   * Makes a register from the opened copy, in a new folder, with the passphrase or the recovery key of the copy.
   * Never touches a register that is there. Fails with the codes of `vault.unlock` and of a copy that is not sound.
   */
  'backups.restore': procedure({
    input: z.strictObject({
      folder,
      newFolderName: requiredText(80).pipe(z.string().regex(/^[^\\/:*?"<>|.][^\\/:*?"<>|]*$/)),
      /** The register of which this is a copy, if it is still there: who was erased from it since stays erased. */
      beside: folder.optional(),
      way: z.union([
        z.strictObject({ name: typedSignInName.optional(), passphrase: typedPassphrase }),
        typedRecovery,
      ]),
    }),
    output: z.strictObject({
      folder: z.string(),
      madeAt: z.string(),
      people: z.int(),
      attachments: z.int(),
      missingAttachments: z.int(),
    }),
    role: beforeUnlock,
    kind: 'mutation',
  }),
};
