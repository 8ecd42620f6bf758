/*
 * A paper or picture kept with somebody's file: scans of permits and court acts, certificates, receipts. Only
 * what is needed is kept (data minimisation, Art. 5(1)(c) GDPR), so it says what it is, until when it counts,
 * and whether anybody has seen the original: an office asks exactly that, and a paper of the person that lies
 * in our cupboard must find its way back to them.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

/** Bigger than a scan of thirty pages; small enough to be held in the memory of an old laptop. */
export const maxAttachmentBytes = 25 * 1024 * 1024;

/** `held`: the person's own paper is with us and has to be given back. */
export const originalStates = ['notSeen', 'seen', 'held', 'givenBack'] as const;

export const linkedKinds = ['identityDocument', 'referral', 'consent', 'plan'] as const;

const attachmentLink = z.strictObject({ kind: z.enum(linkedKinds), id: z.uuid() });
export type AttachmentLink = z.infer<typeof attachmentLink>;

export const attachmentDetails = z
  .strictObject({
    /** May be empty: then the kind stands for it. */
    title: shortText(160),
    /** Code of the vocabulary `attachmentKinds`. */
    kind: code,
    documentOn: calendarDate.optional(),
    expiresOn: calendarDate.optional(),
    original: z.enum(originalStates),
    givenBackOn: calendarDate.optional(),
    link: attachmentLink.optional(),
    /** Shown beside the person's name, and used for nothing else. */
    isPortrait: z.boolean(),
  })
  .refine(
    ({ documentOn, expiresOn }) =>
      documentOn === undefined || expiresOn === undefined || expiresOn >= documentOn,
    { message: 'expires before it was made', path: ['expiresOn'] },
  );
export type AttachmentDetails = z.infer<typeof attachmentDetails>;
