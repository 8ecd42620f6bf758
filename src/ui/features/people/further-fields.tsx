import { NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { civilStatuses, literacies } from '#domain/people/person.ts';
import grid from '#ui/components/form-grid.module.css';
import { PartialDateField } from '#ui/components/partial-date-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { FiscalCodeField } from './fiscal-code-field.tsx';
import { NoteField } from './note-field.tsx';
import type { DraftProblems, PersonDraft } from './person-draft.ts';

interface FurtherFieldsProps {
  draft: PersonDraft;
  personId: string | undefined;
  problems: DraftProblems;
  onChange: (part: Partial<PersonDraft>) => void;
}

/** What nobody asks at the door, and papers ask for later. */
export function FurtherFields({ draft, personId, problems, onChange }: FurtherFieldsProps) {
  const { t } = useTranslation(['people', 'common']);
  const labels = useLabels();
  const noAnswer = { value: '', label: '' };
  const text = (name: 'birthPlace' | 'gender' | 'pronoun', maxLength: number) => (
    <TextInput
      label={t(`form.${name}`)}
      dir="auto"
      maxLength={maxLength}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="md">
      <div className={grid.two}>
        <Select
          label={t('form.birthCountry')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          limit={40}
          nothingFoundMessage={t('common:forms.nothingFound')}
          data={labels.countries}
          value={draft.birthCountry}
          onChange={(birthCountry) => onChange({ birthCountry })}
        />
        {text('birthPlace', 120)}
        {text('gender', 80)}
        {text('pronoun', 40)}
        <NativeSelect
          label={t('form.civilStatus')}
          data={[noAnswer, ...choicesOf(civilStatuses, 'civilStatuses', labels.label)]}
          value={draft.civilStatus ?? ''}
          onChange={(event) => {
            const chosen = civilStatuses.find((one) => one === event.currentTarget.value);
            onChange({ civilStatus: chosen ?? null });
          }}
        />
        <NativeSelect
          label={t('form.literacy')}
          data={[noAnswer, ...choicesOf(literacies, 'literacies', labels.label)]}
          value={draft.literacy ?? ''}
          onChange={(event) => {
            const chosen = literacies.find((one) => one === event.currentTarget.value);
            onChange({ literacy: chosen ?? null });
          }}
        />
      </div>
      <PartialDateField
        legend={t('form.enteredItaly')}
        hint={t('form.enteredItalyHint')}
        value={draft.enteredItaly}
        error={problems.enteredItaly && t(`common:dates.${problems.enteredItaly}`)}
        onChange={(enteredItaly) => onChange({ enteredItaly })}
      />
      <FiscalCodeField draft={draft} personId={personId} onChange={onChange} />
      <NoteField draft={draft} onChange={onChange} />
    </Stack>
  );
}
