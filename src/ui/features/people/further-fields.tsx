import { NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  arrivalWays,
  civilStatuses,
  doors,
  interpreterWishes,
  literacies,
} from '#domain/people/person.ts';
import { urgencies } from '#domain/referrals/referral.ts';
import { Folded } from '#ui/components/folded.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { PartialDateField } from '#ui/components/partial-date-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { FiscalCodeField } from './fiscal-code-field.tsx';
import { NoteField, RequestField } from './note-field.tsx';
import type { DraftProblems, PersonDraft } from './person-draft.ts';

type ChosenName =
  | 'civilStatus'
  | 'literacy'
  | 'interpreterWish'
  | 'arrivalWay'
  | 'cameThrough'
  | 'urgency';

type CountryName = 'birthCountry' | 'originCountry' | 'firstEntryCountry';
type TextName = 'birthPlace' | 'gender' | 'pronoun' | 'sentBy' | 'firstEntryPlace';

interface FurtherFieldsProps {
  draft: PersonDraft;
  personId: string | undefined;
  problems: DraftProblems;
  onChange: (part: Partial<PersonDraft>) => void;
}

/** Fields of the same few kinds, each by its name. */
function useFieldsOf(draft: PersonDraft, onChange: FurtherFieldsProps['onChange']) {
  const { t } = useTranslation(['people', 'common']);
  const labels = useLabels();
  const noAnswer = { value: '', label: '' };
  return {
    text: (name: TextName, maxLength: number) => (
      <TextInput
        label={t(`form.${name}`)}
        dir="auto"
        maxLength={maxLength}
        autoComplete="off"
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    ),
    country: (name: CountryName) => (
      <Select
        label={t(`form.${name}`)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
        limit={40}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={labels.countries}
        value={draft[name]}
        onChange={(chosen) => onChange({ [name]: chosen })}
      />
    ),
    /** One of a short closed list, or no answer. */
    choice: (name: ChosenName, codes: readonly string[], list: string) => (
      <NativeSelect
        label={t(`form.${name}`)}
        data={[noAnswer, ...choicesOf(codes, list, labels.label)]}
        value={draft[name] ?? ''}
        onChange={(event) => {
          const chosen = codes.find((one) => one === event.currentTarget.value);
          onChange({ [name]: chosen ?? null });
        }}
      />
    ),
  };
}

/** What nobody asks at the door, and papers ask for later. */
export function FurtherFields({ draft, personId, problems, onChange }: FurtherFieldsProps) {
  const { t } = useTranslation('people');
  const { text, country, choice } = useFieldsOf(draft, onChange);
  return (
    <Stack gap="md">
      <div className={grid.two}>
        {country('birthCountry')}
        {text('birthPlace', 120)}
        {country('originCountry')}
        {choice('civilStatus', civilStatuses, 'civilStatuses')}
        {text('gender', 80)}
        {text('pronoun', 40)}
        {choice('literacy', literacies, 'literacies')}
        {choice('interpreterWish', interpreterWishes, 'interpreterWishes')}
        <TextInput
          label={t('form.dependants')}
          description={t('form.dependantsHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={2}
          value={draft.dependants}
          error={problems.dependants && t('form.dependantsTooMany')}
          onChange={(event) =>
            onChange({ dependants: event.currentTarget.value.replace(/\D/g, '') })
          }
        />
      </div>
      <JourneyFields draft={draft} problems={problems} onChange={onChange} />
      <div className={grid.two}>
        {choice('cameThrough', doors, 'doors')}
        {text('sentBy', 160)}
        {choice('urgency', urgencies, 'urgencies')}
      </div>
      <RequestField draft={draft} onChange={onChange} />
      <FiscalCodeField draft={draft} personId={personId} onChange={onChange} />
      <NoteField draft={draft} onChange={onChange} />
    </Stack>
  );
}

/** Behind one line until something of it is known: most desks never ask. */
function JourneyFields({ draft, problems, onChange }: Omit<FurtherFieldsProps, 'personId'>) {
  const { t } = useTranslation(['people', 'common']);
  const { text, country, choice } = useFieldsOf(draft, onChange);
  const { arrivalWay, firstEntryCountry, firstEntryPlace, route } = draft;
  const years = [draft.enteredItaly.year, draft.firstEntry.year];
  const isSaid = [arrivalWay, firstEntryCountry, firstEntryPlace, route, ...years].some(Boolean);
  return (
    <Folded label={t('form.journey')} startsOpen={isSaid}>
      <Stack gap="md">
        <PartialDateField
          legend={t('form.enteredItaly')}
          hint={t('form.enteredItalyHint')}
          value={draft.enteredItaly}
          error={problems.enteredItaly && t(`common:dates.${problems.enteredItaly}`)}
          onChange={(enteredItaly) => onChange({ enteredItaly })}
        />
        <div className={grid.two}>{choice('arrivalWay', arrivalWays, 'arrivalWays')}</div>
        <PartialDateField
          legend={t('form.firstEntry')}
          hint={t('form.firstEntryHint')}
          value={draft.firstEntry}
          error={problems.firstEntry && t(`common:dates.${problems.firstEntry}`)}
          onChange={(firstEntry) => onChange({ firstEntry })}
        />
        <div className={grid.two}>
          {country('firstEntryCountry')}
          {text('firstEntryPlace', 120)}
          <LongTextField
            className={grid.wide}
            label={t('form.route')}
            description={t('form.routeHint')}
            maxLength={400}
            value={draft.route}
            onChange={(words) => onChange({ route: words })}
          />
        </div>
      </Stack>
    </Folded>
  );
}
