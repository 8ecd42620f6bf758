import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconFilter, IconSearch, IconUsers } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchHandover } from '#ui/app/search-handover.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { PrintedPart } from '#ui/components/printed-part.tsx';
import { PAGE_OF_LIST } from '#ui/components/use-paged-list.ts';
import { ConditionChips } from '../lists/condition-chips.tsx';
import { FilterPanel } from '../lists/filter-panel.tsx';
import { plainList } from '../lists/list-state.tsx';
import { ListTools } from '../lists/list-tools.tsx';
import { PickedBar } from '../lists/picked-bar.tsx';
import { PrintedConditions } from '../lists/printed-conditions.tsx';
import { spelledOut } from '../lists/quick-conditions.ts';
import { longPage, usePeopleList } from '../lists/use-people-list.ts';
import { usePicking } from '../lists/use-picking.ts';
import { ViewsMenu } from '../lists/views-menu.tsx';
import { PeopleHeading } from './people-heading.tsx';
import classes from './people-page.module.css';
import { PeopleSkeleton, PeopleTable } from './people-table.tsx';

/** Which condition the panel is open for: a new one, or the one at a place of the list. */
type Edited = 'none' | 'new' | number;

export function PeoplePage() {
  const { t } = useTranslation(['people', 'lists']);
  const { query: handedOver, handOver } = useSearchHandover();
  const [query, setQuery] = useState(handedOver);
  const [asked] = useDebouncedValue(query.trim(), 120);
  const [edited, setEdited] = useState<Edited>('none');
  const [limit, setLimit] = useState(PAGE_OF_LIST);
  const people = usePeopleList(asked, limit);
  const { list, change, show, question, answer, onPaper } = people;
  const { error, refetch, isPlaceholderData } = answer;
  const data = onPaper ?? answer.data;
  const picking = usePicking(question);
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);

  const focusFirstRow = () => table.current?.querySelector<HTMLElement>('tbody a')?.focus();
  const activeCount = spelledOut(list.conditions).length;
  const isNarrowed = asked !== '' || list.conditions.length > 0;
  const { view } = list;
  const isAsKept = JSON.stringify(view?.conditions) === JSON.stringify(list.conditions);
  const viewName = view && (isAsKept ? view.name : t('lists:views.changed', { name: view.name }));
  const put = (index: number, conditions: typeof list.conditions) =>
    change({ conditions: list.conditions.toSpliced(index, 1, ...conditions) });

  return (
    <>
      <PeopleHeading
        view={viewName}
        lead={data && t(data.hasMore ? 'list.resultsMany' : 'list.results', { count: data.total })}
      />
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
            change({ offset: 0 });
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              focusFirstRow();
            }
          }}
        />
        <div className={classes.buttons}>
          <ViewsMenu shown={list.view?.key} onShow={show} />
          <Button
            variant="default"
            size="md"
            aria-expanded={edited !== 'none'}
            leftSection={<IconFilter size={20} aria-hidden />}
            onClick={() => setEdited(edited === 'none' ? 'new' : 'none')}
          >
            {activeCount > 0
              ? t('lists:filtersActive', { count: activeCount })
              : t('lists:filters')}
          </Button>
        </div>
      </div>
      {edited !== 'none' && (
        <FilterPanel
          key={String(edited)}
          edited={edited === 'new' ? undefined : list.conditions[edited]}
          onDone={(condition) => {
            put(edited === 'new' ? list.conditions.length : edited, [condition]);
            setEdited('none');
          }}
          onClose={() => setEdited('none')}
        />
      )}
      <ConditionChips
        conditions={list.conditions}
        onEdit={setEdited}
        onRemove={(index) => put(index, [])}
        onClear={() => show(plainList)}
      />
      <ListTools people={people} picking={picking} />
      {picking.picked && data && (
        <PickedBar
          picking={picking}
          question={question}
          total={data.total}
          hasMore={data.hasMore}
        />
      )}
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && !error && <PeopleSkeleton />}
      {data?.total === 0 && (
        <Panel>
          <EmptyState
            icon={<IconUsers size={28} />}
            title={t(isNarrowed ? 'list.nobodyTitle' : 'list.emptyTitle')}
            action={
              activeCount > 0 ? (
                <Button onClick={() => show(plainList)}>{t('lists:clear')}</Button>
              ) : (
                <LinkButton to="/people/new">{t('list.registerThis')}</LinkButton>
              )
            }
          >
            {activeCount > 0
              ? t('lists:nobodyText')
              : t(isNarrowed ? 'list.nobodyText' : 'list.emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.total > 0 && (
        <>
          {onPaper && (
            <>
              <PrintedConditions query={asked} conditions={list.conditions} />
              <PrintedPart printed={onPaper} hasMore={onPaper.hasMore} />
            </>
          )}
          <PeopleTable
            ref={table}
            people={data.items}
            columns={people.columns}
            sorting={asked === '' ? { sort: people.sort, sortBy: people.sortBy } : undefined}
            picking={picking.picked && picking}
            isStale={isPlaceholderData}
            onLeaveUpwards={() => field.current?.focus()}
          />
          <Group justify="flex-end" mt="sm">
            <Paging
              offset={list.offset}
              limit={onPaper ? data.total : limit}
              total={data.total}
              onChange={(offset) => change({ offset })}
              longer={
                limit === longPage
                  ? undefined
                  : {
                      limit: longPage,
                      onChoose: () => {
                        setLimit(longPage);
                        change({ offset: 0 });
                      },
                    }
              }
            />
          </Group>
        </>
      )}
    </>
  );
}
