import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { useProgress } from '#ui/components/use-progress.ts';

/** How far the protection of a report is, with a way to stop it. */
export function ReportProgress() {
  const { t } = useTranslation(['reports', 'report-plans']);
  const percent = useProgress('report')?.done ?? 0;
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text c="dimmed" aria-live="polite">
          {t('preparing')}
        </Text>
        <Button
          variant="default"
          size="sm"
          onClick={() => void vault.reports.stop({}).catch(() => undefined)}
        >
          {t('report-plans:stop')}
        </Button>
      </Group>
      <Progress value={percent} aria-label={t('preparing')} />
    </div>
  );
}
