import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { useBackupActions, useBackups } from './use-backups.ts';

type Backups = OutputOf<Contract, 'backups.get'>;

/** On the first page, when the register would not come back today. Shows nothing when all is well. */
export function BackupReminder() {
  const { data } = useBackups();
  if (!data) return null;
  if (data.isBackupDue) return <BackupDue backups={data} />;
  if (data.isDrillDue) return <DrillDue backups={data} />;
  return data.toDestroy > 0 ? <CopiesToDestroy backups={data} /> : null;
}

function BackupDue({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const { create } = useBackupActions();
  const { daysSinceBackup: count, place, isPlaceThere } = backups;
  return (
    <Alert
      color="terracotta"
      icon={<IconDeviceUsb aria-hidden />}
      title={count === undefined ? t('reminder.never') : t('reminder.old', { count })}
      mb="lg"
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('reminder.text')} {place !== undefined && !isPlaceThere && t('reminder.connect')}
        </Text>
        {create.isPending ? (
          <BackupProgress task="backup" label={t('creating')} />
        ) : (
          <Group gap="xs">
            {isPlaceThere && (
              <Button size="compact-md" onClick={() => create.mutate()}>
                {t('create')}
              </Button>
            )}
            <LinkButton size="compact-md" variant="default" to="/settings/keeping">
              {t('reminder.settings')}
            </LinkButton>
          </Group>
        )}
        <ErrorNotice error={create.error} />
      </Stack>
    </Alert>
  );
}

function CopiesToDestroy({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const { toDestroy: count, destroyAfterDays: days } = backups;
  return (
    <Alert
      color="petrol"
      icon={<IconDeviceUsb aria-hidden />}
      title={t('reminder.toDestroy', { count })}
      mb="lg"
    >
      <Stack gap="sm">
        <Text size="sm">{t('reminder.toDestroyText', { days })}</Text>
        <Group gap="xs">
          <LinkButton size="compact-md" variant="default" to="/settings/keeping">
            {t('reminder.settings')}
          </LinkButton>
        </Group>
      </Stack>
    </Alert>
  );
}

function DrillDue({ backups }: { backups: Backups }) {
  const { t } = useTranslation('backups');
  const { prove } = useBackupActions();
  const title = backups.lastDrill?.failure
    ? t('reminder.drillFailed')
    : t(backups.lastDrill ? 'reminder.drill' : 'reminder.drillNever');
  return (
    <Alert color="petrol" icon={<IconDeviceUsb aria-hidden />} title={title} mb="lg">
      <Stack gap="sm">
        <Text size="sm">
          {t('reminder.drillText')} {!backups.isPlaceThere && t('reminder.connect')}
        </Text>
        {prove.isPending ? (
          <BackupProgress task="restore" label={t('proving')} />
        ) : (
          <Group gap="xs">
            {backups.isPlaceThere && (
              <Button size="compact-md" onClick={() => prove.mutate()}>
                {t('prove')}
              </Button>
            )}
            <LinkButton size="compact-md" variant="default" to="/settings/keeping">
              {t('reminder.settings')}
            </LinkButton>
          </Group>
        )}
        <ErrorNotice error={prove.error} />
      </Stack>
    </Alert>
  );
}
