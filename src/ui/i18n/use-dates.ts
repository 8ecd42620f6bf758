import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn, type PartialDate } from '#domain/dates/partial-date.ts';
import {
  formatDate,
  formatDayInFull,
  formatMonth,
  formatWeekday,
  partialDatePhrase,
} from './dates.ts';

/** Dates and ages in the language of the page. */
export function useDates() {
  const { t, i18n } = useTranslation('common');
  const words = {
    about: (year: string) => t('dates.about', { year }),
    declared: t('dates.declared'),
    estimated: t('dates.estimated'),
    assigned: t('dates.assigned'),
  };
  return {
    day: (date: CalendarDate) => formatDate(date, i18n.language),
    /** `martedì 24 novembre 2026` */
    dayInFull: (date: CalendarDate) => formatDayInFull(date, i18n.language),
    /** `mar`: the short name of the day of the week. */
    weekday: (date: CalendarDate) => formatWeekday(date, i18n.language),
    /** `novembre 2026` */
    month: (date: CalendarDate) => formatMonth(date, i18n.language),
    partial: (date: PartialDate) => partialDatePhrase(date, i18n.language, words),
    age: (birth: PartialDate, on: CalendarDate) => {
      const { min, max } = agesOn(birth, on);
      return min === max
        ? t('dates.age', { count: min })
        : t('dates.ageBetween', { min, max, count: max });
    },
  };
}
