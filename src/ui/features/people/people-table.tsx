import { Checkbox, Skeleton, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf, VaultContract } from '#api/contract.ts';
import {
  type ListColumn,
  listColumns,
  type Sorting,
  type SortKey,
} from '#domain/lists/list-column.ts';
import table from '#ui/components/data-table.module.css';
import { DataTable } from '#ui/components/data-table.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ListCell } from '../lists/list-cell.tsx';
import { LostContactTag, useLostContacts } from '../referrals/lost-contact-tag.tsx';
import classes from './people-page.module.css';

type Listed = OutputOf<VaultContract, 'people.list'>['items'][number];

/** Who is ticked; absent where nobody is being picked. */
interface Picking {
  isPicked: (id: string) => boolean;
  pick: (ids: string[], isOn: boolean) => void;
}

interface PeopleTableProps {
  people: Listed[];
  columns: readonly ListColumn[];
  /** Absent where the order is that of the search. */
  sorting: { sort: Sorting | undefined; sortBy: (by: SortKey) => void } | undefined;
  picking: Picking | undefined;
  isStale: boolean;
  onLeaveUpwards: () => void;
  ref: Ref<HTMLTableElement>;
}

export function PeopleTable(props: PeopleTableProps) {
  const { people, columns, sorting, picking, isStale, onLeaveUpwards, ref } = props;
  const { t } = useTranslation(['people', 'lists']);
  const { label } = useLabels();
  const withState = columns.includes('state');
  const lostContacts = useLostContacts(withState ? people.map(({ id }) => id) : []);
  const areAllPicked = people.every(({ id }) => picking?.isPicked(id));

  const moveByArrow = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
    const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const next = event.key === 'ArrowDown' ? here + 1 : here - 1;
    if (next < 0) onLeaveUpwards();
    else links[next]?.focus();
  };

  const heads = [
    ...(picking
      ? [
          {
            key: 'picked',
            label: (
              <Checkbox
                aria-label={t('lists:pickPage')}
                checked={areAllPicked}
                onChange={(event) =>
                  picking.pick(
                    people.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
            ),
          },
        ]
      : []),
    headOf('name', t('list.name'), sorting),
    ...columns.map((column) =>
      headOf(
        column,
        label('listColumns', column),
        listColumns[column].sortable ? sorting : undefined,
      ),
    ),
  ];

  return (
    <DataTable
      caption={t('list.caption')}
      columns={heads}
      isStale={isStale}
      ref={ref}
      onKeyDown={moveByArrow}
    >
      {people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          columns={columns}
          picking={picking}
          daysWithoutContact={lostContacts.get(person.id)}
        />
      ))}
    </DataTable>
  );
}

/** A heading that sorts, where the order is free to choose. */
function headOf(key: SortKey, words: string, sorting: PeopleTableProps['sorting']) {
  if (!sorting) return { key, label: words };
  const { sort = { by: 'name', descending: false }, sortBy } = sorting;
  const direction = sort.descending ? ('descending' as const) : ('ascending' as const);
  const sorted = sort.by === key ? direction : undefined;
  const Icon = sorted === 'descending' ? IconArrowDown : IconArrowUp;
  const label = (
    <button
      type="button"
      className={classes.sort}
      data-sorted={sorted !== undefined}
      onClick={() => sortBy(key)}
    >
      {words}
      <Icon size={14} aria-hidden />
    </button>
  );
  return { key, label, sorted };
}

interface PersonRowProps {
  person: Listed;
  columns: readonly ListColumn[];
  picking: Picking | undefined;
  daysWithoutContact: number | undefined;
}

function PersonRow({ person, columns, picking, daysWithoutContact }: PersonRowProps) {
  const { t } = useTranslation(['people', 'lists']);
  const reason = person.matchedBy;
  return (
    <tr>
      {picking && (
        <td className={classes.tick}>
          <Checkbox
            aria-label={t('lists:pickPerson', { name: person.listedName })}
            checked={picking.isPicked(person.id)}
            onChange={(event) => picking.pick([person.id], event.currentTarget.checked)}
          />
        </td>
      )}
      <td>
        <Link to="/people/$personId" params={{ personId: person.id }} className={table.rowLink}>
          <NameText>{person.listedName}</NameText>
        </Link>
        {reason !== 'name' && reason !== 'none' && (
          <>
            {' '}
            <Tag tone="calm">{t(`list.matchedBy.${reason}`)}</Tag>
          </>
        )}
        {person.otherName && (
          <span className={classes.other}>
            <NameText>{person.otherName}</NameText>
          </span>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} className={column === 'caseNumber' ? classes.number : undefined}>
          <ListCell column={column} cell={person.cells?.[column]} />
          {column === 'state' && (
            <>
              {' '}
              <LostContactTag days={daysWithoutContact} />
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

export function PeopleSkeleton() {
  return (
    <Stack gap="xs" aria-hidden>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
        <Skeleton key={line} height={46} />
      ))}
    </Stack>
  );
}
