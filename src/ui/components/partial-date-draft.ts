import { type DateCertainty, type PartialDate, partialDate } from '#domain/dates/partial-date.ts';
import { westernDigits } from '#ui/i18n/western-digits.ts';

/** A partly known date while it is typed. */
export interface PartialDateDraft {
  day: string;
  month: string;
  year: string;
  /** Filled when only a span of years is known. */
  lastYear: string;
  certainty: DateCertainty;
}

type PartialDateProblem = 'yearNeeded' | 'monthNeeded' | 'notADay' | 'notASpan';

export type PartialDateReading =
  | { date: PartialDate | undefined; problem?: undefined }
  | { problem: PartialDateProblem };

export function toPartialDateDraft(date: PartialDate | undefined): PartialDateDraft {
  const text = (part: number | undefined) => (part === undefined ? '' : String(part));
  return {
    day: text(date?.day),
    month: text(date?.month),
    year: text(date?.year),
    lastYear: text(date?.lastYear),
    certainty: date?.certainty ?? 'documented',
  };
}

/** What the three fields say: a date, no date at all, or why it cannot be one. */
export function readPartialDate(draft: PartialDateDraft): PartialDateReading {
  const day = westernDigits(draft.day.trim());
  const month = westernDigits(draft.month.trim());
  const year = westernDigits(draft.year.trim());
  const lastYear = westernDigits(draft.lastYear.trim());
  if (`${day}${month}${year}` === '') return { date: undefined };
  if (!/^\d{4}$/.test(year)) return { problem: 'yearNeeded' };
  if (day !== '' && month === '') return { problem: 'monthNeeded' };
  if (lastYear !== '' && (month !== '' || !(Number(lastYear) > Number(year)))) {
    return { problem: 'notASpan' };
  }
  const parsed = partialDate.safeParse({
    year: Number(year),
    ...(month === '' ? {} : { month: Number(month) }),
    ...(day === '' ? {} : { day: Number(day) }),
    ...(lastYear === '' ? {} : { lastYear: Number(lastYear) }),
    certainty: draft.certainty,
  });
  return parsed.success ? { date: parsed.data } : { problem: 'notADay' };
}
