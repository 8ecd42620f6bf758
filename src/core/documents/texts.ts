import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';

const NAMESPACES = ['print', 'vocabularies', 'deadlines'] as const;

/** Words of printed and exported files in one language. */
export interface Texts {
  language: InterfaceLanguage;
  say(key: string, values?: Record<string, string | number>): string;
  /** Label of a code, for example `label('legalStatuses', 'refugee')`. */
  label(list: string, code: string): string;
  country(alpha3: string): string;
  languageName(code: string): string;
  date(date: CalendarDate): string;
  /** Says how sure a partly known date is: "about 1994", "March 1994". */
  partialDate(date: PartialDate): string;
}

const loaded = new Map<string, i18n>();

function instanceFor(localesDir: string, language: string): i18n {
  const key = `${localesDir}|${language}`;
  const known = loaded.get(key);
  if (known) return known;
  const instance = createInstance();
  const resources = Object.fromEntries(
    NAMESPACES.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(join(localesDir, language, `${namespace}.json`), 'utf8')),
    ]),
  );
  instance.init({
    lng: language,
    defaultNS: 'print',
    ns: [...NAMESPACES],
    resources: { [language]: resources },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  loaded.set(key, instance);
  return instance;
}

function monthName(language: string, month: number): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2000, month - 1, 1));
}

/** Texts for files in `language`. A missing key is an error, never an empty line in a letter. */
export function textsFor(
  localesDir: string,
  language: InterfaceLanguage,
  vocabularies: Vocabularies,
): Texts {
  const instance = instanceFor(localesDir, language);
  const say: Texts['say'] = (key, values = {}) => {
    if (!instance.exists(key, values)) throw new Error(`no text for ${key} in ${language}`);
    return instance.t(key, values);
  };
  const label: Texts['label'] = (list, code) => say(`vocabularies:${list}.${code}`);
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const date: Texts['date'] = (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  return {
    language,
    say,
    label,
    country: (alpha3) => {
      const item = vocabularies.countries.items.find((one) => one.alpha3 === alpha3);
      if (instance.exists(`vocabularies:countries.${alpha3}`)) return label('countries', alpha3);
      return (item?.alpha2 && regions.of(item.alpha2)) || alpha3;
    },
    languageName: (code) => {
      if (instance.exists(`vocabularies:languages.${code}`)) return label('languages', code);
      const item = vocabularies.languages.items.find((one) => one.code === code);
      return (item?.tag && languages.of(item.tag)) || code;
    },
    date,
    partialDate: (partial) => {
      const { year, month, day, lastYear, certainty } = partial;
      const two = (n: number) => String(n).padStart(2, '0');
      const known =
        month === undefined
          ? [year, lastYear].filter(Boolean).join('–')
          : day === undefined
            ? `${monthName(language, month)} ${year}`
            : `${two(day)}/${two(month)}/${year}`;
      return certainty === 'documented' ? known : say(`date.${certainty}`, { date: known });
    },
  };
}
