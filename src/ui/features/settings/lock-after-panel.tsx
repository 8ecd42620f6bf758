import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import classes from './settings-page.module.css';

export function LockAfterPanel() {
  const { t } = useTranslation(['settings', 'common']);
  const { lockAfterMinutes } = useSession();
  const [typed, setTyped] = useState(String(lockAfterMinutes));
  const minutes = Number(typed.replace(',', '.'));
  const isGood = Number.isFinite(minutes) && minutes >= 1 && minutes <= 60;
  const save = useMutation({
    mutationFn: () => vault.vault.setLockAfter({ minutes }),
    onSuccess: () => notifyDone(t('lock.saved', { minutes })),
  });
  return (
    <Panel title={t('lock.title')} hint={t('lock.hint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) save.mutate();
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            className={classes.minutes}
            label={t('lock.minutes')}
            inputMode="numeric"
            value={typed}
            error={isGood ? undefined : t('lock.minutesError')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={!isGood || minutes === lockAfterMinutes}
            loading={save.isPending}
          >
            {t('common:actions.save')}
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
      </form>
      <Text size="sm" c="dimmed" mt="sm">
        {t('lock.panic')}
      </Text>
    </Panel>
  );
}
