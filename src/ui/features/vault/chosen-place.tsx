import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './unlock-form.module.css';

interface ChosenPlaceProps {
  icon: ReactNode;
  label: string;
  children: string;
}

/** A folder or a file that somebody chose, as they would recognise it. */
export function ChosenPlace({ icon, label, children }: ChosenPlaceProps) {
  return (
    <div className={classes.folder}>
      {icon}
      <span>
        <Text span size="sm" c="dimmed" display="block">
          {label}
        </Text>
        <bdi className={classes.name}>{children}</bdi>
      </span>
    </div>
  );
}
