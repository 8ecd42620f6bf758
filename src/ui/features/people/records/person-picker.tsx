import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import type { Choice } from '#ui/i18n/use-labels.ts';

interface PersonPickerProps {
  label: string;
  /** Nobody is chosen as their own relative. */
  exceptId: string;
  value: string | undefined;
  error: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Somebody of the register, by any spelling. */
export function PersonPicker({ label, exceptId, value, error, onChange }: PersonPickerProps) {
  const { t } = useTranslation(['records', 'common']);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Choice>();
  const [query] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: ['people', 'pick', query],
    queryFn: () => vault.people.list({ query, limit: 8, showClosed: true }),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  });
  const hits = (query.length >= 2 ? (data?.items ?? []) : [])
    .filter(({ id }) => id !== exceptId && id !== chosen?.value)
    .map(({ id, listedName, caseNumber }) => ({
      value: id,
      label: `${listedName} · ${caseNumber}`,
    }));
  return (
    <Select
      label={label}
      placeholder={t('ties.pickPlaceholder')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
      data={chosen ? [chosen, ...hits] : hits}
      // The register has searched already, across spellings; the field must not search again.
      filter={({ options }) => options}
      nothingFoundMessage={
        query.length >= 2 && data ? t('ties.pickNobody') : t('ties.pickPlaceholder')
      }
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ?? null}
      error={error}
      onChange={(id, option) => {
        setChosen(option ? { value: option.value, label: option.label } : undefined);
        onChange(id ?? undefined);
      }}
    />
  );
}
