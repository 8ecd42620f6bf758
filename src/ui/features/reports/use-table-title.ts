import { useTranslation } from 'react-i18next';
import type { ReportTable, Summary } from '#api/reports.ts';
import { type ReportDimension, reportDimensions } from '#domain/indicators/indicator.ts';
import { usePlaceWords } from './use-place-words.ts';

export const isDimension = (name: string | null): name is ReportDimension =>
  reportDimensions.some((one) => one === name);

/** What a table of a report is of. */
export function useTableTitle(summary: Summary): (table: ReportTable) => string {
  const { t } = useTranslation('report-plans');
  const { category } = usePlaceWords(summary);
  return ({ rowsBy, columnsBy, indicator }) => {
    if (!isDimension(rowsBy)) return t('figures.title');
    const rows = t(`dimensions.${rowsBy}`);
    const by = isDimension(columnsBy)
      ? t('byTwo', { rows, columns: t(`dimensions.${columnsBy}`).toLowerCase() })
      : rows;
    return indicator ? `${category(indicator, 'yes')} · ${by.toLowerCase()}` : by;
  };
}
