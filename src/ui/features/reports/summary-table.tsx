import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportTable } from '#api/reports.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './reports-page.module.css';

/** The code of totals, and of people about whom a fact is not recorded, in every table. */
const all = 'all';
const unknown = 'unknown';

function useTableLabels(table: ReportTable) {
  const { t } = useTranslation('reports');
  const labels = useLabels();
  return {
    row: (code: string) => {
      if (code === all) return t('totalColumn');
      if (table.name === 'sexByAge') return labels.label('ageBands', code);
      if (table.name === 'nationality') return labels.country(code);
      return labels.label('legalStatuses', code);
    },
    column: (code: string) => {
      if (table.name !== 'sexByAge') return t('people');
      return code === all ? t('totalColumn') : labels.label('sexes', code);
    },
  };
}

/** Rows by their labels, then what is not recorded, then the total. Age bands come in their own order. */
function inOrder(table: ReportTable, label: (code: string) => string, locale: string) {
  if (table.name === 'sexByAge') return table.rows;
  const rank = (code: string) => (code === all ? 2 : code === unknown ? 1 : 0);
  return [...table.rows].sort(
    (a, b) => rank(a.code) - rank(b.code) || label(a.code).localeCompare(label(b.code), locale),
  );
}

export function SummaryTable({ table }: { table: ReportTable }) {
  const { t, i18n } = useTranslation('reports');
  const label = useTableLabels(table);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t(`tables.${table.name}`)}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(`firstColumn.${table.name}`)}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {label.column(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(table, label.row, localeOf(i18n.language)).map((row) => (
            <tr key={row.code} data-total={row.code === all}>
              <th scope="row">{label.row(row.code)}</th>
              {table.columns.map((column, place) => (
                <td key={column}>
                  <Cell value={row.cells[place] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value }: { value: number | null }) {
  const { t } = useTranslation('reports');
  if (value !== null) return value;
  return (
    <>
      <span className={classes.hidden} aria-hidden>
        {t('hiddenMark')}
      </span>
      <VisuallyHidden>{t('hiddenCell')}</VisuallyHidden>
    </>
  );
}
