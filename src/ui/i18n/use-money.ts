import { useTranslation } from 'react-i18next';
import { localeOf } from './languages.ts';

/** Whole cents as euros in the language of the page: `2.500,00 €`. */
export function useMoney(): (cents: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'currency',
    currency: 'EUR',
    useGrouping: 'always',
  });
  return (cents) => format.format(cents / 100);
}
