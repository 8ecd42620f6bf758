/*
 * A date of which only a part may be known. Many people hold papers with an assigned 1 January, or know
 * their year only; registers that force a full day fill up with invented ones, and every age computed
 * from them is wrong. So precision is stored, never guessed (practice: UNHCR registration guidance,
 * domain dossier 4.16), and what is printed says how sure it is.
 */
import { z } from 'zod';
import {
  addDays,
  addMonths,
  ageOn,
  type CalendarDate,
  daysBetween,
  daysInMonth,
  partsOf,
  toCalendarDate,
} from './calendar-date.ts';

/** How the date is known: as written on a paper, told, estimated by us, or assigned by an authority. */
export const dateCertainties = ['documented', 'declared', 'estimated', 'assigned'] as const;
export type DateCertainty = (typeof dateCertainties)[number];

export const partialDate = z
  .strictObject({
    year: z.int().min(1850).max(2199),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
    /** Last year it can be, when only a span of years is known. */
    lastYear: z.int().min(1850).max(2199).optional(),
    certainty: z.enum(dateCertainties),
  })
  .refine(
    ({ year, month, lastYear }) =>
      lastYear === undefined || (lastYear > year && lastYear <= year + 40 && month === undefined),
    { message: 'a span of years goes forward and has no month', path: ['lastYear'] },
  )
  .refine((date) => date.day === undefined || date.month !== undefined, {
    message: 'a day needs its month',
    path: ['month'],
  })
  .refine(
    (date) =>
      date.day === undefined ||
      date.month === undefined ||
      date.day <= daysInMonth(date.year, date.month),
    { message: 'not a day of the calendar', path: ['day'] },
  );

export type PartialDate = z.infer<typeof partialDate>;

/** First and last day the partial date can stand for. */
export function rangeOf(date: PartialDate): { earliest: CalendarDate; latest: CalendarDate } {
  const { year, month, day } = date;
  const first = { year, month: month ?? 1, day: day ?? 1 };
  const lastMonth = month ?? 12;
  const last = {
    year: date.lastYear ?? year,
    month: lastMonth,
    day: day ?? daysInMonth(year, lastMonth),
  };
  return { earliest: toCalendarDate(first), latest: toCalendarDate(last) };
}

/** Ages in whole years that are possible on a day; equal when the birth date is fully known. */
export function agesOn(birth: PartialDate, on: CalendarDate): { min: number; max: number } {
  const { earliest, latest } = rangeOf(birth);
  return { min: Math.max(0, ageOn(latest, on)), max: Math.max(0, ageOn(earliest, on)) };
}

/**
 * The one age used for counting in tables. A partly known date counts from its middle, so that a whole
 * register of birth years does not drift to one side.
 */
export function countingAgeOn(birth: PartialDate, on: CalendarDate): number {
  const { earliest, latest } = rangeOf(birth);
  if (birth.lastYear !== undefined) {
    return Math.max(0, ageOn(addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2)), on));
  }
  const middle = toCalendarDate({
    year: birth.year,
    month: birth.month ?? 7,
    day: birth.day ?? (birth.month === undefined ? 1 : 15),
  });
  return Math.max(0, ageOn(middle, on));
}

/** Sorts as text in the order of time: what is less known comes before, a span of years before its year. */
export function sortKeyOf(date: PartialDate): string {
  const two = (n: number | undefined) => String(n ?? 0).padStart(2, '0');
  const rest = `${two(date.month)}-${two(date.day)}`;
  return date.lastYear === undefined ? `${date.year}-${rest}` : `${date.year}--${date.lastYear}`;
}

/** The birth of somebody of whom only the age on a day is known: two years are possible. */
export function birthFromAge(age: number, on: CalendarDate): PartialDate {
  const latest = addMonths(on, -12 * age);
  const earliest = addDays(addMonths(on, -12 * (age + 1)), 1);
  const [year, lastYear] = [partsOf(earliest).year, partsOf(latest).year];
  return { year, ...(lastYear > year ? { lastYear } : {}), certainty: 'estimated' };
}

/** True for the day that offices write when they do not know it. */
export function looksAssigned(date: PartialDate): boolean {
  return date.month === 1 && date.day === 1 && date.certainty !== 'documented';
}
