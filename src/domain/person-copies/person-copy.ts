/*
 * The copy of a person's file as JSON, for another program (Art. 20 GDPR: structured, commonly used, machine
 * readable). Field names and codes are those of the register; docs/person-copy.md tells what each section
 * holds. Once another program reads it the shape must not change under it: a change is a new version.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';

export const personCopyFormat = 'approdo-person-copy';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const personCopy = z.strictObject({
  format: z.literal(personCopyFormat),
  version: z.literal(1),
  madeOn: calendarDate,
  controller: z.strictObject({
    name: z.string(),
    email: z.string().optional(),
    pec: z.string().optional(),
  }),
  caseNumber: z.string(),
  /** Rows by section; a section without rows is absent. */
  sections: z.record(z.string(), z.array(z.record(z.string(), value))),
  recipients: z.array(
    z.strictObject({
      kind: z.enum(['letter', 'referral', 'reply', 'consent', 'file', 'copy']),
      on: calendarDate,
      to: z.string().optional(),
      data: z.array(z.string()),
      reference: z.string().optional(),
      endedOn: calendarDate.optional(),
    }),
  ),
  /** What the copy does not hold, on purpose. */
  leftOut: z.array(z.enum(['protectedNotes', 'otherPeople', 'files'])),
});
export type PersonCopy = z.infer<typeof personCopy>;
