import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { weekdayOf } from '#domain/dates/week.ts';
import { directionOf } from '#typesetting/font-catalogue.ts';
import type { Resources } from '../resources/load-resources.ts';

/** The fixed words of documents in one language. */
export interface Words {
  /** BCP 47. */
  language: string;
  /** The sentence of a key such as `plan.title`, with its places filled; several values stand beside each other. */
  say(key: string, values?: Record<string, string | number | readonly string[]>): string;
  has(key: string): boolean;
  /** Name of a language of the register, in this one where it is known. */
  languageName(code: string): string | undefined;
  date(day: CalendarDate): string;
  weekday(day: CalendarDate): string;
}

export const originalLanguage = 'it';

const isolate = '\u2068';
const endOfIsolate = '\u2069';

/** Fails with `unknown_code` for a language nobody has translated the documents into. */
export function wordsIn(
  { documentTexts }: Pick<Resources, 'documentTexts'>,
  language: string,
): Words {
  const file = documentTexts.get(language);
  if (!file) throw new ProcedureError('unknown_code', { field: 'language' });
  const isRightToLeft = directionOf(language) === 'rtl';
  const textOf = (key: string): string | undefined => {
    const [group = '', name = ''] = key.split('.');
    return file.texts[group]?.[name];
  };
  const say: Words['say'] = (key, values = {}) => {
    const text = textOf(key);
    if (text === undefined) throw new Error(`no words for ${key} in ${language}`);
    return text.replace(/\{(\w+)\}/g, (_, mark: string) => {
      const value = values[mark];
      if (value === undefined) throw new Error(`nothing fills {${mark}} of ${key}`);
      // A name or a number keeps its own direction inside an Arabic sentence.
      const parts = Array.isArray(value) ? value : [value];
      return parts
        .map((part) => (isRightToLeft ? `${isolate}${part}${endOfIsolate}` : part))
        .join(' · ');
    });
  };
  return {
    language,
    say,
    has: (key) => textOf(key) !== undefined,
    languageName: (code) => file.registerLanguages[code],
    date: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
    weekday: (day) => say(`weekday.${weekdayOf(day) + 1}`),
  };
}
