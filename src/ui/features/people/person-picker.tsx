import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';

export interface PickedPerson {
  id: string;
  listedName: string;
}

interface PersonPickerProps {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  /** Shown as chosen; left out where several are picked one after the other. */
  picked?: PickedPerson | undefined;
  /** Not offered again. */
  exceptIds?: string[];
  onPick: (person: PickedPerson) => void;
  hasAutofocus?: boolean;
}

/** Finds somebody of the register by any spelling, as the list of people does. */
export function PersonPicker(props: PersonPickerProps) {
  const { picked, exceptIds = [], onPick } = props;
  const { t } = useTranslation(['services', 'common']);
  const [typed, setTyped] = useState(picked?.listedName ?? '');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const query = asked === picked?.listedName ? '' : asked;
  const { data } = useQuery({
    queryKey: ['people', 'list', 'picker', query],
    queryFn: () => vault.people.list({ query, limit: 12 }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter((one) => !exceptIds.includes(one.id));
  const lines = found.map((one) => ({
    value: one.id,
    label: one.listedName,
    number: one.caseNumber,
  }));
  const isMissing = picked && !lines.some((one) => one.value === picked.id);
  return (
    <Select
      label={props.label}
      description={props.description}
      error={props.error}
      placeholder={t('person.placeholder')}
      searchable
      data-autofocus={props.hasAutofocus || undefined}
      // The register has searched already, in every script.
      filter={({ options }) => options}
      data={
        isMissing ? [{ value: picked.id, label: picked.listedName, number: '' }, ...lines] : lines
      }
      renderOption={({ option }) => (
        <span>
          <bdi dir="auto">{option.label}</bdi>{' '}
          <small>{lines.find((one) => one.value === option.value)?.number}</small>
        </span>
      )}
      nothingFoundMessage={t('common:forms.nothingFound')}
      value={picked?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const person = found.find((one) => one.id === id);
        if (!person) return;
        onPick({ id: person.id, listedName: person.listedName });
        setTyped(picked === undefined ? '' : person.listedName);
      }}
    />
  );
}
