import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import classes from './page-tabs.module.css';

interface PageTabsProps {
  /** What the parts are parts of, for who hears the page. */
  label: string;
  /** `PageTab`s. */
  children: ReactNode;
  /** The line under them belongs to a header that has one already. */
  isInHeader?: boolean;
}

/** The parts of a page that would be too long in one: each has an address of its own. */
export function PageTabs({ label, children, isInHeader = false }: PageTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className={classes.tabs} data-in-header={isInHeader || undefined}>
        {children}
      </ul>
    </nav>
  );
}

function TabAnchor(props: ComponentProps<'a'>) {
  return (
    <li>
      <a {...props} className={classes.tab} />
    </li>
  );
}

const LinkedTab = createLink(TabAnchor);

/** Its address counts as open for what lies below it too, if `activeOptions` do not say otherwise. */
export const PageTab: LinkComponent<typeof TabAnchor> = (props) => <LinkedTab {...props} />;
