import { Button, Group, Progress, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { useProgress } from '#ui/components/use-progress.ts';

export function RestoreProgress() {
  const { t } = useTranslation('vault');
  const progress = useProgress('restore');
  const share = progress ? (progress.done / progress.total) * 100 : 0;
  return (
    <>
      <PageHeading>{t('restore.working')}</PageHeading>
      <Stack gap="md">
        <Progress value={share} size="lg" aria-label={t('restore.working')} />
        <Group>
          <Button variant="default" onClick={() => void vault.backups.stop({})}>
            {t('restore.stop')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
