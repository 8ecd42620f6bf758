/*
 * What somebody said they would do: a recommendation of a peer review (CONSOLIDATE: owner, due, done), a milestone
 * of a pilot, what was promised at a meeting with a community (IN.CO.NT.RO: follow-ups). Each has one owner and one
 * day, because what belongs to everybody is done by nobody and a community asks only twice.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText, requiredText } from '../text.ts';

export const undertakingKinds = ['recommendation', 'milestone', 'followUp'] as const;
export type UndertakingKind = (typeof undertakingKinds)[number];

export const undertakingDetails = z
  .strictObject({
    kind: z.enum(undertakingKinds),
    programmeId: z.uuid().optional(),
    /** To which city or office a recommendation was made. */
    organisationId: z.uuid().optional(),
    /** Of a milestone. */
    pilotId: z.uuid().optional(),
    /** Of a follow-up. */
    meetingId: z.uuid().optional(),
    what: requiredText(300),
    owner: requiredText(120),
    dueOn: calendarDate,
    doneOn: calendarDate.optional(),
    outcome: longText(400).optional(),
  })
  .refine(({ kind, pilotId }) => (kind === 'milestone') === (pilotId !== undefined), {
    message: 'a milestone belongs to a pilot',
    path: ['pilotId'],
  })
  .refine(({ kind, meetingId }) => (kind === 'followUp') === (meetingId !== undefined), {
    message: 'a follow-up belongs to a meeting',
    path: ['meetingId'],
  });
export type UndertakingDetails = z.output<typeof undertakingDetails>;

const undertakingStates = ['open', 'overdue', 'done'] as const;
type UndertakingState = (typeof undertakingStates)[number];

/** On its day it is not late yet. */
export function undertakingStateOn(
  { dueOn, doneOn }: { dueOn: CalendarDate; doneOn?: CalendarDate | undefined },
  on: CalendarDate,
): UndertakingState {
  if (doneOn !== undefined) return 'done';
  return dueOn < on ? 'overdue' : 'open';
}
