import { Button, Group, Skeleton } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { emptyFilter, type ProtocolFilterDraft, ProtocolFilters } from './protocol-filters.tsx';
import { ProtocolTable } from './protocol-table.tsx';
import { SlipField } from './slip-field.tsx';

const pageSize = 50;

/** What came in and what went out, by its number. */
export function ProtocolPage() {
  const { t } = useTranslation('protocol');
  const [filter, setFilter] = useState<ProtocolFilterDraft>(emptyFilter);
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<'entry' | 'print'>();
  const request = { ...filter, offset, limit: pageSize };
  const { data, error, refetch } = useQuery({
    queryKey: ['protocol', 'list', request],
    queryFn: () => vault.protocol.list(request),
    placeholderData: keepPreviousData,
  });
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeading lead={t('lead')} actions={<PageButtons onOpen={setOpen} />}>
        {t('title')}
      </PageHeading>
      <SlipField />
      <ProtocolFilters
        filter={filter}
        years={data?.years ?? []}
        onChange={(part) => {
          setOffset(0);
          setFilter((now) => ({ ...now, ...part }));
        }}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data?.total === 0 && (
        <Panel>
          <EmptyState icon={<IconBook2 size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.total > 0 && (
        <>
          <ProtocolTable entries={data.items} />
          <Group justify="flex-end" mt="sm">
            <Paging offset={offset} limit={pageSize} total={data.total} onChange={setOffset} />
          </Group>
        </>
      )}
      {open === 'entry' && <EntryDialog onClose={close} />}
      {open === 'print' && (
        <DocumentDrawer
          documentKey={['protocol', JSON.stringify(filter)]}
          label={t('printed')}
          load={() => vault.documents.protocol(filter)}
          save={({ grant }) => vault.documents.saveProtocol({ ...filter, grant })}
          onClose={close}
        />
      )}
    </>
  );
}

function PageButtons({ onOpen }: { onOpen: (what: 'entry' | 'print') => void }) {
  const { t } = useTranslation('protocol');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => onOpen('print')}
      >
        {t('print')}
      </Button>
      <Button onClick={() => onOpen('entry')}>{t('enter')}</Button>
    </>
  );
}
