import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './save-bar.module.css';

interface SaveBarProps {
  /** What is not saved yet, or how far one is; read out when it changes. */
  status: ReactNode;
  children: ReactNode;
}

/** The buttons of a long form, in sight wherever one has scrolled to. */
export function SaveBar({ status, children }: SaveBarProps) {
  return (
    <div className={classes.bar}>
      <span className={classes.status} aria-live="polite">
        {status}
      </span>
      <Group gap="sm">{children}</Group>
    </div>
  );
}
