import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#api/errors.ts';
import { codeOf, useErrorText } from './use-error-text.ts';

/** What somebody stopped themselves went as they wanted: it is told, not reported as a failure. */
const STOPPED_BY_HAND: readonly ErrorCode[] = ['import_stopped', 'backup_stopped'];

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What happened, that nothing was lost, what to do; read aloud when it appears. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation(['errors', 'common']);
  const textOf = useErrorText();
  if (!error) return null;
  if (STOPPED_BY_HAND.includes(codeOf(error))) {
    return (
      <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
        <Text size="md">{textOf(error)}</Text>
      </Alert>
    );
  }
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
