import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FileToReview } from '#api/retention.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

/** Longer than the period, with a reason somebody can check, and a day on which it is asked again. */
export function KeepDialog({ file, onClose }: { file: FileToReview; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { today } = useSession();
  const { values, change, kept, forget } = useKeptForm<{ reason: string; keepUntil?: string }>({
    form: 'fileDecision',
    subjectId: `${file.personId}:keep`,
    personId: file.personId,
    start: { reason: '', keepUntil: addMonths(today, 12) },
  });
  const { reason, keepUntil } = values;
  const close = () => {
    forget();
    onClose();
  };
  const keep = useMutation({
    mutationFn: (until: string) =>
      vault.retention.record({ personId: file.personId, keepUntil: until, reason }),
    onSuccess: () => {
      notifyDone(t('review.kept'));
      close();
    },
  });
  return (
    <FormDialog
      title={
        <>
          {t('review.keep')}: <NameText>{file.listedName}</NameText>
        </>
      }
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => keepUntil && keep.mutate(keepUntil)}
      error={keep.error}
      isSaving={keep.isPending}
      isComplete={reason.trim() !== '' && keepUntil !== undefined}
    >
      <LongTextField
        label={t('review.reason')}
        description={t('review.reasonHint')}
        required
        maxLength={600}
        value={reason}
        onChange={(typed) => change({ reason: typed })}
      />
      <DateField
        label={t('review.keepUntil')}
        required
        value={keepUntil}
        onChange={(day) => change({ keepUntil: day })}
      />
    </FormDialog>
  );
}
