import { useTranslation } from 'react-i18next';
import type { ListedProgramme } from '#api/programmes.ts';
import { useDates } from '#ui/i18n/use-dates.ts';

/** "from … to …", or what of it is known. */
export function usePeriodWords(): (period: Pick<ListedProgramme, 'from' | 'to'>) => string {
  const { t } = useTranslation('programmes');
  const dates = useDates();
  return ({ from, to }) => {
    if (from && to) return t('period.both', { from: dates.day(from), to: dates.day(to) });
    if (from) return t('period.from', { from: dates.day(from) });
    return to ? t('period.to', { to: dates.day(to) }) : '';
  };
}
