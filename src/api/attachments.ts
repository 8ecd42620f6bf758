import { z } from 'zod';
import { attachmentDetails } from '#domain/attachments/attachment.ts';
import { mediaTypes } from '#domain/attachments/media-type.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { grant } from './grant.ts';
import { desk, procedure } from './procedure.ts';
import { bytes } from './typeset-file.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });
const one = z.strictObject({ id: z.uuid() });
/** For coordinators and those named on the case alone; decided when it is added. */
const isRestricted = z.boolean().default(false);

const attachment = z.strictObject({
  id: z.uuid(),
  details: attachmentDetails,
  /** As it was called where it came from; data, never part of a path. */
  fileName: z.string(),
  /**
   * `withheld`: restricted, and whoever asks is not named on the case; `photo`: a photo, and they may not see
   * photos. Nothing of either is told.
   */
  tier: z.enum(['general', 'restricted', 'withheld', 'photo']),
  mediaType: z.enum(mediaTypes),
  byteCount: z.int(),
  addedOn: calendarDate,
  addedBy: z.string(),
});
export type Attachment = z.infer<typeof attachment>;

/** `alreadyThere`: the person's papers hold the same file; `id` is that one. */
const added = z.strictObject({ id: z.uuid(), outcome: z.enum(['added', 'alreadyThere']) });

const maxThumbnailBytes = 32 * 1024;

export const attachmentProcedures = {
  'attachments.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(attachment) }),
    role: desk,
    kind: 'query',
  }),
  /**
   * Takes a file whose bytes the page has, as after drag and drop. Fails with `attachment_too_large`,
   * `attachment_refused`, `attachment_heic`, `attachment_broken` or `picture_too_large`.
   */
  'attachments.add': procedure({
    // One call carries the whole file: the door of the page lets 32 MB through, more than the largest file.
    input: z.strictObject({
      personId: z.uuid(),
      fileName: z.string().max(20_000),
      bytes,
      isRestricted,
    }),
    output: added,
    role: desk,
    kind: 'mutation',
  }),
  /** The same for a file chosen in a dialog (`shell.chooseFiles`); the vault reads it itself. */
  'attachments.addFile': procedure({
    input: z.strictObject({ personId: z.uuid(), grant, isRestricted }),
    output: added,
    role: desk,
    kind: 'mutation',
  }),
  /** The file itself. Fails with `attachment_damaged` when its bytes are not those that were kept. */
  'attachments.get': procedure({
    input: one,
    output: z.strictObject({ mediaType: z.enum(mediaTypes), bytes }),
    role: desk,
    kind: 'query',
  }),
  /** A small picture of it, made by the page when it was looked at first; null until then. */
  'attachments.thumbnail': procedure({
    input: one,
    output: z.strictObject({ bytes: bytes.nullable() }),
    role: desk,
    kind: 'query',
  }),
  'attachments.saveThumbnail': procedure({
    input: z.strictObject({
      id: z.uuid(),
      bytes: bytes.refine((value) => value.length <= maxThumbnailBytes),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** The picture to show beside a person's name, if one was chosen. */
  'attachments.portrait': procedure({
    input: ofPerson,
    output: z.strictObject({ id: z.uuid().nullable() }),
    role: desk,
    kind: 'query',
  }),
  'attachments.save': procedure({
    input: z.strictObject({ id: z.uuid(), details: attachmentDetails }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Drops row, key and file: without the key no copy of the file can be read any more. */
  'attachments.remove': procedure({
    input: one,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Writes the file, readable, to a place outside the register that somebody chose. */
  'attachments.export': procedure({
    input: z.strictObject({ id: z.uuid(), grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
};
