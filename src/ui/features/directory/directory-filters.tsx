import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import type { OrganisationFilter } from '#domain/directory/find-organisations.ts';
import { localeOf } from '#ui/i18n/languages.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useCommunities } from '../network/use-communities.ts';
import classes from './directory.module.css';

export type DirectoryFilter = OrganisationFilter & {
  onlyUnverified: boolean;
  showArchived: boolean;
};

export const emptyDirectoryFilter: DirectoryFilter = {
  text: '',
  onlyUnverified: false,
  showArchived: false,
};

interface DirectoryFiltersProps {
  filter: DirectoryFilter;
  /** Only what stands in them is offered. */
  entries: Organisation[];
  onChange: (part: Partial<DirectoryFilter>) => void;
}

const distinct = (values: (string | undefined)[]) => [
  ...new Set(values.filter((one) => one !== undefined)),
];

export function DirectoryFilters({ filter, entries, onChange }: DirectoryFiltersProps) {
  const { t, i18n } = useTranslation(['directory', 'common']);
  const labels = useLabels();
  const communities = useCommunities();
  const collator = new Intl.Collator(localeOf(i18n.language));
  const choicesOf = (values: (string | undefined)[], labelOf: (value: string) => string) =>
    distinct(values)
      .map((value) => ({ value, label: labelOf(value) }))
      .sort((a, b) => collator.compare(a.label, b.label));
  const choices = {
    kind: choicesOf(
      entries.map(({ kind }) => kind),
      (code) => labels.label('organisationKinds', code),
    ),
    service: choicesOf(
      entries.flatMap(({ services }) => services),
      (code) => labels.label('serviceTypes', code),
    ),
    language: choicesOf(
      entries.flatMap(({ languages }) => languages),
      labels.language,
    ),
    place: choicesOf(
      entries.map(({ place }) => place),
      (place) => place,
    ),
    community: choicesOf(
      entries.flatMap(({ association }) => association?.communities ?? []),
      communities.name,
    ),
  };
  const filters = (['kind', 'service', 'language', 'place', 'community'] as const).filter(
    (part) => part !== 'community' || choices.community.length > 0,
  );
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        label={t('list.search')}
        placeholder={t('list.searchPlaceholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        autoComplete="off"
        maxLength={200}
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {filters.map((part) => (
        <Select
          key={part}
          label={t(`list.${part}`)}
          placeholder={t('list.any')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={choices[part]}
          value={filter[part] ?? null}
          onChange={(value) => onChange({ [part]: value ?? undefined })}
        />
      ))}
      <div className={classes.checks}>
        <Checkbox
          label={t('list.onlyUnverified')}
          checked={filter.onlyUnverified}
          onChange={(event) => onChange({ onlyUnverified: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('list.onlyOfMigrants')}
          checked={filter.onlyOfMigrants ?? false}
          onChange={(event) => onChange({ onlyOfMigrants: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('list.showArchived')}
          checked={filter.showArchived}
          onChange={(event) => onChange({ showArchived: event.currentTarget.checked })}
        />
      </div>
    </div>
  );
}
