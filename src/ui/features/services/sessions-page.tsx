import { IconUsersGroup, IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SessionLine } from '#api/services.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { CalendarTabs } from '../appointments/calendar-tabs.tsx';

export function SessionsPage() {
  const { t } = useTranslation('sessions');
  const list = usePagedList({
    queryKey: ['sessions', 'list'],
    load: (page) => vault.sessions.list(page),
  });
  const add = (
    <LinkButton
      to="/calendar/sessions/$sessionId"
      params={{ sessionId: 'new' }}
      leftSection={<IconUsersPlus size={20} aria-hidden />}
    >
      {t('add')}
    </LinkButton>
  );
  return (
    <>
      <PageHeading lead={t('lead')} actions={add}>
        {t('title')}
      </PageHeading>
      <CalendarTabs />
      <PagedList
        list={list}
        skeletonHeight={120}
        empty={
          <EmptyState icon={<IconUsersGroup size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        <ul className={cards.cards}>
          {list.data?.items.map((session) => (
            <li key={session.id}>
              <SessionCard session={session} />
            </li>
          ))}
        </ul>
      </PagedList>
    </>
  );
}

function SessionCard({ session }: { session: SessionLine }) {
  const { t } = useTranslation('sessions');
  const dates = useDates();
  const { label } = useLabels();
  const { today } = useSession();
  const { details, participants, present } = session;
  const activityTitle = session.activityTitle === details.title ? undefined : session.activityTitle;
  const facts = [
    dates.dayInFull(details.heldOn),
    details.start,
    label('serviceTypes', details.type),
    activityTitle,
    details.place,
    details.ledBy,
  ];
  return (
    <article className={cards.card}>
      <div className={cards.words}>
        <h2 className={cards.title}>
          <Link to="/calendar/sessions/$sessionId" params={{ sessionId: session.id }}>
            {details.title}
          </Link>
        </h2>
        <p className={cards.facts}>{inOneLine(facts)}</p>
      </div>
      <span>
        {details.heldOn > today
          ? t('awaited', { count: participants })
          : t('presentOf', { present, count: participants })}
      </span>
    </article>
  );
}
