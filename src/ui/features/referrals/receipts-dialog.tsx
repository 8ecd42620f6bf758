import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';

/** The two receipts that make certified mail as good as a registered letter. */
export function ReceiptsDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const { id, revision } = referral;
  const [acceptedOn, setAcceptedOn] = useState(referral.pecAcceptedOn);
  const [deliveredOn, setDeliveredOn] = useState(referral.pecDeliveredOn);
  const save = useMutation({
    mutationFn: () => vault.referrals.recordReceipts({ id, revision, acceptedOn, deliveredOn }),
    onSuccess: () => {
      notifyDone(t('receiptsSaved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('actions.receipts')}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
    >
      <Text c="dimmed">{t('receiptsHint')}</Text>
      <div className={formClasses.two}>
        <DateField label={t('fields.pecAcceptedOn')} value={acceptedOn} onChange={setAcceptedOn} />
        <DateField
          label={t('fields.pecDeliveredOn')}
          value={deliveredOn}
          onChange={setDeliveredOn}
        />
      </div>
    </FormDialog>
  );
}
