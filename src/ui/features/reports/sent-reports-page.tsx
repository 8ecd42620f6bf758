import { Button, Skeleton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release } from '#api/releases.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { ConsolidationDialog } from './consolidation-dialog.tsx';

/** Every report that left, as it left: newest first. */
export function SentReportsPage() {
  const { t } = useTranslation(['reports', 'dashboards']);
  const { user } = useSession();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['releases', 'list'],
    queryFn: () => vault.releases.list({}),
  });
  return (
    <>
      <BackLink to="/reports">{t('title')}</BackLink>
      <PageHeading
        lead={t('sent.lead')}
        actions={
          user.role === 'coordinator' && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('dashboards:consolidation.open')}
            </Button>
          )
        }
      >
        {t('sent.title')}
      </PageHeading>
      {isAdding && <ConsolidationDialog onClose={() => setAdding(false)} />}
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconSend size={28} />} title={t('sent.emptyTitle')}>
            {t('sent.emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={cards.cards}>
        {data?.items.map((release) => (
          <li key={release.id}>
            <ReleaseCard release={release} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ReleaseCard({ release }: { release: Release }) {
  const { t } = useTranslation('reports');
  const dates = useDates();
  const { id, number, recipient, sentOn, sentBy, period, total } = release;
  return (
    <article className={cards.card}>
      <div className={cards.words}>
        <h2 className={cards.title}>
          <Link to="/reports/sent/$releaseId" params={{ releaseId: id }}>
            {t('sent.name', { number, recipient })}
          </Link>
        </h2>
        <p className={cards.facts}>
          {dates.day(period.from)} – {dates.day(period.to)} ·{' '}
          {t('sent.by', { date: dates.day(sentOn), name: sentBy })}
        </p>
      </div>
      <span>{t('sent.people', { count: total })}</span>
    </article>
  );
}
