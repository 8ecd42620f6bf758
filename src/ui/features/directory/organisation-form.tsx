import { Checkbox, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { focusFirstProblem } from '#ui/components/focus-first-problem.ts';
import { FormButtons } from '#ui/components/form-buttons.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ContactsFields } from './contacts-fields.tsx';
import { HoursFields } from './hours-fields.tsx';
import {
  draftOf,
  lineFields,
  type OrganisationDraft,
  problemsOf,
  toOrganisationInput,
} from './organisation-draft.ts';

interface OrganisationFormProps {
  organisation: Organisation | undefined;
  error: unknown;
  isSaving: boolean;
  isSaved: boolean;
  onSave: (input: OrganisationInput & { isVerified: boolean }) => void;
  onCancel: () => void;
}

export interface SectionProps {
  draft: OrganisationDraft;
  problems: Set<string>;
  onChange: (part: Partial<OrganisationDraft>) => void;
}

/** The page has more fields than the dialog of the same form: each keeps its own words. */
export const organisationSubject = (id: string | undefined) => id ?? 'page';

export function OrganisationForm(props: OrganisationFormProps) {
  const { t } = useTranslation(['directory', 'common']);
  const form = useRef<HTMLFormElement>(null);
  const [start] = useState(() => draftOf(props.organisation));
  const {
    values: draft,
    change,
    kept,
  } = useKeptForm({
    form: 'organisation',
    subjectId: organisationSubject(props.organisation?.id),
    basis: props.organisation?.revision,
    start,
  });
  const [wasTried, setTried] = useState(false);
  const input = toOrganisationInput(draft);
  const found = problemsOf(input);
  const section: SectionProps = {
    draft,
    problems: wasTried ? found : new Set(),
    onChange: change,
  };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (found.size === 0) props.onSave({ ...input, isVerified: draft.isVerified });
        else focusFirstProblem(form.current);
      }}
    >
      <UnsavedGuard isDirty={isDirty && !props.isSaving && !props.isSaved} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <Stack gap="lg">
          <Panel title={t('form.who')}>
            <WhoFields {...section} />
          </Panel>
          <Panel title={t('form.what')} hint={t('form.whatHint')}>
            <WhatFields {...section} />
          </Panel>
          <Panel title={t('form.contacts')} hint={t('form.contactsHint')}>
            <ContactsFields {...section} />
          </Panel>
          <Panel>
            <NoteField {...section} />
          </Panel>
          <Checkbox
            label={t('form.isVerified')}
            description={t('form.isVerifiedHint')}
            checked={draft.isVerified}
            onChange={(event) => section.onChange({ isVerified: event.currentTarget.checked })}
          />
          <ErrorNotice error={props.error} />
          <FormButtons onCancel={props.onCancel} isSaving={props.isSaving} />
        </Stack>
      </DraftOffer>
    </form>
  );
}

function WhoFields({ draft, problems, onChange }: SectionProps) {
  const { t } = useTranslation(['directory', 'common']);
  const labels = useLabels();
  return (
    <div className={formClasses.two}>
      <Select
        label={t('fields.kind')}
        placeholder={t('common:forms.chooseOne')}
        required
        searchable
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={labels.choices('organisationKinds')}
        value={draft.kind}
        error={problems.has('kind') ? t('common:forms.required') : undefined}
        onChange={(kind) => onChange({ kind })}
      />
      {lineFields.map((field) => (
        <TextInput
          key={field}
          label={t(`fields.${field}`)}
          required={field === 'name'}
          dir={field === 'email' || field === 'pec' ? 'ltr' : 'auto'}
          autoComplete="off"
          maxLength={160}
          value={draft[field]}
          error={problems.has(field) ? t('common:forms.required') : undefined}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      <LongTextField
        className={formClasses.wide}
        label={t('fields.address')}
        description={t('fields.addressHint')}
        rows={[2, 4]}
        maxLength={300}
        value={draft.address}
        onChange={(address) => onChange({ address })}
      />
    </div>
  );
}

function WhatFields(props: SectionProps) {
  const { draft, onChange } = props;
  const { t } = useTranslation(['directory', 'common']);
  const labels = useLabels();
  const clear = { 'aria-label': t('common:actions.clear') };
  return (
    <Stack gap="md">
      <MultiSelect
        label={t('fields.services')}
        searchable
        clearable
        clearButtonProps={clear}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={labels.choices('serviceTypes')}
        value={draft.services}
        onChange={(services) => onChange({ services })}
      />
      <MultiSelect
        label={t('fields.languages')}
        searchable
        clearable
        clearButtonProps={clear}
        limit={40}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={labels.languages}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <HoursFields {...props} />
      <LongTextField
        label={t('fields.accessRules')}
        description={t('fields.accessRulesHint')}
        maxLength={600}
        value={draft.accessRules}
        onChange={(accessRules) => onChange({ accessRules })}
      />
    </Stack>
  );
}

function NoteField({ draft, onChange }: SectionProps) {
  const { t } = useTranslation('directory');
  return (
    <LongTextField
      label={t('fields.note')}
      description={t('fields.noteHint')}
      rows={[2, 8]}
      maxLength={1000}
      value={draft.note}
      onChange={(note) => onChange({ note })}
    />
  );
}
