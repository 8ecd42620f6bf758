import { Alert, Button, Group, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { IconDeviceUsb, IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { BackupFacts } from './backup-facts.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { useBackupActions, useBackups } from './use-backups.ts';

/** Where copies go, how old the last one is, whether one was ever proved; and making and proving one. */
export function BackupsPanel() {
  const { t } = useTranslation('backups');
  const isCoordinator = useSession().user.role === 'coordinator';
  const { data, error, refetch } = useBackups();
  const { choose, create, prove } = useBackupActions();
  const isBusy = create.isPending || prove.isPending;
  const failure = choose.error ?? create.error ?? prove.error;
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data?.place === undefined
        ? data && (
            <EmptyState
              icon={<IconDeviceUsb size={28} />}
              title={t('none')}
              action={
                isCoordinator && (
                  <Button loading={choose.isPending} onClick={() => choose.mutate()}>
                    {t('choosePlace')}
                  </Button>
                )
              }
            >
              {t('chooseFirst')}
            </EmptyState>
          )
        : data && (
            <Stack gap="md">
              <BackupFacts backups={data} />
              {data.lastDrill?.failure && <Alert color="red">{t('drillFailed')}</Alert>}
              {create.isPending && <BackupProgress task="backup" label={t('creating')} />}
              {prove.isPending && <BackupProgress task="restore" label={t('proving')} />}
              {!isBusy && (
                <Group>
                  <Button
                    leftSection={<IconDeviceUsb size={18} aria-hidden />}
                    onClick={() => create.mutate()}
                  >
                    {t('create')}
                  </Button>
                  {data.items.length > 0 && (
                    <Button
                      variant="default"
                      leftSection={<IconShieldCheck size={18} aria-hidden />}
                      onClick={() => prove.mutate()}
                    >
                      {t('prove')}
                    </Button>
                  )}
                  {isCoordinator && (
                    <Button
                      variant="subtle"
                      loading={choose.isPending}
                      onClick={() => choose.mutate()}
                    >
                      {t('changePlace')}
                    </Button>
                  )}
                </Group>
              )}
              {isCoordinator && <AutomaticSwitch isAutomatic={data.isAutomatic} />}
              <BackupList backups={data.items} mayRemove={isCoordinator} />
            </Stack>
          )}
      <ErrorNotice error={failure} />
      <Text size="sm" c="dimmed" mt="md">
        <strong>{t('restore')}.</strong> {t('restoreHint')}
      </Text>
    </Panel>
  );
}

function AutomaticSwitch({ isAutomatic }: { isAutomatic: boolean }) {
  const { t } = useTranslation('backups');
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (wanted: boolean) => vault.backups.saveAutomatic({ isAutomatic: wanted }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['backups'] }),
  });
  return (
    <>
      <Switch
        label={t('automatic')}
        description={t('automaticHint')}
        checked={save.variables ?? isAutomatic}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
      />
      <ErrorNotice error={save.error} />
    </>
  );
}
