import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { KeyGroups } from './key-groups.tsx';
import { useRecoverySheet } from './use-recovery-sheet.ts';

interface ShownPartsProps {
  parts: string[][];
  onWritten: () => void;
  onWhole: () => void;
}

/** The three parts of a split key, each with its sheet. */
export function ShownParts({ parts, onWritten, onWhole }: ShownPartsProps) {
  const { t } = useTranslation('vault');
  const sheet = useRecoverySheet();
  return (
    <>
      <PageHeading lead={t('create.recovery.partsLead')}>
        {t('create.recovery.partsTitle')}
      </PageHeading>
      <Stack gap="sm">
        {parts.map((groups, index) => {
          const part = index + 1;
          return (
            <section key={part}>
              <Group justify="space-between" mb={4}>
                <Text fw={600}>{t('create.recovery.part', { part })}</Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  disabled={sheet.isSaving}
                  onClick={() => sheet.save(part)}
                >
                  {t('create.recovery.savePart', { part })}
                </Button>
              </Group>
              <KeyGroups isDense label={t('create.recovery.partLabel', { part })} groups={groups} />
            </section>
          );
        })}
        <Text size="sm">{t('create.recovery.partsAdvice')}</Text>
        <Button size="md" onClick={onWritten}>
          {t('create.recovery.writtenParts')}
        </Button>
        <Group>
          <Anchor component="button" type="button" onClick={onWhole}>
            {t('create.recovery.whole')}
          </Anchor>
        </Group>
      </Stack>
    </>
  );
}
