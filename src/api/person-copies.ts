import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant } from './grant.ts';
import { coordinators, desk, procedure } from './procedure.ts';
import { typesetPdf, withPassword, writtenPdf } from './typeset-file.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

export const recipientKinds = ['letter', 'referral', 'reply', 'consent', 'file', 'copy'] as const;

const recipient = z.strictObject({
  /** Of the row it comes from; unlike any other of the list. */
  id: z.string(),
  kind: z.enum(recipientKinds),
  on: calendarDate,
  /** An office, or somebody a consent names; absent where a file was written and nobody noted for whom. */
  to: z.string().optional(),
  /** Kinds of data: codes of `dataCategories`, or of `letterFacts` for a letter. */
  data: z.array(z.string()),
  /** Protocol of a letter. */
  reference: z.string().optional(),
  /** Of a consent: it no longer holds. */
  endedOn: calendarDate.optional(),
});
export type Recipient = z.infer<typeof recipient>;

export const personCopyProcedures = {
  /** Who received data of a person, newest first (Art. 15(1)(c) GDPR). */
  'recipients.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(recipient) }),
    role: desk,
    kind: 'query',
  }),
  /** The copy as a PDF, to be looked at before it is handed over. */
  'personCopies.get': procedure({
    input: ofPerson.extend({ language: z.enum(interfaceLanguages) }),
    output: typesetPdf,
    role: coordinators,
    kind: 'query',
  }),
  'personCopies.save': procedure({
    input: ofPerson.extend({
      language: z.enum(interfaceLanguages),
      format: z.enum(['pdf', 'json']),
      grant,
      /** Of the PDF; the other format is for another program. */
      withPassword,
    }),
    output: writtenPdf,
    role: coordinators,
    kind: 'mutation',
  }),
};
