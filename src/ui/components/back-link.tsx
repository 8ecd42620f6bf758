import { IconArrowLeft } from '@tabler/icons-react';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import classes from './back-link.module.css';

function BackAnchor({ children, ...props }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...props} className={classes.back}>
      <IconArrowLeft size={16} aria-hidden />
      {children}
    </a>
  );
}

const LinkedBack = createLink(BackAnchor);

/** Above the heading of a page: to the list it was opened from. */
export const BackLink: LinkComponent<typeof BackAnchor> = (props) => <LinkedBack {...props} />;
