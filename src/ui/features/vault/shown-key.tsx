import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Folded } from '#ui/components/folded.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { KeyGroups } from './key-groups.tsx';
import { useRecoverySheet } from './use-recovery-sheet.ts';

interface ShownKeyProps {
  groups: string[];
  isSplitting: boolean;
  error: unknown;
  onWritten: () => void;
  onSplit: () => void;
}

/** The recovery key, the one time it is to be seen. */
export function ShownKey({ groups, isSplitting, error, onWritten, onSplit }: ShownKeyProps) {
  const { t } = useTranslation('vault');
  const sheet = useRecoverySheet();
  return (
    <>
      <PageHeading lead={t('create.recovery.lead')}>{t('create.recovery.title')}</PageHeading>
      <Stack gap="md">
        <KeyGroups label={t('create.recovery.label')} groups={groups} />
        <Alert color="terracotta" icon={<IconPencil aria-hidden />}>
          {t('create.recovery.advice')}
        </Alert>
        <Button size="md" onClick={onWritten}>
          {t('create.recovery.written')}
        </Button>
        <Folded label={t('create.recovery.otherWays')}>
          <Stack gap="sm">
            <Text size="sm">{t('create.recovery.sheetAdvice')}</Text>
            <Group>
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden />}
                loading={sheet.isSaving}
                onClick={() => sheet.save()}
              >
                {t('create.recovery.saveSheet')}
              </Button>
            </Group>
            <Text size="sm">{t('create.recovery.splitText')}</Text>
            <Group>
              <Button variant="default" loading={isSplitting} onClick={onSplit}>
                {t('create.recovery.split')}
              </Button>
            </Group>
          </Stack>
        </Folded>
        <ErrorNotice error={error} />
      </Stack>
    </>
  );
}
