import { z } from 'zod';

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** A day of the calendar as `YYYY-MM-DD`, without time or zone. Years 1850 to 2199. */
export const calendarDate = z
  .string()
  .regex(/^(18[5-9]\d|19\d\d|2[01]\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isRealDay, 'not a day of the calendar');

export type CalendarDate = z.infer<typeof calendarDate>;

export interface CalendarParts {
  year: number;
  month: number;
  day: number;
}

export function partsOf(date: CalendarDate): CalendarParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

export function toCalendarDate({ year, month, day }: CalendarParts): CalendarDate {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRealDay(date: string): boolean {
  const { year, month, day } = partsOf(date);
  return day <= daysInMonth(year, month);
}

/** The same day `months` later (or earlier when negative), held to the end of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return toCalendarDate({
    ...target,
    day: Math.min(day, daysInMonth(target.year, target.month)),
  });
}

/** Days since 1 January of the year 1, so that differences are plain subtraction. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const before = DAYS_BEFORE_MONTH[month - 1] ?? 0;
  const leapDayThisYear = month > 2 && isLeapYear(year) ? 1 : 0;
  return past * 365 + leapDays + before + leapDayThisYear + day - 1;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  let { year, month, day } = partsOf(date);
  day += days;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  while (day < 1) {
    month -= 1;
    if (month < 1) [year, month] = [year - 1, 12];
    day += daysInMonth(year, month);
  }
  return toCalendarDate({ year, month, day });
}

/**
 * Whole years lived from `birth` to `on`. Somebody born on 29 February comes of age on 28 February
 * in common years: the earlier day is the safer one for a deadline.
 */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return addMonths(birth, years * 12) <= on ? years : years - 1;
}
