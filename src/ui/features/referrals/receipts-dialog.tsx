import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

/** The two receipts that make certified mail as good as a registered letter. */
export function ReceiptsDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const { id, revision } = referral;
  const { values, change, kept, forget } = useKeptForm({
    form: 'referralStep',
    subjectId: `${id}:receipts`,
    personId: referral.personId,
    start: { acceptedOn: referral.pecAcceptedOn, deliveredOn: referral.pecDeliveredOn },
    basis: revision,
  });
  const { acceptedOn, deliveredOn } = values;
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: () => vault.referrals.recordReceipts({ id, revision, acceptedOn, deliveredOn }),
    onSuccess: () => {
      notifyDone(t('receiptsSaved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('actions.receipts')}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      kept={kept}
    >
      <Text c="dimmed">{t('receiptsHint')}</Text>
      <div className={formClasses.two}>
        <DateField
          label={t('fields.pecAcceptedOn')}
          value={acceptedOn}
          onChange={(day) => change({ acceptedOn: day })}
        />
        <DateField
          label={t('fields.pecDeliveredOn')}
          value={deliveredOn}
          onChange={(day) => change({ deliveredOn: day })}
        />
      </div>
    </FormDialog>
  );
}
