import { IconHome } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Household } from '#api/ties.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './households-page.module.css';

/** Who lives with whom, by the ties recorded in the files. */
export function HouseholdsPage() {
  const { t } = useTranslation('records');
  const list = usePagedList({
    queryKey: ['households', 'list'],
    load: (page) => vault.households.list(page),
    pageSize: 30,
  });
  return (
    <>
      <PageHeading
        lead={t('households.lead')}
        actions={
          <LinkButton to="/people" variant="default">
            {t('households.allPeople')}
          </LinkButton>
        }
      >
        {t('households.title')}
      </PageHeading>
      <PagedList
        list={list}
        skeletonHeight={90}
        empty={
          <EmptyState icon={<IconHome size={28} />} title={t('households.emptyTitle')}>
            {t('households.emptyText')}
          </EmptyState>
        }
      >
        <ul className={classes.households}>
          {list.data?.items.map((household) => (
            <li key={household.members[0]?.personId}>
              <HouseholdCard household={household} />
            </li>
          ))}
        </ul>
      </PagedList>
    </>
  );
}

function HouseholdCard({ household }: { household: Household }) {
  const { t } = useTranslation('records');
  const { today } = useSession();
  const dates = useDates();
  const { members, named } = household;
  return (
    <article className={cards.card}>
      <div className={cards.words}>
        <h2 className={cards.title}>
          {t('households.size', { count: members.length + named.length })}
        </h2>
        <ul className={classes.members}>
          {members.map(({ personId, listedName, birth }) => (
            <li key={personId}>
              <Link to="/people/$personId" params={{ personId }}>
                <NameText>{listedName}</NameText>
              </Link>
              {birth && ` · ${dates.age(birth, today)}`}
            </li>
          ))}
          {named.map((name) => (
            <li key={name}>
              <NameText>{name}</NameText> ({t('households.noFile')})
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
