import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TodayItem, TodayKind } from '#api/today.ts';
import type { NetworkPart } from '../network/network-parts.ts';
import { todayKinds } from './today-kinds.ts';

interface TodayLinkProps {
  item: TodayItem;
  className: string | undefined;
  children: ReactNode;
}

/** One click from a line to the very thing it speaks of, opened. */
export function TodayLink({ item, ...rest }: TodayLinkProps) {
  const { personId, opens, kind } = item;
  if (opens?.page === 'session') {
    return <Link to="/calendar/sessions/$sessionId" params={{ sessionId: opens.id }} {...rest} />;
  }
  if (opens?.page === 'activity') {
    return (
      <Link
        to="/programmes/activities/$activityId/answers"
        params={{ activityId: opens.id }}
        {...rest}
      />
    );
  }
  if (personId !== undefined) return <PersonLink item={item} personId={personId} {...rest} />;
  if (opens?.page === 'appointment') {
    return <Link to="/calendar" search={{ appointment: opens.id }} {...rest} />;
  }
  const part = networkPartOf(kind);
  if (part !== undefined) return <Link to="/directory/network" search={{ part }} {...rest} />;
  const to = kind === 'filesToReview' ? '/settings/retention' : '/settings/deadlines';
  return <Link to={to} {...rest} />;
}

function networkPartOf(kind: TodayKind): NetworkPart | undefined {
  switch (kind) {
    case 'recommendationDue':
      return 'recommendations';
    case 'milestoneDue':
      return 'pilots';
    case 'promiseDue':
      return 'meetings';
    case 'agreementEnding':
      return 'agreements';
    default:
      return undefined;
  }
}

function PersonLink({ item, personId, ...rest }: TodayLinkProps & { personId: string }) {
  const { page, id = '' } = item.opens ?? {};
  switch (page) {
    case 'plan':
      return (
        <Link to="/people/$personId/plans/$planId" params={{ personId, planId: id }} {...rest} />
      );
    case 'enrolment':
      return (
        <Link
          to="/people/$personId/programmes/$enrolmentId"
          params={{ personId, enrolmentId: id }}
          {...rest}
        />
      );
    case 'appointment':
      return (
        <Link
          to="/people/$personId/diary"
          params={{ personId }}
          search={{ appointment: id }}
          {...rest}
        />
      );
    case 'referral':
    case 'inbound':
      return (
        <Link
          to="/people/$personId/letters"
          params={{ personId }}
          search={{ [page]: id }}
          {...rest}
        />
      );
    default:
      return <Link to={todayKinds[item.kind].to} params={{ personId }} {...rest} />;
  }
}
