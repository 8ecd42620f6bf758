import { Group, Skeleton } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { InboundToAnswer } from './inbound-panel.tsx';
import { ProposalsPanel } from './proposals-panel.tsx';
import { emptyFilter, isFiltered, ReferralFilters } from './referral-filters.tsx';
import { ReferralsTable } from './referrals-table.tsx';

const pageSize = 50;

/** All referrals of the association: who waits for what, from whom, since when. */
export function ReferralsPage() {
  const { t } = useTranslation('referrals');
  const { organisationId } = useSearch({ from: '/referrals' });
  const [filter, setFilter] = useState({
    ...emptyFilter,
    ...(organisationId ? { organisationId, showClosed: true } : {}),
  });
  const [offset, setOffset] = useState(0);
  const request = { ...filter, offset, limit: pageSize };
  const { data, error, refetch } = useQuery({
    queryKey: ['referrals', 'list', request],
    queryFn: () => vault.referrals.list(request),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeading
        lead={data && t('list.results', { count: data.total })}
        actions={<Link to="/protocol">{t('protocol')}</Link>}
      >
        {t('list.title')}
      </PageHeading>
      <InboundToAnswer />
      <ProposalsPanel />
      <ReferralFilters
        filter={filter}
        onChange={(part) => {
          setOffset(0);
          setFilter((now) => ({ ...now, ...part }));
        }}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data?.total === 0 && (
        <Panel>
          <EmptyState
            icon={<IconMailForward size={28} />}
            title={t(isFiltered(filter) ? 'list.nothingTitle' : 'list.emptyTitle')}
          >
            {t(isFiltered(filter) ? 'list.nothingText' : 'list.emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.total > 0 && (
        <>
          <ReferralsTable referrals={data.items} />
          <Group justify="flex-end" mt="sm">
            <Paging offset={offset} limit={pageSize} total={data.total} onChange={setOffset} />
          </Group>
        </>
      )}
    </>
  );
}
