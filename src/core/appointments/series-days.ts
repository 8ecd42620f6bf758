import { ProcedureError } from '#api/errors.ts';
import {
  MOST_OCCURRENCES,
  occurrencesOf,
  type Recurrence,
} from '#domain/appointments/recurrence.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';

/** Fails with `period_invalid` when it ends before it begins, with `series_too_long` past the most. */
export function seriesDays(first: CalendarDate, recurrence: Recurrence): CalendarDate[] {
  const days = occurrencesOf(first, recurrence);
  if (days.length === 0) throw new ProcedureError('period_invalid');
  if (days.length > MOST_OCCURRENCES) {
    throw new ProcedureError('series_too_long', { most: MOST_OCCURRENCES });
  }
  return days;
}
