import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import type { StepTarget } from '#domain/referrals/referral-step.ts';
import { useSession } from '#ui/app/session.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
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
  const [draft, setDraft] = useState<StepDraft>({ to: targets[0], on: today });
  const record = useRecordStep(referral, { isQuiet: true, onDone: onClose });
  const step = toStep(draft);
  const change = (part: Partial<StepDraft>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (step) record.mutate(step);
        }}
      >
        <Stack gap="md">
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
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={record.isPending} disabled={!step}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
