import { Button, Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PersonDetails, sexes } from '#domain/people/person.ts';
import { useSession } from '#ui/app/session.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { focusFirstProblem } from '#ui/components/focus-first-problem.ts';
import { Panel } from '#ui/components/panel.tsx';
import { PartialDateField } from '#ui/components/partial-date-field.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { SimilarPanel } from '../duplicates/similar-panel.tsx';
import { ContactField } from './contact-field.tsx';
import { FurtherFields } from './further-fields.tsx';
import { LanguagesField } from './languages-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { NamesField } from './names-field.tsx';
import {
  type DraftProblems,
  type PersonDraft,
  problemsOf,
  toPersonDetails,
  toPersonDraft,
} from './person-draft.ts';

interface PersonFormProps {
  /** Absent while somebody is being registered: then only what is asked at the door is shown. */
  details: PersonDetails | undefined;
  /** Whose data are changed, and which state of them; nobody's for a new person. */
  changing?: { personId: string; revision: number };
  submitLabel: string;
  isSaving: boolean;
  error: unknown;
  onSubmit: (details: PersonDetails) => void;
  onCancel: () => void;
}

export function PersonForm(props: PersonFormProps) {
  const { t } = useTranslation(['people', 'common']);
  const labels = useLabels();
  const { today } = useSession();
  const isNew = props.details === undefined;
  const [start] = useState(() => toPersonDraft(props.details));
  const [draft, setDraft] = useState(start);
  const [wasSent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems: DraftProblems = wasSent ? problemsOf(draft, today) : {};
  const kept = useDraft({
    form: 'person',
    subjectId: props.changing?.personId ?? 'new',
    personId: props.changing?.personId,
    basis: props.changing?.revision,
    start,
    values: draft,
    restore: setDraft,
  });
  const change = (part: Partial<PersonDraft>) => setDraft((now) => ({ ...now, ...part }));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start);

  const submit = () => {
    setSent(true);
    if (Object.keys(problemsOf(draft, today)).length === 0) props.onSubmit(toPersonDetails(draft));
    else focusFirstProblem(form.current);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UnsavedGuard isDirty={isDirty && !props.isSaving} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <Stack gap="lg">
          <Panel title={t('form.essentials')}>
            <Stack gap="lg">
              <NamesField
                names={draft.names}
                isMissing={problems.names ?? false}
                asksOrigin={!isNew}
                onChange={(names) => change({ names })}
              />
              {isNew && <SimilarPanel typed={toPersonDetails(draft)} />}
              <PartialDateField
                legend={t('form.birth')}
                hint={t('form.birthHint')}
                ageOn={today}
                value={draft.birth}
                error={problems.birth && t(`common:dates.${problems.birth}`)}
                onChange={(birth) => change({ birth })}
              />
              <div role="radiogroup" aria-label={t('form.sex')}>
                <Text fw={500} size="sm" mb={4} aria-hidden>
                  {t('form.sex')}
                </Text>
                <SegmentedControl
                  data={choicesOf(sexes, 'sexes', labels.label)}
                  value={draft.sex}
                  onChange={(value) => {
                    const sex = sexes.find((one) => one === value);
                    if (sex) change({ sex });
                  }}
                />
              </div>
              <MultiSelect
                label={t('form.nationalities')}
                description={
                  draft.nationalities.length > 1 ? t('form.nationalitiesHint') : undefined
                }
                searchable
                limit={40}
                maxValues={5}
                hidePickedOptions
                nothingFoundMessage={t('common:forms.nothingFound')}
                data={labels.countries}
                value={draft.nationalities}
                onChange={(nationalities) => change({ nationalities })}
              />
              <LanguagesField
                languages={draft.languages}
                onChange={(languages) => change({ languages })}
              />
              {isNew && <ContactField draft={draft} onChange={change} />}
            </Stack>
          </Panel>
          {isNew ? (
            <MoreFields draft={draft} onChange={change} />
          ) : (
            <Panel title={t('form.furtherDetails')}>
              <FurtherFields
                draft={draft}
                personId={props.changing?.personId}
                problems={problems}
                onChange={change}
              />
            </Panel>
          )}
          <ErrorNotice error={props.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onCancel}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={props.isSaving}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </DraftOffer>
    </form>
  );
}
