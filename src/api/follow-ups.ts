import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { followUpDetails, followUpSince } from '#domain/programmes/follow-up.ts';
import { desk, procedure } from './procedure.ts';

const which = { since: z.enum(followUpSince), months: z.int().min(1).max(60) };

const followUp = z.strictObject({
  ...which,
  dueOn: calendarDate,
  /** Absent until somebody asked. */
  details: followUpDetails.optional(),
});
export type FollowUp = z.infer<typeof followUp>;

export const followUpProcedures = {
  /** Empty while nobody has left or arrived. */
  'followUps.list': procedure({
    input: z.strictObject({ enrolmentId: z.uuid() }),
    output: z.strictObject({ items: z.array(followUp) }),
    role: desk,
    kind: 'query',
  }),
  /** Once for each day it is due; a second time corrects the first. */
  'followUps.record': procedure({
    input: z.strictObject({ enrolmentId: z.uuid(), ...which, details: followUpDetails }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
