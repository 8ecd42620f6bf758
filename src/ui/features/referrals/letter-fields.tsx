import { Checkbox, NativeSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/referrals.ts';
import { replyByFor, urgencies } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import classes from './letter-dialog.module.css';
import { type LetterDraft, withTemplate } from './letter-draft.ts';

interface LetterFieldsProps {
  draft: LetterDraft;
  templates: LetterTemplateSummary[];
  onReplace: (draft: LetterDraft) => void;
  onChange: (part: Partial<LetterDraft>) => void;
  /** The office was chosen before. */
  hasSettledOffice: boolean;
  onOffice: (organisationId: string | null) => void;
}

export function LetterFields(props: LetterFieldsProps) {
  const { draft, templates, onReplace, onOffice } = props;
  const { t } = useTranslation(['letters', 'common']);
  const { today } = useSession();
  return (
    <Stack gap="md">
      <Select
        label={t('template')}
        placeholder={t('templateHint')}
        searchable
        data-autofocus
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={templates.map((one) => ({ value: one.code, label: one.title }))}
        value={draft.template?.code ?? null}
        onChange={(code) => {
          const template = templates.find((one) => one.code === code);
          if (template) onReplace(withTemplate(draft, template, today));
        }}
      />
      {draft.template && (
        <>
          {!props.hasSettledOffice && (
            <OrganisationField
              key={draft.template.code}
              label={t('office')}
              description={t('officeHint')}
              kinds={draft.template.organisationKinds}
              value={draft.organisationId}
              onChange={onOffice}
            />
          )}
          <LetterWords {...props} template={draft.template} />
        </>
      )}
    </Stack>
  );
}

interface LetterWordsProps extends LetterFieldsProps {
  template: LetterTemplateSummary;
}

function LetterWords({ draft, template, onChange }: LetterWordsProps) {
  const { today } = useSession();
  const { label } = useLabels();
  const { t } = useTranslation(['letters', 'vocabularies']);
  return (
    <>
      <fieldset className={classes.facts}>
        <legend>{t('facts')}</legend>
        <p className={classes.factsHint}>{t('factsHint')}</p>
        {template.allowedFacts.map((fact) => (
          <Checkbox
            key={fact}
            label={t(`vocabularies:letterFacts.${fact}`)}
            checked={draft.facts.includes(fact)}
            onChange={(event) =>
              onChange({
                facts: event.currentTarget.checked
                  ? [...draft.facts, fact]
                  : draft.facts.filter((one) => one !== fact),
              })
            }
          />
        ))}
      </fieldset>
      <Textarea
        label={t('situation')}
        description={t('situationHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1500}
        value={draft.situation}
        onChange={(event) => onChange({ situation: event.currentTarget.value })}
      />
      <Textarea
        label={t('request')}
        description={t('requestHint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={1500}
        value={draft.request}
        onChange={(event) => onChange({ request: event.currentTarget.value })}
      />
      <Textarea
        label={t('attachments')}
        description={t('attachmentsHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.attachments}
        onChange={(event) => onChange({ attachments: event.currentTarget.value })}
      />
      <div className={gridClasses.two}>
        <NativeSelect
          label={t('urgency')}
          data={choicesOf(urgencies, 'urgencies', label)}
          value={draft.urgency}
          onChange={(event) => {
            const urgency = urgencies.find((one) => one === event.currentTarget.value) ?? 'normal';
            const replyBy = replyByFor(urgency, today, template.replyWithinDays);
            onChange({ urgency, replyBy });
          }}
        />
        <DateField
          label={t('replyByField')}
          value={draft.replyBy}
          onChange={(replyBy) => onChange({ replyBy })}
        />
        <TextInput
          label={t('signedBy')}
          required
          maxLength={120}
          value={draft.signedBy}
          onChange={(event) => onChange({ signedBy: event.currentTarget.value })}
        />
        <TextInput
          label={t('contactHours')}
          placeholder={t('contactHoursPlaceholder')}
          maxLength={160}
          value={draft.contactHours}
          onChange={(event) => onChange({ contactHours: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
