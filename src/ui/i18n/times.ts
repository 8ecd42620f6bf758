import { type ClockTime, clockTime } from '#domain/dates/clock-time.ts';
import { westernDigits } from './western-digits.ts';

/** Reads `9`, `930`, `9:30`, `9.30`, `09,30` or `9h30`. `undefined` when it is no time of the day. */
export function parseTypedTime(typed: string): ClockTime | undefined {
  const text = westernDigits(typed.trim());
  const parts = /^(\d{1,2})(?:[:.,h ]?(\d{2}))?$/i.exec(text);
  if (!parts) return undefined;
  const time = `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
  return clockTime.safeParse(time).success ? time : undefined;
}
