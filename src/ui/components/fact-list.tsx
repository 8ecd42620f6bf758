import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface FactListProps {
  /** `key` only where two facts share a label. */
  facts: { key?: string; label: string; value: ReactNode }[];
}

/** Labels and values; what is not recorded is left out. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== '' && value !== false)
        .map(({ key, label, value }) => (
          <div key={key ?? label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
