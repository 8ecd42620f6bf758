import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '#ui/i18n/use-labels.ts';

interface LanguageFieldProps {
  label: string;
  description?: string | undefined;
  value: string | undefined;
  error?: string | undefined;
  onChange: (language: string | undefined) => void;
}

/** One of some hundred languages, found by typing; or none. */
export function LanguageField({ value, onChange, ...field }: LanguageFieldProps) {
  const { t } = useTranslation('common');
  const { languages } = useLabels();
  return (
    <Select
      {...field}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      limit={40}
      nothingFoundMessage={t('forms.nothingFound')}
      data={languages}
      value={value ?? null}
      onChange={(language) => onChange(language ?? undefined)}
    />
  );
}
