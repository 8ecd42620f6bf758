import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import type { StepTarget } from '#domain/referrals/referral-step.ts';
import { useSession } from '#ui/app/session.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { type StepDraft, toStep } from './step-draft.ts';
import { StepFields } from './step-fields.tsx';
import { useRecordStep } from './use-record-step.ts';

interface StepDialogProps {
  referral: Referral;
  title: string;
  /** The states to choose from; the first is proposed. */
  targets: readonly [StepTarget, ...StepTarget[]];
  onClose: () => void;
}

/** What happened, when, and what has to be said with it. */
export function StepDialog({ referral, title, targets, onClose }: StepDialogProps) {
  const { t } = useTranslation(['referrals', 'vocabularies', 'common']);
  const { today } = useSession();
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<StepDraft>({
    form: 'referralStep',
    subjectId: `${targets[0]}:${referral.id}`,
    personId: referral.personId,
    basis: referral.revision,
    start: { to: targets[0], on: today },
  });
  const done = () => {
    forget();
    onClose();
  };
  const record = useRecordStep(referral, { isQuiet: true, onDone: done });
  const step = toStep(draft);
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onCancel={done}
      onSubmit={() => step && record.mutate(step)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={step !== undefined}
      kept={kept}
    >
      {targets.length > 1 && (
        <Radio.Group
          label={t('step.what')}
          value={draft.to}
          onChange={(value) => {
            const to = targets.find((one) => one === value);
            if (to) change({ to });
          }}
        >
          <Stack gap="xs" mt="xs">
            {targets.map((to, index) => (
              <Radio
                key={to}
                value={to}
                data-autofocus={index === 0 || undefined}
                label={t(`step.choices.${to}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <StepFields draft={draft} onChange={change} />
    </FormDialog>
  );
}
