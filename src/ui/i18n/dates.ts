import { type CalendarDate, calendarDate, partsOf } from '#domain/dates/calendar-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { localeOf } from './languages.ts';
import { westernDigits } from './western-digits.ts';

/** `12 mar 2026`: short, and never to be read as another day. */
export function formatDate(date: CalendarDate, language: string): string {
  return inWords(partsOf(date), language);
}

/** `22 nov 2026, 06:47`, by the clock on the wall; `instant` as the register keeps it. */
export function formatInstant(
  instant: string,
  language: string,
  dateStyle: 'medium' | 'long' = 'medium',
): string {
  // Not by dateStyle, which in Arabic is figures alone, and half a day's clock beside the calendar's whole one.
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: dateStyle === 'long' ? 'long' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(instant));
}

function byIntl(date: CalendarDate, language: string, options: Intl.DateTimeFormatOptions): string {
  const { year, month, day } = partsOf(date);
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options });
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}

export function formatDayInFull(date: CalendarDate, language: string): string {
  return byIntl(date, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

export function formatWeekday(date: CalendarDate, language: string): string {
  return byIntl(date, language, { weekday: 'short' });
}

export function formatMonth(date: CalendarDate, language: string): string {
  return byIntl(date, language, { month: 'long', year: 'numeric' });
}

function inWords(
  { year, month, day }: { year: number; month?: number | undefined; day?: number | undefined },
  language: string,
): string {
  if (month === undefined) return String(year);
  const format = formatOf(language, day === undefined ? 'month' : 'day');
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: the first of them takes longer than a whole list of dates. */
function formatOf(language: string, finest: 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${language} ${finest}`;
  const made = formats.get(key) ?? newFormat(language, finest);
  formats.set(key, made);
  return made;
}

function newFormat(language: string, finest: 'month' | 'day'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(finest === 'month' ? {} : { day: 'numeric' }),
  });
}

/** For a moment in which nobody waits: afterwards dates cost nothing. */
export function prepareDates(language: string): void {
  formatOf(language, 'day');
}

export interface CertaintyWords {
  /** Around a bare year or a span of years. */
  about: (years: string) => string;
  declared: string;
  estimated: string;
  assigned: string;
}

/** `3 mar 1994`, `mar 1994 (declared)`, `about 1994`: what is known, and how well. */
export function partialDatePhrase(
  date: PartialDate,
  language: string,
  words: CertaintyWords,
): string {
  const text = date.lastYear ? `${date.year}–${date.lastYear}` : inWords(date, language);
  if (date.certainty === 'documented') return text;
  if (date.certainty === 'estimated' && date.month === undefined) return words.about(text);
  return `${text} (${words[date.certainty]})`;
}

/** `2026-03-12` as `12/03/2026`, for editing. */
export function toTypedDate(date: CalendarDate | undefined): string {
  if (!date) return '';
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/**
 * Reads `12/3/2026`, `12.03.2026`, `12 3 26`, `12032026` or `2026-03-12`. `undefined` when it is no day.
 * Two digits of a year mean this century: people born in the last one are typed in full.
 */
export function parseTypedDate(typed: string): CalendarDate | undefined {
  const text = westernDigits(typed.trim());
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const parts = digits ?? /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})$/.exec(text);
  const iso = parts ? isoOf(parts[1], parts[2], parts[3]) : text;
  return calendarDate.safeParse(iso).success ? iso : undefined;
}

function isoOf(day = '', month = '', year = ''): string {
  const fullYear = year.length === 2 ? `20${year}` : year;
  return `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
