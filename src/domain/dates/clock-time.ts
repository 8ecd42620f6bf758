import { z } from 'zod';

/** A time on the wall clock as `HH:MM`, without a zone: the desk opens at nine, summer and winter. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type ClockTime = z.infer<typeof clockTime>;

export const MINUTES_OF_DAY = 24 * 60;

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `minutes` since midnight as a time; held inside the day. */
export function clockTimeOf(minutes: number): ClockTime {
  const held = Math.max(0, Math.min(MINUTES_OF_DAY - 1, minutes));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(held / 60))}:${two(held % 60)}`;
}
