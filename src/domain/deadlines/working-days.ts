/*
 * Working days and public holidays of Italy, for the few terms that count them (eight working days for the
 * first permit, Art. 5(2) D.lgs. 286/1998). The holidays are data with their source: the list changed in 2026
 * (L. 151/2025). Saturdays count as working days, because nobody tells us that every office agrees on the
 * longer count, and the shorter one is the safe one.
 */
import { z } from 'zod';
import {
  addDays,
  type CalendarDate,
  dayNumber,
  partsOf,
  toCalendarDate,
} from '../dates/calendar-date.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

export const holidays = z.strictObject({
  ...sourced,
  saturdayIsWorkingDay: z.boolean(),
  easterMonday: z.boolean(),
  fixed: z
    .array(
      z.strictObject({
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        /** First year in which the day is kept; absent where it has long been. */
        fromYear: z.int().min(1900).max(2199).optional(),
      }),
    )
    .min(1),
});
export type Holidays = z.infer<typeof holidays>;

/** Easter Sunday of the western churches (the computus of the Gregorian calendar). */
export function easterOf(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const lunar = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const index = epact + weekday - 7 * shift + 114;
  return toCalendarDate({ year, month: Math.floor(index / 31), day: (index % 31) + 1 });
}

/** 0 is Monday, 6 is Sunday. */
function weekdayOf(date: CalendarDate): number {
  return dayNumber(date) % 7;
}

function isHoliday(date: CalendarDate, list: Holidays): boolean {
  const { year, month, day } = partsOf(date);
  if (list.easterMonday && date === addDays(easterOf(year), 1)) return true;
  return list.fixed.some(
    (one) => one.month === month && one.day === day && (one.fromYear ?? year) <= year,
  );
}

export function isWorkingDay(date: CalendarDate, list: Holidays): boolean {
  const weekday = weekdayOf(date);
  if (weekday === 6 || (weekday === 5 && !list.saturdayIsWorkingDay)) return false;
  return !isHoliday(date, list);
}

/** Offices are shut: Saturdays, Sundays and public holidays. Whoever waits for such a day comes too late. */
export function isClosedDay(date: CalendarDate, list: Holidays): boolean {
  return weekdayOf(date) >= 5 || isHoliday(date, list);
}

/** The `count`-th working day after `date`; the day itself does not count. */
export function addWorkingDays(date: CalendarDate, count: number, list: Holidays): CalendarDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, list)) left -= 1;
  }
  return day;
}
