import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { useProgress } from '#ui/components/use-progress.ts';

export function BatchWaiting() {
  const { t } = useTranslation('letters');
  const { done, total } = useProgress('letters') ?? { done: 0, total: 0 };
  return (
    <Stack gap="sm">
      <Progress
        value={total === 0 ? 0 : (done / total) * 100}
        aria-label={t('batch.title')}
        animated
      />
      <Group justify="space-between">
        <Text size="sm" aria-live="polite">
          {t('batch.progress', { done, total })}
        </Text>
        <Button variant="default" onClick={() => void vault.letterBatches.stop({})}>
          {t('batch.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
