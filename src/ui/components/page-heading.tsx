import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page-heading.module.css';

interface PageHeadingProps {
  children: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** 2 under the name of a person, who is the title of the page there. */
  order?: 1 | 2;
}

/** The title of a page. It takes the focus when the page opens, so that a screen reader says where one is. */
export function PageHeading({ children, lead, actions, order = 1 }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // With the next frame: at once, everything would have to be laid out before the page has its contents.
    const frame = requestAnimationFrame(() => {
      // A page begins at its beginning, also when the one before was read to its end.
      document.getElementById('content')?.scrollTo({ top: 0 });
      const now = document.activeElement;
      // Whoever has begun to type, or the field a form begins with, keeps the focus.
      const isElsewhere = now !== before && now !== document.body && now !== null;
      if (!isElsewhere) ref.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="md" wrap="wrap">
      <div className={classes.words}>
        <Title order={order} ref={ref} tabIndex={-1} className={classes.title}>
          {children}
        </Title>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions && (
        <Group gap="sm" className={classes.actions}>
          {actions}
        </Group>
      )}
    </Group>
  );
}
