import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#api/consents.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { TaskList } from './task-list.tsx';

interface WithdrawDialogProps {
  personId: string;
  consent: Consent;
  onClose: () => void;
}

/** Asks once, then says what has stopped and what is left to do. */
export function WithdrawDialog({ personId, consent, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation(['consents', 'common']);
  const { values, change, kept, forget } = useKeptForm({
    form: 'withdrawal',
    subjectId: consent.id,
    personId,
    start: { by: '', reason: '' },
  });
  const { by, reason } = values;
  const cancel = () => {
    forget();
    onClose();
  };
  const withdraw = useMutation({
    mutationFn: () =>
      vault.consents.withdraw({
        id: consent.id,
        ...(by.trim() ? { by } : {}),
        ...(reason.trim() ? { reason } : {}),
      }),
    onSuccess: () => {
      forget();
      notifyDone(t('withdrawn'));
    },
  });
  const result = withdraw.data;
  const isReferral = consent.details.purpose === 'referral';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(result ? 'withdrawnTitle' : 'withdrawTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {result ? (
        <Stack gap="md">
          {result.stoppedLetters.length > 0 && (
            <Text>
              {t('stoppedLetters', {
                count: result.stoppedLetters.length,
                protocols: listed(result.stoppedLetters),
              })}
            </Text>
          )}
          <TaskList tasks={result.toDo} />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              {t('understood')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            withdraw.mutate();
          }}
        >
          <DraftOffer draft={kept}>
            <Stack gap="md">
              <Text>{t(isReferral ? 'withdrawText' : 'withdrawTextOther')}</Text>
              <TextInput
                label={t('withdrawnBy')}
                description={t('withdrawnByHint')}
                dir="auto"
                maxLength={160}
                value={by}
                onChange={(event) => change({ by: event.currentTarget.value })}
              />
              <TextInput
                label={t('withdrawalReason')}
                description={t('withdrawalReasonHint')}
                dir="auto"
                maxLength={400}
                value={reason}
                onChange={(event) => change({ reason: event.currentTarget.value })}
              />
              <ErrorNotice error={withdraw.error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={cancel} data-autofocus>
                  {t('common:actions.cancel')}
                </Button>
                <Button type="submit" color="red" loading={withdraw.isPending}>
                  {t('withdraw')}
                </Button>
              </Group>
            </Stack>
          </DraftOffer>
        </form>
      )}
    </Modal>
  );
}
