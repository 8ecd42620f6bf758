/*
 * A traineeship as grants pay it: where, under which tutor, and how much of it was really done, month by month.
 * Monthly allowances are paid against attendance; without the hours beside the money an association pays months
 * that the funder takes back.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDate, partsOf } from '../dates/calendar-date.ts';
import { requiredText } from '../text.ts';

export const traineeshipDetails = z
  .strictObject({
    host: requiredText(160),
    tutor: requiredText(120).optional(),
    from: calendarDate,
    to: calendarDate,
    weeklyHours: z.int().min(1).max(60),
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins');
export type TraineeshipDetails = z.output<typeof traineeshipDetails>;

/** `2026-11` */
const monthOfYear = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const monthAttended = z.strictObject({
  month: monthOfYear,
  minutes: z.int().min(0).max(44_640),
  daysPresent: z.int().min(0).max(31),
  daysAbsent: z.int().min(0).max(31),
});

/** Every month the traineeship touches; at most five years of them. */
export function monthsOf(from: CalendarDate, to: CalendarDate): string[] {
  const first = partsOf(from);
  const last = partsOf(to);
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  return Array.from({ length: Math.min(Math.max(count, 0), 60) }, (_, index) => {
    const month = first.month - 1 + index;
    const year = first.year + Math.floor(month / 12);
    return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Share of the days that were attended, in whole percent; undefined where no day was noted. */
export function attendedPercent(
  months: readonly { daysPresent: number; daysAbsent: number }[],
): number | undefined {
  const present = months.reduce((sum, one) => sum + one.daysPresent, 0);
  const all = months.reduce((sum, one) => sum + one.daysPresent + one.daysAbsent, 0);
  return all === 0 ? undefined : Math.round((present * 100) / all);
}
