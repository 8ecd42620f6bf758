import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';

export function ReopenDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation(['referrals', 'common']);
  const [note, setNote] = useState('');
  const { id, revision } = referral;
  const reopen = useMutation({
    mutationFn: () => vault.referrals.reopen({ id, revision, ...(note.trim() ? { note } : {}) }),
    onSuccess: () => {
      notifyDone(t('reopened'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reopenTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reopen.mutate();
        }}
      >
        <Stack gap="md">
          <Text>{t('reopenText')}</Text>
          <Textarea
            label={t('fields.note')}
            dir="auto"
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={600}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={reopen.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={reopen.isPending}>
              {t('actions.reopen')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
