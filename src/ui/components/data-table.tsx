import { VisuallyHidden } from '@mantine/core';
import type { ComponentProps, ReactNode, Ref } from 'react';
import classes from './data-table.module.css';

interface DataTableProps {
  /** What the table lists, for who does not see the heading above it. */
  caption: string;
  columns: readonly {
    key: string;
    label: ReactNode;
    sorted?: 'ascending' | 'descending' | undefined;
  }[];
  /** Older rows stay in sight until the newer ones are there. */
  isStale?: boolean;
  ref?: Ref<HTMLTableElement>;
  onKeyDown?: ComponentProps<'tbody'>['onKeyDown'];
  /** Rows; the first cell has the one real link or button, with `rowLink` of the style sheet. */
  children: ReactNode;
}

/** A list in columns. A click anywhere in a row opens it; who reads with the keyboard has one stop a row. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, isStale = false, ref, onKeyDown, children } = props;
  return (
    <div className={classes.frame}>
      <table ref={ref} className={classes.table} data-stale={isStale}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, label, sorted }) => (
              <th key={key} scope="col" aria-sort={sorted}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>{children}</tbody>
      </table>
    </div>
  );
}
