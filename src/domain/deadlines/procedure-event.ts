import { z } from 'zod';
import { addMonths, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';
import { type EventKind, eventKinds, MOST_YEARS_AHEAD, mayLieAhead } from './fact-kind.ts';

export const procedureEventDetails = z.strictObject({
  kind: z.enum(eventKinds as [EventKind, ...EventKind[]]),
  on: calendarDate,
  /** The term as printed on the act, in the unit of the rule. */
  term: z.int().min(1).max(1000).optional(),
  note: longText(600).optional(),
  /** Somebody has seen the paper itself, not only heard of it. */
  sourceSeen: z.boolean(),
});
export type ProcedureEventDetails = z.infer<typeof procedureEventDetails>;

/** Whether an event of this kind can have the day: a mistyped year would hide a term for good. */
export function isPossibleDay(kind: EventKind, on: CalendarDate, today: CalendarDate): boolean {
  if (on <= today) return true;
  return mayLieAhead(kind) && on <= addMonths(today, MOST_YEARS_AHEAD * 12);
}
