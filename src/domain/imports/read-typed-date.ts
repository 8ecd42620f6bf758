/*
 * Reads the dates that people have typed into spreadsheets for years: 3/8/94, 03.08.1994, 1994, 08/1994, circa
 * 1990. What is not clear is not guessed: the order of day and month is chosen once for the whole file, and a
 * first of January, which offices write when they know the year only, becomes what the coordinator says it is.
 */
import { daysInMonth } from '../dates/calendar-date.ts';
import { type PartialDate, partialDate } from '../dates/partial-date.ts';
import type { ImportChoices } from './import-field.ts';

type Reading = Pick<ImportChoices, 'dateOrder' | 'firstOfJanuary'>;

const ABOUT = /^(?:circa|ca\.?|verso il|about|approx\.?|~|±)\s*|\s*(?:circa|ca\.?|\?)$/i;
const LONGEST = 40;

interface Parts {
  year: number;
  month?: number;
  day?: number;
}

/** Two digits mean this century unless that would be still to come. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return century + year > thisYear ? century + year - 100 : century + year;
}

function partsIn(text: string, { dateOrder }: Reading, thisYear: number): Parts | undefined {
  if (/^\d{4}$/.test(text)) return { year: Number(text) };
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (iso) {
    const [, year, month, day] = iso;
    return { year: Number(year), month: Number(month), ...(day ? { day: Number(day) } : {}) };
  }
  const ofMonth = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (ofMonth) return { year: Number(ofMonth[2]), month: Number(ofMonth[1]) };
  const whole = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{2}|\d{4})$/.exec(text);
  if (!whole) return undefined;
  const [, first = '', second = '', third = ''] = whole;
  if (dateOrder === 'yearFirst' && third.length === 2) {
    return { year: fullYear(first, thisYear), month: Number(second), day: Number(third) };
  }
  const [day, month] = dateOrder === 'monthFirst' ? [second, first] : [first, second];
  return { year: fullYear(third, thisYear), month: Number(month), day: Number(day) };
}

/** `undefined` when it is no date. `thisYear` from the clock of the register. */
export function readTypedDate(
  typed: string,
  reading: Reading,
  thisYear: number,
): PartialDate | undefined {
  const isAbout = ABOUT.test(typed);
  const text = typed.replace(ABOUT, '').replace(ABOUT, '').trim();
  if (text.length > LONGEST) return undefined;
  const parts = partsIn(text, reading, thisYear);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month ?? 1))) return undefined;
  const isFirstOfJanuary = month === 1 && day === 1;
  const certainty = isAbout ? 'estimated' : 'declared';
  const read: PartialDate =
    isFirstOfJanuary && reading.firstOfJanuary === 'yearOnly'
      ? { year, certainty }
      : isFirstOfJanuary && reading.firstOfJanuary === 'assigned'
        ? { ...parts, certainty: 'assigned' }
        : { ...parts, certainty };
  return partialDate.safeParse(read).success ? read : undefined;
}

/** True where the file says 1 January, so that somebody can be asked what that means. */
export function isFirstOfJanuary(typed: string): boolean {
  return /^0?1[-/.\s]0?1[-/.\s]\d{2,4}$|^\d{4}-01-01$/.test(typed.trim());
}
