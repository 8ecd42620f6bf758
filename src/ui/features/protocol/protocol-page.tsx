import { Button } from '@mantine/core';
import { IconBook2, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { emptyFilter, type ProtocolFilterDraft, ProtocolFilters } from './protocol-filters.tsx';
import { ProtocolTable } from './protocol-table.tsx';
import { SlipField } from './slip-field.tsx';

/** What came in and what went out, by its number. */
export function ProtocolPage() {
  const { t } = useTranslation('protocol');
  const [filter, setFilter] = useState<ProtocolFilterDraft>(emptyFilter);
  const [open, setOpen] = useState<'entry' | 'print'>();
  const list = usePagedList({
    queryKey: ['protocol', 'list', filter],
    load: (page) => vault.protocol.list({ ...filter, ...page }),
  });
  const { data } = list;
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
        onChange={(part) => setFilter((now) => ({ ...now, ...part }))}
      />
      <PagedList
        list={list}
        empty={
          <EmptyState icon={<IconBook2 size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        }
      >
        {data && <ProtocolTable entries={data.items} />}
      </PagedList>
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
