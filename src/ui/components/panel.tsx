import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  quiet?: boolean;
}

export function Panel({ title, hint, actions, children, quiet = false }: PanelProps) {
  return (
    <section className={quiet ? classes.quiet : classes.panel}>
      {(title || actions) && (
        <Group justify="space-between" align="flex-start" mb="md" gap="sm" wrap="nowrap">
          <div>
            {title && <Title order={2}>{title}</Title>}
            {hint && <p className={classes.hint}>{hint}</p>}
          </div>
          {actions && (
            <Group gap="sm" wrap="nowrap" className={classes.actions}>
              {actions}
            </Group>
          )}
        </Group>
      )}
      {children}
    </section>
  );
}
