import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LockButton } from '#ui/app/lock-button.tsx';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { DoorLayout } from './door-layout.tsx';
import { RecoveryKeySteps } from './recovery-key.tsx';

/** Stands in front of a register whose recovery key nobody ever confirmed. */
export function RecoveryPending() {
  const { t } = useTranslation('vault');
  const { user } = useSession();
  const queryClient = useQueryClient();
  const renew = useMutation({ mutationFn: () => vault.vault.renewRecoveryKey({}) });
  if (renew.data) {
    return (
      <DoorLayout>
        <RecoveryKeySteps
          recoveryKey={renew.data.recoveryKey}
          onConfirmed={() => void queryClient.invalidateQueries({ queryKey: ['vault'] })}
        />
      </DoorLayout>
    );
  }
  return (
    <DoorLayout>
      <PageHeading lead={t('pending.lead')}>{t('pending.title')}</PageHeading>
      <ErrorNotice error={renew.error} />
      {user.role === 'coordinator' ? (
        <Button size="md" mt="md" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('pending.create')}
        </Button>
      ) : (
        <>
          <Alert color="terracotta" mb="md">
            {t('pending.notCoordinator')}
          </Alert>
          <LockButton />
        </>
      )}
    </DoorLayout>
  );
}
