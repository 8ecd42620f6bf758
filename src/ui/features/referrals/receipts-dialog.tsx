import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import formClasses from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';

/** The two receipts that make certified mail as good as a registered letter. */
export function ReceiptsDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation(['referrals', 'common']);
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
    <Modal
      opened
      onClose={onClose}
      title={t('actions.receipts')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{t('receiptsHint')}</Text>
          <div className={formClasses.two}>
            <DateField
              label={t('fields.pecAcceptedOn')}
              value={acceptedOn}
              onChange={setAcceptedOn}
            />
            <DateField
              label={t('fields.pecDeliveredOn')}
              value={deliveredOn}
              onChange={setDeliveredOn}
            />
          </div>
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
