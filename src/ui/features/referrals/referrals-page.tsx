import { Stack } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { InboundToAnswer } from './inbound-panel.tsx';
import { ProposalsPanel } from './proposals-panel.tsx';
import { emptyFilter, isFiltered, ReferralFilters } from './referral-filters.tsx';
import { ReferralsTable } from './referrals-table.tsx';

/** All referrals of the association: who waits for what, from whom, since when. */
export function ReferralsPage() {
  const { t } = useTranslation('referrals');
  const { organisationId } = useSearch({ from: '/referrals' });
  const [filter, setFilter] = useState({
    ...emptyFilter,
    ...(organisationId ? { organisationId, showClosed: true } : {}),
  });
  const list = usePagedList({
    queryKey: ['referrals', 'list', filter],
    load: (page) => vault.referrals.list({ ...filter, ...page }),
  });
  const { data } = list;
  return (
    <>
      <PageHeading
        lead={data && t('list.results', { count: data.total })}
        actions={<Link to="/protocol">{t('protocol')}</Link>}
      >
        {t('list.title')}
      </PageHeading>
      <Stack gap="lg" mb="lg">
        <InboundToAnswer />
        <ProposalsPanel />
      </Stack>
      <ReferralFilters
        filter={filter}
        onChange={(part) => setFilter((now) => ({ ...now, ...part }))}
      />
      <PagedList
        list={list}
        empty={
          <EmptyState
            icon={<IconMailForward size={28} />}
            title={t(isFiltered(filter) ? 'list.nothingTitle' : 'list.emptyTitle')}
          >
            {t(isFiltered(filter) ? 'list.nothingText' : 'list.emptyText')}
          </EmptyState>
        }
      >
        {data && <ReferralsTable referrals={data.items} />}
      </PagedList>
    </>
  );
}
