import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TodayItem } from '#api/today.ts';
import { todayKinds } from './today-kinds.ts';

interface TodayLinkProps {
  item: TodayItem;
  className: string | undefined;
  children: ReactNode;
}

/** One click from a line to the place where it is dealt with. */
export function TodayLink({ item, className, children }: TodayLinkProps) {
  const { personId, opens } = item;
  if (opens?.page === 'session') {
    return (
      <Link
        to="/calendar/sessions/$sessionId"
        params={{ sessionId: opens.id }}
        className={className}
      >
        {children}
      </Link>
    );
  }
  // A meeting with nobody of the register leads nowhere further.
  if (item.kind === 'appointment' && personId === undefined) {
    return <div className={className}>{children}</div>;
  }
  if (personId === undefined) {
    return (
      <Link
        to={item.kind === 'filesToReview' ? '/settings/retention' : '/settings'}
        className={className}
      >
        {children}
      </Link>
    );
  }
  if (opens) {
    const { page, id } = opens;
    return page === 'plan' ? (
      <Link
        to="/people/$personId/plans/$planId"
        params={{ personId, planId: id }}
        className={className}
      >
        {children}
      </Link>
    ) : (
      <Link
        to="/people/$personId/programmes/$enrolmentId"
        params={{ personId, enrolmentId: id }}
        className={className}
      >
        {children}
      </Link>
    );
  }
  return (
    <Link to={todayKinds[item.kind].to} params={{ personId }} className={className}>
      {children}
    </Link>
  );
}
