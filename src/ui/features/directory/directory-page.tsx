import { Skeleton } from '@mantine/core';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import { findOrganisations } from '#domain/directory/find-organisations.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { localeOf } from '#ui/i18n/languages.ts';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './directory.module.css';
import { DirectoryFilters, emptyDirectoryFilter } from './directory-filters.tsx';
import { OrganisationTags } from './organisation-tags.tsx';

/** Whom to turn to: every office, partner, lawyer, host and employer the association knows. */
export function DirectoryPage() {
  const { t, i18n } = useTranslation('directory');
  const { today } = useSession();
  const [filter, setFilter] = useState(emptyDirectoryFilter);
  const { showArchived } = filter;
  const { data, error, refetch } = useQuery({
    queryKey: ['organisations', 'list', showArchived],
    queryFn: () => vault.organisations.list({ showArchived }),
  });
  const found = findOrganisations(data?.items ?? [], filter, today).sort((a, b) =>
    a.name.localeCompare(b.name, localeOf(i18n.language)),
  );
  const isEmpty = data?.items.length === 0;
  return (
    <>
      <PageHeading
        lead={data && t('list.results', { count: found.length })}
        actions={
          <>
            <LinkButton to="/directory/network" variant="default">
              {t('list.network')}
            </LinkButton>
            <LinkButton to="/referrals" variant="default">
              {t('list.referrals')}
            </LinkButton>
            <LinkButton to="/directory/new" leftSection={<IconPlus size={20} aria-hidden />}>
              {t('list.add')}
            </LinkButton>
          </>
        }
      >
        {t('list.title')}
      </PageHeading>
      <DirectoryFilters
        filter={filter}
        entries={data?.items ?? []}
        onChange={(part) => setFilter((now) => ({ ...now, ...part }))}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data && found.length === 0 && (
        <Panel>
          <EmptyState
            icon={<IconAddressBook size={28} />}
            title={t(isEmpty ? 'list.emptyTitle' : 'list.nothingTitle')}
          >
            {t(isEmpty ? 'list.emptyText' : 'list.nothingText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={classes.entries}>
        {found.map((organisation) => (
          <li key={organisation.id} className={classes.entry}>
            <Entry organisation={organisation} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ organisation }: { organisation: Organisation }) {
  const labels = useLabels();
  const { name, office, kind, place, services, languages, phone } = organisation;
  const facts = [labels.label('organisationKinds', kind), place].filter(Boolean);
  return (
    <>
      <div className={classes.entryWords}>
        <h2 className={classes.entryName}>
          <Link
            to="/directory/$organisationId"
            params={{ organisationId: organisation.id }}
            className={classes.entryLink}
          >
            {office ? `${name} – ${office}` : name}
          </Link>{' '}
          <OrganisationTags organisation={organisation} />
        </h2>
        <p className={classes.soft}>{inOneLine(facts)}</p>
      </div>
      <div className={classes.entryOffer}>
        {services.length > 0 && (
          <p>{listed(services.map((code) => labels.label('serviceTypes', code)))}</p>
        )}
        {languages.length > 0 && (
          <p className={classes.soft}>{listed(languages.map(labels.language))}</p>
        )}
      </div>
      <p className={classes.entryPhone}>{phone && <bdi dir="ltr">{phone}</bdi>}</p>
    </>
  );
}
