import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';

interface ProgrammeChoiceProps {
  value: string | undefined;
  required?: boolean;
  onChange: (id: string | undefined) => void;
}

/** The programme it belongs to; one that is closed only where it stands already. */
export function ProgrammeChoice({ value, required = false, onChange }: ProgrammeChoiceProps) {
  const { t } = useTranslation(['network', 'common']);
  const { data } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  const offered = (data?.items ?? []).filter(({ id, isOpen }) => isOpen || id === value);
  return (
    <Select
      label={t('programme')}
      placeholder={t(required ? 'common:forms.chooseOne' : 'noProgramme')}
      required={required}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
