import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
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

/** Longer than the period, with a reason somebody can check, and a day on which it is asked again. */
export function KeepDialog({ file, onClose }: { file: FileToReview; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { today } = useSession();
  const [reason, setReason] = useState('');
  const [keepUntil, setKeepUntil] = useState<string | undefined>(addMonths(today, 12));
  const keep = useMutation({
    mutationFn: (until: string) =>
      vault.retention.record({ personId: file.personId, keepUntil: until, reason }),
    onSuccess: () => {
      notifyDone(t('review.kept'));
      onClose();
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
        onChange={setReason}
      />
      <DateField label={t('review.keepUntil')} required value={keepUntil} onChange={setKeepUntil} />
    </FormDialog>
  );
}
