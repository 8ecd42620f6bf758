import { z } from 'zod';
import { type CalendarDate, calendarDate } from '../dates/calendar-date.ts';

/** Both ends may be missing: many people know only that something began, or only that it is over. */
export const periodFields = {
  fromOn: calendarDate.optional(),
  toOn: calendarDate.optional(),
};

export interface Period {
  fromOn?: CalendarDate | undefined;
  toOn?: CalendarDate | undefined;
}

/** For `refine`: an end may not lie before its beginning. */
export const endsAfterItBegins = ({ fromOn, toOn }: Period): boolean =>
  fromOn === undefined || toOn === undefined || fromOn <= toOn;

export const endsBeforeItBegins = { message: 'ends before it begins', path: ['toOn'] };

/** True when the day lies inside; an end that is not known reaches as far as one looks. */
export function isWithin({ fromOn, toOn }: Period, on: CalendarDate): boolean {
  return (fromOn === undefined || fromOn <= on) && (toOn === undefined || toOn >= on);
}

/** Of those that hold on a day, the one that began last; one without a beginning counts as the oldest. */
export function presentOf<P extends Period>(
  periods: readonly P[],
  on: CalendarDate,
): P | undefined {
  return periods
    .filter((period) => isWithin(period, on))
    .reduce<P | undefined>(
      (best, one) => (best && (best.fromOn ?? '') > (one.fromOn ?? '') ? best : one),
      undefined,
    );
}

/** A year inside somebody’s life. */
export const yearOfLife = z.int().min(1900).max(2199);
