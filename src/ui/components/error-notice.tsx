import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from './use-error-text.ts';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What happened, that nothing was lost, what to do; read aloud when it appears. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation(['errors', 'common']);
  const textOf = useErrorText();
  if (!error) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('title')} role="alert">
      <Text size="md">{textOf(error)}</Text>
      {onRetry && (
        <Group mt="sm">
          <Button size="compact-md" variant="default" onClick={onRetry}>
            {t('common:actions.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
