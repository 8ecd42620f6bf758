import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#api/backups.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { formatInstant } from '#ui/i18n/dates.ts';

/** Takes one copy away, after asking. */
export function RemoveBackup({ backup }: { backup: Backup }) {
  const { t, i18n } = useTranslation('backups');
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => vault.backups.remove({ id: backup.id }),
    onSuccess: async () => {
      setAsking(false);
      notifyDone(t('removal.done'));
      await queryClient.invalidateQueries({ queryKey: ['backups'] });
    },
  });
  const date = formatInstant(backup.madeAt, i18n.language);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={t('removal.removeOf', { date })}
        onClick={() => setAsking(true)}
      >
        {t('removal.remove')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={t('removal.title')}
        confirmLabel={t('removal.remove')}
        isDangerous
        isWorking={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(false)}
      >
        <Text>{date}</Text>
        {!backup.isThere && <Text mt="sm">{t('removal.hint')}</Text>}
        <ErrorNotice error={remove.error} />
      </ConfirmDialog>
    </>
  );
}
