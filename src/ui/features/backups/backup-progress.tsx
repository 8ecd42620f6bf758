import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { useProgress } from '#ui/components/use-progress.ts';

interface BackupProgressProps {
  task: 'backup' | 'restore';
  label: string;
}

export function BackupProgress({ task, label }: BackupProgressProps) {
  const { t } = useTranslation('backups');
  const progress = useProgress(task);
  const share = progress ? (progress.done / progress.total) * 100 : 0;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {label}
      </Text>
      <Progress value={share} aria-label={label} />
      <Group>
        <Button size="compact-md" variant="default" onClick={() => void vault.backups.stop({})}>
          {t('stop')}
        </Button>
      </Group>
    </Stack>
  );
}
