import { Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import {
  IconHome,
  IconSearch,
  IconTableImport,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchHandover } from '#ui/app/search-handover.tsx';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import classes from './people-page.module.css';
import { PeopleSkeleton, PeopleTable } from './people-table.tsx';

const pageSize = 50;

export function PeoplePage() {
  const { t } = useTranslation(['people', 'duplicates']);
  const { user } = useSession();
  const { query: handedOver, handOver } = useSearchHandover();
  const [query, setQuery] = useState(handedOver);
  const [showClosed, setShowClosed] = useState(false);
  const [onlyMine, setOnlyMine] = useState(false);
  const [offset, setOffset] = useState(0);
  const [asked] = useDebouncedValue(query.trim(), 120);
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);

  const request = {
    query: asked,
    showClosed,
    ...(onlyMine ? { assignedTo: user.id } : {}),
    offset,
    limit: pageSize,
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['people', 'list', request],
    queryFn: () => vault.people.list(request),
    placeholderData: keepPreviousData,
  });
  const focusFirstRow = () => table.current?.querySelector<HTMLElement>('tbody a')?.focus();

  return (
    <>
      <PageHeading
        lead={data && t(data.hasMore ? 'list.resultsMany' : 'list.results', { count: data.total })}
        actions={
          <>
            {user.role === 'coordinator' && (
              <LinkButton
                to="/people/import"
                variant="default"
                leftSection={<IconTableImport size={18} aria-hidden />}
              >
                {t('list.import')}
              </LinkButton>
            )}
            <LinkButton
              to="/people/duplicates"
              variant="default"
              leftSection={<IconUsersGroup size={18} aria-hidden />}
            >
              {t('duplicates:list.link')}
            </LinkButton>
            <LinkButton
              to="/people/households"
              variant="default"
              leftSection={<IconHome size={18} aria-hidden />}
            >
              {t('list.households')}
            </LinkButton>
            <LinkButton to="/people/new" leftSection={<IconUserPlus size={20} aria-hidden />}>
              {t('list.registerThis')}
            </LinkButton>
          </>
        }
      >
        {t('list.title')}
      </PageHeading>
      <div className={classes.tools}>
        <TextInput
          ref={field}
          className={classes.search}
          size="md"
          type="search"
          label={t('list.search')}
          placeholder={t('list.searchPlaceholder')}
          description={t('list.searchKeys')}
          leftSection={<IconSearch size={20} aria-hidden />}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            handOver(event.currentTarget.value);
            setOffset(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              focusFirstRow();
            }
          }}
        />
        <Checkbox
          className={classes.closed}
          label={t('list.onlyMine')}
          checked={onlyMine}
          onChange={(event) => {
            setOnlyMine(event.currentTarget.checked);
            setOffset(0);
          }}
        />
        <Checkbox
          className={classes.closed}
          label={t('list.showClosed')}
          checked={showClosed}
          onChange={(event) => {
            setShowClosed(event.currentTarget.checked);
            setOffset(0);
          }}
        />
      </div>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && !error && <PeopleSkeleton />}
      {data?.total === 0 && (
        <Panel>
          <EmptyState
            icon={<IconUsers size={28} />}
            title={t(asked === '' ? 'list.emptyTitle' : 'list.nobodyTitle')}
            action={<LinkButton to="/people/new">{t('list.registerThis')}</LinkButton>}
          >
            {t(asked === '' ? 'list.emptyText' : 'list.nobodyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.total > 0 && (
        <>
          <PeopleTable
            ref={table}
            people={data.items}
            isStale={isPlaceholderData}
            onLeaveUpwards={() => field.current?.focus()}
          />
          <Group justify="flex-end" mt="sm">
            <Paging offset={offset} limit={pageSize} total={data.total} onChange={setOffset} />
          </Group>
        </>
      )}
    </>
  );
}
