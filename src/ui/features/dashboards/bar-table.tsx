import { OpenNumber } from '../reports/open-number.tsx';
import classes from './dashboards.module.css';

export interface BarRow {
  key: string;
  label: string;
  value: number;
}

interface BarTableProps {
  caption: string;
  /** Heads of the column of labels and of that of numbers. */
  heads: readonly [string, string];
  rows: readonly BarRow[];
  /** A column of words after the numbers. */
  note?: { head: string; of: (key: string) => string } | undefined;
  /** Opens who is behind a number. */
  onOpen?: ((row: BarRow) => void) | undefined;
}

const LENGTH = 100;

/** Numbers with a bar beside each: chart and table in one, also on paper and for who hears the page. */
export function BarTable({ caption, heads, rows, note, onOpen }: BarTableProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table className={classes.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <td className={classes.barCell} />
          {note && <th scope="col">{note.head}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td>
              {onOpen && row.value > 0 ? (
                <OpenNumber words={row.label} onOpen={() => onOpen(row)}>
                  {row.value}
                </OpenNumber>
              ) : (
                row.value
              )}
            </td>
            <td className={classes.barCell}>
              <svg
                className={classes.bar}
                viewBox={`0 0 ${LENGTH} 10`}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect x="0" y="1" width={(row.value / most) * LENGTH} height="8" rx="1" />
              </svg>
            </td>
            {note && <td className={classes.note}>{note.of(row.key)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
