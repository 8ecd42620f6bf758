import { Skeleton } from '@mantine/core';
import { IconUsersGroup, IconUsersPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionLine } from '#api/services.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { CalendarTabs } from '../appointments/calendar-tabs.tsx';

const pageSize = 30;

export function SessionsPage() {
  const { t } = useTranslation('sessions');
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions', 'list', offset],
    queryFn: () => vault.sessions.list({ offset, limit: pageSize }),
    placeholderData: keepPreviousData,
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
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data?.total === 0 && (
        <Panel>
          <EmptyState icon={<IconUsersGroup size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={cards.cards}>
        {data?.items.map((session) => (
          <li key={session.id}>
            <SessionCard session={session} />
          </li>
        ))}
      </ul>
      {data && <Paging offset={offset} limit={pageSize} total={data.total} onChange={setOffset} />}
    </>
  );
}

function SessionCard({ session }: { session: SessionLine }) {
  const { t } = useTranslation('sessions');
  const dates = useDates();
  const { label } = useLabels();
  const { today } = useSession();
  const { details, participants, present } = session;
  const facts = [
    dates.dayInFull(details.heldOn),
    details.start,
    label('serviceTypes', details.type),
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
        <p className={cards.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <span>
        {details.heldOn > today
          ? t('awaited', { count: participants })
          : t('presentOf', { present, count: participants })}
      </span>
    </article>
  );
}
