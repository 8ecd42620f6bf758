import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { referralWays } from '#domain/referrals/referral.ts';
import { DateField } from '#ui/components/date-field.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import classes from './referrals.module.css';
import { hasField, needsField, type StepDraft } from './step-draft.ts';

interface StepFieldsProps {
  draft: StepDraft;
  onChange: (part: Partial<StepDraft>) => void;
}

const feedbackLevels = ['1', '2', '3', '4', '5'] as const;

/** The fields of one step: what matters in front, the rest folded. */
export function StepFields({ draft, onChange }: StepFieldsProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const labels = useLabels();
  const choose = { value: '', label: t('common:forms.chooseOne') };
  return (
    <>
      {hasField(draft, 'declineReason') && (
        <NativeSelect
          label={t('fields.declineReason')}
          required
          data={[choose, ...labels.choices('declineReasons')]}
          value={draft.declineReason ?? ''}
          onChange={(event) => onChange({ declineReason: event.currentTarget.value || undefined })}
        />
      )}
      {hasField(draft, 'outcome') && (
        <NativeSelect
          label={t('fields.outcome')}
          required
          data-autofocus
          data={[choose, ...labels.choices('referralOutcomes')]}
          value={draft.outcome ?? ''}
          onChange={(event) => onChange({ outcome: event.currentTarget.value || undefined })}
        />
      )}
      <div className={formClasses.two}>
        <DateField label={t('fields.on')} value={draft.on} onChange={(on) => onChange({ on })} />
        {hasField(draft, 'waitingUntil') && (
          <DateField
            label={t('fields.waitingUntil')}
            description={t('fields.waitingUntilHint')}
            value={draft.waitingUntil}
            onChange={(waitingUntil) => onChange({ waitingUntil })}
          />
        )}
        {needsField(draft, 'way') && <WayField draft={draft} onChange={onChange} />}
      </div>
      {hasField(draft, 'nextStep') && (
        <TextInput
          label={t('fields.nextStep')}
          description={t('fields.nextStepHint')}
          maxLength={300}
          value={draft.nextStep ?? ''}
          onChange={(event) => onChange({ nextStep: event.currentTarget.value || undefined })}
        />
      )}
      <details className={classes.more}>
        <summary>{t('step.more')}</summary>
        <Stack gap="md" mt="md">
          <FoldedFields draft={draft} onChange={onChange} />
        </Stack>
      </details>
    </>
  );
}

function WayField({ draft, onChange }: StepFieldsProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const { label } = useLabels();
  const isReply = draft.to !== 'sent';
  return (
    <NativeSelect
      label={t(isReply ? 'fields.replyWay' : 'fields.way')}
      required={!isReply}
      data={[
        { value: '', label: t('common:forms.chooseOne') },
        ...choicesOf(referralWays, 'referralWays', label),
      ]}
      value={draft.way ?? ''}
      onChange={(event) =>
        onChange({ way: referralWays.find((way) => way === event.currentTarget.value) })
      }
    />
  );
}

function FoldedFields({ draft, onChange }: StepFieldsProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const { label } = useLabels();
  return (
    <>
      <div className={formClasses.two}>
        {hasField(draft, 'answeredBy') && (
          <TextInput
            label={t('fields.answeredBy')}
            maxLength={160}
            value={draft.answeredBy ?? ''}
            onChange={(event) => onChange({ answeredBy: event.currentTarget.value || undefined })}
          />
        )}
        {hasField(draft, 'way') && !needsField(draft, 'way') && (
          <WayField draft={draft} onChange={onChange} />
        )}
        {hasField(draft, 'theirProtocol') && (
          <TextInput
            label={t('fields.theirProtocol')}
            maxLength={60}
            value={draft.theirProtocol ?? ''}
            onChange={(event) =>
              onChange({ theirProtocol: event.currentTarget.value || undefined })
            }
          />
        )}
        {hasField(draft, 'feedback') && (
          <NativeSelect
            label={t('fields.feedback')}
            data={[
              { value: '', label: t('fields.feedbackNotAsked') },
              ...choicesOf(feedbackLevels, 'referralFeedback', label),
            ]}
            value={String(draft.feedback ?? '')}
            onChange={(event) =>
              onChange({ feedback: Number(event.currentTarget.value) || undefined })
            }
          />
        )}
      </div>
      <LongTextField
        label={t('fields.note')}
        maxLength={600}
        value={draft.note}
        onChange={(note) => onChange({ note: note || undefined })}
      />
    </>
  );
}
