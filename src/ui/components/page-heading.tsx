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
    ref.current?.focus({ preventScroll: true });
    // A page begins at its beginning, also when the one before was read to its end.
    document.getElementById('content')?.scrollTo({ top: 0 });
  }, []);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="md" wrap="wrap">
      <div className={classes.words}>
        <Title order={order} ref={ref} tabIndex={-1} className={classes.title}>
          {children}
        </Title>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
