/*
 * What stays of a file for counting when its person is gone: months instead of days, and bands of age instead
 * of a birth. A number that a funder was told must be the same when it is asked for again, and nothing that
 * stays may say who it was. The bands are kept with the month in which one became the next, because a child
 * who was 17 in one report was 18 in another; for most people that is one word.
 */
import { bandOf, unhcrAgeBands } from '../dates/age-band.ts';
import { addMonths, type CalendarDate, daysInMonth, partsOf } from '../dates/calendar-date.ts';
import { countingAgeOn, type PartialDate } from '../dates/partial-date.ts';

/** `2026-11`. */
export type CalendarMonth = string;

export const monthOf = (date: CalendarDate): CalendarMonth => date.slice(0, 7);
export const firstDayOf = (month: CalendarMonth): CalendarDate => `${month}-01`;

export function lastDayOf(month: CalendarMonth): CalendarDate {
  const { year, month: number } = partsOf(firstDayOf(month));
  return `${month}-${daysInMonth(year, number)}`;
}

/** `12-17` or, when somebody came of age meanwhile, `12-17;2025-03:18-59`; as reports count at a month's end. */
export function ageStepsOf(
  birth: PartialDate | undefined,
  { from, to }: { from: CalendarMonth; to: CalendarMonth },
): string {
  const bandAt = (month: CalendarMonth) =>
    bandOf(birth && countingAgeOn(birth, lastDayOf(month)), unhcrAgeBands);
  let band = bandAt(from);
  const steps = [band];
  for (let month = from; month < to; ) {
    month = monthOf(addMonths(firstDayOf(month), 1));
    const next = bandAt(month);
    if (next !== band) steps.push(`${month}:${next}`);
    band = next;
  }
  return steps.join(';');
}

export function bandFromSteps(steps: string, on: CalendarDate): string {
  const [first = '', ...later] = steps.split(';');
  const reached = later.filter((step) => step.slice(0, 7) <= monthOf(on)).at(-1);
  return reached?.slice(8) ?? first;
}
