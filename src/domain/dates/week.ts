import { addDays, type CalendarDate, dayNumber } from './calendar-date.ts';

/** 0 for Monday to 6 for Sunday. The first of January of the year 1 was a Monday. */
export function weekdayOf(date: CalendarDate): number {
  return dayNumber(date) % 7;
}

/** The seven days of the week a day lies in, Monday first. */
export function weekOf(date: CalendarDate): CalendarDate[] {
  const monday = addDays(date, -weekdayOf(date));
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day));
}
