/*
 * The days of an appointment or a session that comes back: every week or every n weeks or months, up to a day.
 * Each day is counted from the first one, not from the one before, so that what begins on the 31st is held to
 * the 28th in February and comes back to the 31st in March. At most two years of weeks: a longer series is
 * nearly always a mistyped year, and it would fill everybody's calendar.
 */
import { z } from 'zod';
import { addDays, addMonths, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';

const recurrenceUnits = ['week', 'month'] as const;

export const MOST_OCCURRENCES = 104;

export const recurrence = z.strictObject({
  unit: z.enum(recurrenceUnits),
  every: z.int().min(1).max(12),
  until: calendarDate,
});
export type Recurrence = z.infer<typeof recurrence>;

/**
 * All days from the first to the last, both included. Empty when the end comes before the beginning; one more
 * than `MOST_OCCURRENCES` when there would be too many.
 */
export function occurrencesOf(first: CalendarDate, { unit, every, until }: Recurrence) {
  const days: CalendarDate[] = [];
  for (let step = 0; step <= MOST_OCCURRENCES; step++) {
    const day = unit === 'week' ? addDays(first, 7 * every * step) : addMonths(first, every * step);
    if (day > until) break;
    days.push(day);
  }
  return days;
}
