import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportTable } from '#api/reports.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './reports-page.module.css';

const rowLists = { sexByAge: 'sexes', nationality: 'countries', legalStatus: 'legalStatuses' };

/** Codes of totals and of people about whom nothing is recorded are the same in every table. */
export function SummaryTable({ table }: { table: ReportTable }) {
  const { t } = useTranslation('reports');
  const labels = useLabels();
  const rowLabel = (code: string) => {
    if (code === 'total') return t('totalColumn');
    if (table.name === 'nationality') return labels.country(code);
    return labels.label(rowLists[table.name], code);
  };
  const columnLabel = (code: string) => {
    if (code === 'total') return t('totalColumn');
    return table.name === 'sexByAge' ? labels.label('ageBands', code) : t('people');
  };
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
                {columnLabel(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{rowLabel(row.code)}</th>
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
