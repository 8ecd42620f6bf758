import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#api/dashboards.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import classes from './dashboards.module.css';

type Months = Dashboard['months'];

const HEIGHT = 120;
const STEP = 40;
const COLUMN = 24;

/** Open files by month as columns, and the same with what was opened and closed as a table. */
export function MonthChart({ months }: { months: Months }) {
  const { t, i18n } = useTranslation('dashboards');
  const names = new Intl.DateTimeFormat(localeOf(i18n.language), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const nameOf = (month: string) =>
    names.format(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1));
  return (
    <div className={classes.beside}>
      <Columns months={months} nameOf={nameOf} />
      <table className={classes.table} aria-label={t('caseload.title')}>
        <thead>
          <tr>
            <th scope="col">{t('caseload.month')}</th>
            <th scope="col">{t('caseload.open')}</th>
            <th scope="col">{t('caseload.opened')}</th>
            <th scope="col">{t('caseload.closed')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, open, opened, closed }) => (
            <tr key={month}>
              <th scope="row">{nameOf(month)}</th>
              <td>{open}</td>
              <td>{opened}</td>
              <td>{closed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Columns({ months, nameOf }: { months: Months; nameOf: (month: string) => string }) {
  const isRightToLeft = useTranslation().i18n.dir() === 'rtl';
  const most = Math.max(1, ...months.map(({ open }) => open));
  const width = Math.max(1, months.length) * STEP;
  return (
    <svg className={classes.columns} viewBox={`0 0 ${width} ${HEIGHT + 34}`} aria-hidden="true">
      {months.map(({ month, open }, at) => {
        const height = (open / most) * HEIGHT;
        // Time runs as the page is read.
        const place = isRightToLeft ? months.length - 1 - at : at;
        const middle = place * STEP + STEP / 2;
        return (
          <g key={month}>
            <rect
              x={middle - COLUMN / 2}
              y={HEIGHT + 14 - height}
              width={COLUMN}
              height={height}
              rx="2"
            />
            <text x={middle} y={HEIGHT + 10 - height} textAnchor="middle">
              {open}
            </text>
            <text x={middle} y={HEIGHT + 28} textAnchor="middle">
              {nameOf(month).split(' ')[0]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
