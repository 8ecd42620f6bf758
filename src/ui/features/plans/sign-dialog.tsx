import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PlanMissing } from './plan-missing.tsx';

interface SignDialogProps {
  planId: string;
  missing: string[];
  onClose: () => void;
}

export function SignDialog({ planId, missing, onClose }: SignDialogProps) {
  const { t } = useTranslation(['plans', 'common']);
  const { today } = useSession();
  const [signedOn, setSignedOn] = useState<string | undefined>(today);
  const sign = useMutation({
    mutationFn: (on: string) => vault.plans.sign({ id: planId, signedOn: on }),
    onSuccess: () => {
      notifyDone(t('signed'));
      onClose();
    },
  });
  const isComplete = missing.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('signTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (signedOn) sign.mutate(signedOn);
        }}
      >
        <Stack gap="md">
          {isComplete ? (
            <>
              <Text>{t('signText')}</Text>
              <DateField label={t('signedOnField')} value={signedOn} onChange={setSignedOn} />
            </>
          ) : (
            <PlanMissing missing={missing} isDirty={false} />
          )}
          <ErrorNotice error={sign.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(isComplete ? 'common:actions.cancel' : 'common:actions.close')}
            </Button>
            {isComplete && (
              <Button type="submit" loading={sign.isPending} disabled={!signedOn}>
                {t('sign')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
