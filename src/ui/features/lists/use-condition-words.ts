import { useTranslation } from 'react-i18next';
import type { Condition } from '#domain/lists/condition.ts';
import { filterFields } from '#domain/lists/filter-field.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useListChoices } from './use-list-choices.ts';

interface Period {
  from?: string | undefined;
  to?: string | undefined;
  lastDays?: number | undefined;
}

/** A condition as somebody would say it: "Nationality: Somalia or Mali". */
export function useConditionWords(): (condition: Condition) => string {
  const { t, i18n } = useTranslation('lists');
  const { label } = useLabels();
  const dates = useDates();
  const choicesFor = useListChoices();
  const or = new Intl.ListFormat(localeOf(i18n.language), { type: 'disjunction' });

  const period = ({ from, to, lastDays }: Period) => {
    if (lastDays !== undefined) return t('words.lastDays', { count: lastDays });
    if (from && to) return t('words.fromTo', { from: dates.day(from), to: dates.day(to) });
    if (from) return t('words.from', { from: dates.day(from) });
    return to ? t('words.to', { to: dates.day(to) }) : '';
  };
  const ages = ({ from, to }: { from?: number | undefined; to?: number | undefined }) => {
    if (from !== undefined && to !== undefined) return t('words.ageFromTo', { from, to });
    return from === undefined ? t('words.ageTo', { to: to ?? 0 }) : t('words.ageFrom', { from });
  };
  const values = (condition: Extract<Condition, { values: string[] }>) => {
    const choices = new Map(choicesFor(condition.field).map((one) => [one.value, one.label]));
    const words = condition.values.map((value) => choices.get(value) ?? value);
    const said = words.length > 3 ? t('words.several', { count: words.length }) : or.format(words);
    const isNot = condition.is === 'noneOf';
    if (words.length === 0) return t(isNot ? 'words.no' : 'words.yes');
    return isNot ? t('words.not', { values: said }) : said;
  };

  return (condition) => {
    const name = label('filterFields', condition.field);
    const { kind } = filterFields[condition.field];
    const detail = () => {
      if ('withinDays' in condition) return t('words.days', { count: condition.withinDays });
      if ('forDays' in condition) return t('words.days', { count: condition.forDays });
      if ('text' in condition) return `“${condition.text}”`;
      if ('holds' in condition) return t(condition.holds ? 'words.yes' : 'words.no');
      if (kind === 'age') return ages(condition as { from?: number; to?: number });
      if (!('values' in condition)) return period(condition as Period);
      const when =
        'from' in condition || 'lastDays' in condition ? period(condition as Period) : '';
      return listed([values(condition), when]);
    };
    return t('words.condition', { name, detail: detail() });
  };
}
