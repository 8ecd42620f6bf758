import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type TagTone = 'neutral' | 'good' | 'attention' | 'bad' | 'calm';

interface TagProps {
  tone?: TagTone;
  children: ReactNode;
}

/** A state in one or two words. The word says it; the colour only helps to find it. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
