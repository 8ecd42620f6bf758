import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#ui/components/use-error-text.ts';
import type { RefusedFile } from './use-add-papers.ts';

/** Which files were not added, each with its own reason. */
export function RefusedFiles({ files, onClose }: { files: RefusedFile[]; onClose: () => void }) {
  const { t } = useTranslation(['attachments', 'common']);
  const textOf = useErrorText();
  if (files.length === 0) return null;
  return (
    <Alert
      color="red"
      mb="md"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('refused', { count: files.length })}
    >
      <List spacing="xs" mb="sm">
        {files.map(({ key, name, error }) => (
          <List.Item key={key}>
            {name !== '' && (
              <Text span fw={600}>
                <bdi>{name}</bdi>:{' '}
              </Text>
            )}
            {textOf(error)}
          </List.Item>
        ))}
      </List>
      <Group>
        <Button variant="default" size="compact-md" onClick={onClose}>
          {t('common:actions.close')}
        </Button>
      </Group>
    </Alert>
  );
}
