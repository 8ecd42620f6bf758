import { Radio, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '#api/follow-ups.ts';
import { type FollowUpDetails, followUpAnswers } from '#domain/programmes/follow-up.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface FollowUpDialogProps {
  personId: string;
  enrolmentId: string;
  followUp: FollowUp;
  onClose: () => void;
}

/** What somebody said some months later; all but the day and whether they answered may stay empty. */
export function FollowUpDialog(props: FollowUpDialogProps) {
  const { personId, enrolmentId, followUp, onClose } = props;
  const { t } = useTranslation('follow-ups');
  const { label, choices } = useLabels();
  const { today } = useSession();
  const { since, months, details } = followUp;
  const { values, change, kept, forget } = useKeptForm<Partial<FollowUpDetails>>({
    form: 'followUp',
    subjectId: `${enrolmentId}:${since}:${months}`,
    personId,
    start: details ?? { askedOn: today },
  });
  const { askedOn, answer, isStillThere, employment, note } = values;
  const close = () => {
    forget();
    onClose();
  };
  const wanted: FollowUpDetails | undefined =
    askedOn !== undefined && answer !== undefined
      ? {
          askedOn,
          answer,
          ...(isStillThere === undefined ? {} : { isStillThere }),
          ...(employment === undefined ? {} : { employment }),
          ...(note?.trim() ? { note } : {}),
        }
      : undefined;
  const record = useMutation({
    mutationFn: (given: FollowUpDetails) =>
      vault.followUps.record({ enrolmentId, since, months, details: given }),
    onSuccess: () => {
      notifyDone(t('recorded'));
      close();
    },
  });
  return (
    <FormDialog
      title={t(`since.${since}`, { count: months })}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => wanted && record.mutate(wanted)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={wanted !== undefined}
      kept={kept}
    >
      <DateField
        label={t('askedOnLabel')}
        required
        value={askedOn}
        onChange={(day) => change({ askedOn: day })}
      />
      <Radio.Group
        label={t('answer')}
        required
        value={answer ?? ''}
        onChange={(chosen) => change({ answer: followUpAnswers.find((one) => one === chosen) })}
      >
        <Stack gap="xs" mt="xs">
          {followUpAnswers.map((one) => (
            <Radio key={one} value={one} label={label('followUpAnswers', one)} />
          ))}
        </Stack>
      </Radio.Group>
      {answer === 'answered' && (
        <>
          <Select
            label={t('stillThereLabel')}
            clearable
            data={[
              { value: 'yes', label: t('stillThere') },
              { value: 'no', label: t('elsewhere') },
            ]}
            value={isStillThere === undefined ? null : isStillThere ? 'yes' : 'no'}
            onChange={(chosen) =>
              change({ isStillThere: chosen === null ? undefined : chosen === 'yes' })
            }
          />
          <Select
            label={t('employment')}
            clearable
            searchable
            data={choices('employmentStatuses')}
            value={employment ?? null}
            onChange={(chosen) => change({ employment: chosen ?? undefined })}
          />
        </>
      )}
      <LongTextField
        label={t('note')}
        maxLength={600}
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </FormDialog>
  );
}
