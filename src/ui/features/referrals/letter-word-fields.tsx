import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/letters.ts';
import { replyByFor, urgencies } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import gridClasses from '#ui/components/form-grid.module.css';
import { LineField, LinesField } from '#ui/components/text-fields.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { LetterDraft } from './letter-draft.ts';

interface LetterWordFieldsProps {
  draft: LetterDraft;
  template: LetterTemplateSummary;
  onChange: (part: Partial<LetterDraft>) => void;
}

/** Twelve lines of a hundred and sixty, as many as a letter may list. */
const LONGEST_ENCLOSURES = 12 * 161;

export function LetterWordFields({ draft, template, onChange }: LetterWordFieldsProps) {
  const { t } = useTranslation('letters');
  return (
    <>
      <LinesField
        label={t('situation')}
        description={t('situationHint')}
        minRows={3}
        maxRows={10}
        maxLength={1500}
        value={draft.situation}
        onText={(situation) => onChange({ situation })}
      />
      <LinesField
        label={t('request')}
        description={t('requestHint')}
        minRows={3}
        maxRows={12}
        maxLength={1500}
        value={draft.request}
        onText={(request) => onChange({ request })}
      />
      {template.recipient === 'organisation' && (
        <LinesField
          label={t('attachments')}
          description={t('attachmentsHint')}
          minRows={2}
          maxRows={8}
          maxLength={LONGEST_ENCLOSURES}
          value={draft.attachments}
          onText={(attachments) => onChange({ attachments })}
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
      <LineField
        label={t('signedBy')}
        required
        maxLength={120}
        value={draft.signedBy}
        onText={(signedBy) => onChange({ signedBy })}
      />
      <LineField
        label={t('contactHours')}
        placeholder={t('contactHoursPlaceholder')}
        maxLength={160}
        value={draft.contactHours}
        onText={(contactHours) => onChange({ contactHours })}
      />
    </div>
  );
}
