import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

export function ReopenDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const { id, revision, personId } = referral;
  const { values, change, kept, forget } = useKeptForm({
    form: 'referralStep',
    subjectId: `reopen:${id}`,
    personId,
    start: { note: '' },
  });
  const { note } = values;
  const done = () => {
    forget();
    onClose();
  };
  const reopen = useMutation({
    mutationFn: () => vault.referrals.reopen({ id, revision, ...(note.trim() ? { note } : {}) }),
    onSuccess: () => {
      notifyDone(t('reopened'));
      done();
    },
  });
  return (
    <FormDialog
      title={t('reopenTitle')}
      onClose={onClose}
      onCancel={done}
      onSubmit={() => reopen.mutate()}
      error={reopen.error}
      isSaving={reopen.isPending}
      saveLabel={t('actions.reopen')}
      kept={kept}
    >
      <Text>{t('reopenText')}</Text>
      <LongTextField
        data-autofocus
        label={t('fields.note')}
        maxLength={600}
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </FormDialog>
  );
}
