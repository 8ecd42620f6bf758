import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterBatchResult } from '#api/letter-batches.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ToldPasswordDialog } from '../documents/told-password.tsx';
import { useSaveFile } from '../documents/use-save-file.ts';
import { RefusedPeople } from './refused-people.tsx';

interface BatchResultProps {
  result: LetterBatchResult;
  onFinish: () => void;
}

/** What came of it: the letters to keep, and who has none. */
export function BatchResult({ result, onFinish }: BatchResultProps) {
  const { t } = useTranslation('letters');
  const saving = useSaveFile();
  const letterIds = result.issued.map(({ letterId }) => letterId);
  const [told, setTold] = useState<{ fileName: string; password: string }>();
  const save = (manner: 'one' | 'each', withPassword = false) =>
    saving.mutate(
      {
        suggestedName: manner === 'one' ? 'lettere.pdf' : 'lettere.zip',
        format: manner === 'one' ? 'pdf' : 'zip',
        write: (grant) => vault.letterBatches.save({ letterIds, manner, grant, withPassword }),
      },
      {
        onSuccess: (file) => {
          if (file?.password) setTold({ fileName: file.fileName, password: file.password });
        },
      },
    );
  return (
    <Stack gap="md">
      <Text fw={650}>{t('batch.issued', { count: letterIds.length })}</Text>
      {result.isStopped && <Text size="sm">{t('batch.stopped')}</Text>}
      <List size="sm">
        {result.issued.map(({ letterId, protocol, listedName }) => (
          <List.Item key={letterId}>{t('batch.done', { protocol, name: listedName })}</List.Item>
        ))}
      </List>
      <RefusedPeople refused={result.refused} />
      <Group justify="flex-end">
        {letterIds.length > 0 && (
          <>
            <Button variant="default" loading={saving.isPending} onClick={() => save('each', true)}>
              {t('batch.saveLocked')}
            </Button>
            <Button variant="default" loading={saving.isPending} onClick={() => save('each')}>
              {t('batch.saveEach')}
            </Button>
            <Button loading={saving.isPending} onClick={() => save('one')}>
              {t('batch.saveOne')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onFinish}>
          {t('finish')}
        </Button>
      </Group>
      {told && <ToldPasswordDialog {...told} onDone={() => setTold(undefined)} />}
    </Stack>
  );
}
