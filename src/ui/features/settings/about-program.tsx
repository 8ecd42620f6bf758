import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';

/** Version and licence; and a warning where the program runs on what only tests should. */
export function AboutProgram() {
  const { t } = useTranslation('settings');
  const { data } = useQuery({
    queryKey: ['shell', 'info'],
    queryFn: () => vault.shell.info({}),
  });
  return (
    <>
      {data && <Text>{t('about.version', { version: data.version })}</Text>}
      <Text c="dimmed">{t('about.licence')}</Text>
      {data?.isFallbackRuntime && (
        <Alert color="terracotta" mt="md">
          {t('about.fallbackRuntime')}
        </Alert>
      )}
    </>
  );
}
