import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/casework.ts';
import { useSession } from '#ui/app/session.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import classes from './letter-dialog.module.css';
import { type LetterDraft, withTemplate } from './letter-draft.ts';
import { OrganisationField } from './organisation-field.tsx';

interface LetterFieldsProps {
  draft: LetterDraft;
  templates: LetterTemplateSummary[];
  onReplace: (draft: LetterDraft) => void;
  onChange: (part: Partial<LetterDraft>) => void;
  onOffice: (organisationId: string | null) => void;
}

export function LetterFields(props: LetterFieldsProps) {
  const { draft, templates, onReplace, onOffice } = props;
  const { t } = useTranslation(['casework', 'common']);
  const { today } = useSession();
  return (
    <Stack gap="md">
      <Select
        label={t('letters.template')}
        placeholder={t('letters.templateHint')}
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
          <OrganisationField
            key={draft.template.code}
            label={t('letters.office')}
            description={t('letters.officeHint')}
            kinds={draft.template.organisationKinds}
            value={draft.organisationId}
            onChange={onOffice}
          />
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
  const { t } = useTranslation(['casework', 'vocabularies']);
  return (
    <>
      <fieldset className={classes.facts}>
        <legend>{t('letters.facts')}</legend>
        <p className={classes.factsHint}>{t('letters.factsHint')}</p>
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
        label={t('letters.situation')}
        description={t('letters.situationHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1500}
        value={draft.situation}
        onChange={(event) => onChange({ situation: event.currentTarget.value })}
      />
      <Textarea
        label={t('letters.request')}
        description={t('letters.requestHint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={1500}
        value={draft.request}
        onChange={(event) => onChange({ request: event.currentTarget.value })}
      />
      <Textarea
        label={t('letters.attachments')}
        description={t('letters.attachmentsHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.attachments}
        onChange={(event) => onChange({ attachments: event.currentTarget.value })}
      />
      <div className={gridClasses.two}>
        <TextInput
          label={t('letters.signedBy')}
          required
          maxLength={120}
          value={draft.signedBy}
          onChange={(event) => onChange({ signedBy: event.currentTarget.value })}
        />
        <DateField
          label={t('letters.replyByField')}
          value={draft.replyBy}
          onChange={(replyBy) => onChange({ replyBy })}
        />
      </div>
      <TextInput
        label={t('letters.contactHours')}
        placeholder={t('letters.contactHoursPlaceholder')}
        maxLength={160}
        value={draft.contactHours}
        onChange={(event) => onChange({ contactHours: event.currentTarget.value })}
      />
    </>
  );
}
