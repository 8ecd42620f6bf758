import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/letters.ts';
import { replyByFor, urgencies } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { LetterDraft } from './letter-draft.ts';

interface LetterWordFieldsProps {
  draft: LetterDraft;
  template: LetterTemplateSummary;
  onChange: (part: Partial<LetterDraft>) => void;
}

export function LetterWordFields({ draft, template, onChange }: LetterWordFieldsProps) {
  const { t } = useTranslation('letters');
  return (
    <>
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
      {template.recipient === 'organisation' && (
        <Textarea
          label={t('attachments')}
          description={t('attachmentsHint')}
          autosize
          minRows={2}
          maxRows={8}
          value={draft.attachments}
          onChange={(event) => onChange({ attachments: event.currentTarget.value })}
        />
      )}
      <EndFields draft={draft} template={template} onChange={onChange} />
    </>
  );
}

function EndFields({ draft, template, onChange }: LetterWordFieldsProps) {
  const { today } = useSession();
  const { label } = useLabels();
  const { t } = useTranslation(['letters', 'vocabularies']);
  return (
    <div className={gridClasses.two}>
      {template.recipient === 'organisation' && (
        <>
          <NativeSelect
            label={t('urgency')}
            data={choicesOf(urgencies, 'urgencies', label)}
            value={draft.urgency}
            onChange={(event) => {
              const urgency =
                urgencies.find((one) => one === event.currentTarget.value) ?? 'normal';
              const replyBy = replyByFor(urgency, today, template.replyWithinDays);
              onChange({ urgency, replyBy });
            }}
          />
          <DateField
            label={t('replyByField')}
            value={draft.replyBy}
            onChange={(replyBy) => onChange({ replyBy })}
          />
        </>
      )}
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
  );
}
