import type { ReactNode } from 'react';
import classes from './folded.module.css';

interface FoldedProps {
  label: ReactNode;
  /** Open from the start, for example because something in it is filled in. */
  startsOpen?: boolean;
  children: ReactNode;
}

/** What is needed now and then, behind one line of words. */
export function Folded({ label, startsOpen = false, children }: FoldedProps) {
  return (
    <details className={classes.folded} open={startsOpen || undefined}>
      <summary>{label}</summary>
      <div className={classes.body}>{children}</div>
    </details>
  );
}
