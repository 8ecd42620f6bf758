import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportTable, Summary } from '#api/reports.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import { type FigurePlace, OpenableFigure } from './openable-figure.tsx';
import classes from './reports-page.module.css';
import { all, unknown, usePlaceWords } from './use-place-words.ts';
import { isDimension, useTableTitle } from './use-table-title.ts';

/** Rows by their labels, then what is not recorded, then the total. Age bands come in their own order. */
function inOrder(table: ReportTable, label: (code: string) => string, locale: string) {
  if (table.rowsBy === 'ageBand') return table.rows;
  const rank = (code: string) => (code === all ? 2 : code === unknown ? 1 : 0);
  return [...table.rows].sort(
    (a, b) => rank(a.code) - rank(b.code) || label(a.code).localeCompare(label(b.code), locale),
  );
}

function placeAt({ rowsBy, columnsBy, indicator }: ReportTable, row: string, column: string) {
  return {
    ...(indicator ? { [indicator]: 'yes' } : {}),
    ...(row === all ? {} : { [rowsBy]: row }),
    ...(columnsBy === null || column === all ? {} : { [columnsBy]: column }),
  };
}

interface SummaryTableProps {
  summary: Summary;
  table: ReportTable;
  /** Absent where figures are not opened to the people behind them. */
  onOpen?: ((figure: FigurePlace) => void) | undefined;
}

export function SummaryTable({ summary, table, onOpen }: SummaryTableProps) {
  const { t, i18n } = useTranslation(['reports', 'report-plans']);
  const { category } = usePlaceWords(summary);
  const titleOf = useTableTitle(summary);
  const { rowsBy, columnsBy } = table;
  const row = (code: string) => category(rowsBy, code);
  const column = (code: string) => (columnsBy === null ? t('people') : category(columnsBy, code));
  const title = titleOf(table);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{title}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{isDimension(rowsBy) && t(`report-plans:dimensions.${rowsBy}`)}</th>
            {table.columns.map((code) => (
              <th key={code} scope="col">
                {column(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(table, row, localeOf(i18n.language)).map((line) => (
            <tr key={line.code} data-total={line.code === all}>
              <th scope="row">{row(line.code)}</th>
              {table.columns.map((code, at) => (
                <td key={code}>
                  <OpenableFigure
                    value={line.cells[at] ?? null}
                    words={
                      columnsBy === null ? row(line.code) : `${row(line.code)}, ${column(code)}`
                    }
                    place={placeAt(table, line.code, code)}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
