import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { RecoveryKeySteps } from '../vault/recovery-key.tsx';

export function RecoveryPanel() {
  const { t } = useTranslation(['settings', 'vault']);
  const [isAsking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () => vault.vault.renewRecoveryKey({}),
    onSettled: () => setAsking(false),
  });
  return (
    <Panel title={t('recovery.title')} hint={t('recovery.hint')}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('recovery.renew')}
      </Button>
      <ErrorNotice error={renew.error} />
      <ConfirmDialog
        opened={isAsking}
        title={t('recovery.confirmTitle')}
        confirmLabel={t('recovery.renew')}
        isWorking={renew.isPending}
        onConfirm={() => renew.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('recovery.confirmText')}
      </ConfirmDialog>
      {renew.data && (
        // Left only by confirming: the old key no longer opens anything.
        <Modal
          opened
          onClose={() => undefined}
          withCloseButton={false}
          attributes={{ content: { 'aria-label': t('recovery.title') } }}
          closeOnEscape={false}
          closeOnClickOutside={false}
          size="lg"
        >
          <RecoveryKeySteps
            recoveryKey={renew.data.recoveryKey}
            onConfirmed={() => {
              renew.reset();
              notifyDone(t('vault:confirmed'));
            }}
          />
        </Modal>
      )}
    </Panel>
  );
}
