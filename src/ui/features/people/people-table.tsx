import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonLine } from '#api/people.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { LostContactTag, useLostContacts } from '../referrals/lost-contact-tag.tsx';
import classes from './people-page.module.css';

interface PeopleTableProps {
  people: PersonLine[];
  isStale: boolean;
  onLeaveUpwards: () => void;
  ref: Ref<HTMLTableElement>;
}

const columns = ['name', 'birth', 'nationality', 'legalStatus', 'caseNumber', 'state'] as const;

export function PeopleTable({ people, isStale, onLeaveUpwards, ref }: PeopleTableProps) {
  const { t } = useTranslation('people');
  const lostContacts = useLostContacts(people.map(({ id }) => id));

  const moveByArrow = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
    const here = links.findIndex((link) => link.contains(document.activeElement));
    const next = event.key === 'ArrowDown' ? here + 1 : here - 1;
    if (next < 0) onLeaveUpwards();
    else links[next]?.focus();
  };

  return (
    <div className={classes.frame}>
      <table ref={ref} className={classes.table} data-stale={isStale}>
        <caption>
          <VisuallyHidden>{t('list.caption')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveByArrow}>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              daysWithoutContact={lostContacts.get(person.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PersonRowProps {
  person: PersonLine;
  daysWithoutContact: number | undefined;
}

function PersonRow({ person, daysWithoutContact }: PersonRowProps) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const labels = useLabels();
  const reason = person.matchedBy;
  return (
    <tr>
      <td>
        <Link to="/people/$personId" params={{ personId: person.id }} className={classes.link}>
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
      <td>{person.birth && dates.partial(person.birth)}</td>
      <td>{person.nationality && labels.country(person.nationality)}</td>
      <td>{person.legalStatus && labels.label('legalStatuses', person.legalStatus)}</td>
      <td className={classes.number}>{person.caseNumber}</td>
      <td>
        <Tag tone={person.isOpen ? 'good' : 'neutral'}>
          {t(person.isOpen ? 'list.open' : 'list.closed')}
        </Tag>{' '}
        <LostContactTag days={daysWithoutContact} />
      </td>
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
