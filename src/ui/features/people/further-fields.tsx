import { NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  arrivalWays,
  civilStatuses,
  doors,
  interpreterWishes,
  literacies,
} from '#domain/people/person.ts';
import grid from '#ui/components/form-grid.module.css';
import { PartialDateField } from '#ui/components/partial-date-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { FiscalCodeField } from './fiscal-code-field.tsx';
import { NoteField, RequestField } from './note-field.tsx';
import type { DraftProblems, PersonDraft } from './person-draft.ts';

type ChosenName = 'civilStatus' | 'literacy' | 'interpreterWish' | 'arrivalWay' | 'cameThrough';

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
  const text = (name: 'birthPlace' | 'gender' | 'pronoun' | 'sentBy', maxLength: number) => (
    <TextInput
      label={t(`form.${name}`)}
      dir="auto"
      maxLength={maxLength}
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  /** One of a short closed list, or no answer. */
  const choice = (name: ChosenName, codes: readonly string[], list: string) => (
    <NativeSelect
      label={t(`form.${name}`)}
      data={[noAnswer, ...choicesOf(codes, list, labels.label)]}
      value={draft[name] ?? ''}
      onChange={(event) => {
        const chosen = codes.find((one) => one === event.currentTarget.value);
        onChange({ [name]: chosen ?? null });
      }}
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
        {choice('civilStatus', civilStatuses, 'civilStatuses')}
        {choice('literacy', literacies, 'literacies')}
        {choice('interpreterWish', interpreterWishes, 'interpreterWishes')}
      </div>
      <PartialDateField
        legend={t('form.enteredItaly')}
        hint={t('form.enteredItalyHint')}
        value={draft.enteredItaly}
        error={problems.enteredItaly && t(`common:dates.${problems.enteredItaly}`)}
        onChange={(enteredItaly) => onChange({ enteredItaly })}
      />
      <div className={grid.two}>
        {choice('arrivalWay', arrivalWays, 'arrivalWays')}
        {choice('cameThrough', doors, 'doors')}
        {text('sentBy', 160)}
      </div>
      <RequestField draft={draft} onChange={onChange} />
      <FiscalCodeField draft={draft} personId={personId} onChange={onChange} />
      <NoteField draft={draft} onChange={onChange} />
    </Stack>
  );
}
