import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { LinkButton } from '#ui/components/link-button.tsx';

const queryKey = ['shell', 'diskEncryption'];

/**
 * Tells whoever coordinates that the disk of this computer is not encrypted, or that nothing is known about it:
 * the register is safe either way, papers that were saved and the swap file are not.
 */
export function DiskAlert({ stays = false }: { stays?: boolean }) {
  const { t } = useTranslation('settings');
  const { user } = useSession();
  const cache = useQueryClient();
  const { data } = useQuery({
    queryKey,
    queryFn: () => vault.shell.diskEncryption({}),
    enabled: user.role === 'coordinator',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const read = useMutation({
    mutationFn: () => vault.shell.setPreferences({ hasReadAboutDisk: true }),
    onSuccess: () => cache.invalidateQueries({ queryKey }),
  });
  if (!data || data.state === 'encrypted') return null;
  // What is not known is worth a line in the settings, and not a warning at the start of every day.
  if (!stays && (data.isRead || data.state === 'unknown')) return null;
  const isOpen = data.state === 'notEncrypted';
  return (
    <Alert
      color={isOpen ? 'terracotta' : 'petrol'}
      icon={<IconDeviceLaptop aria-hidden />}
      title={t(isOpen ? 'disk.openTitle' : 'disk.unknownTitle')}
      mb={stays ? undefined : 'lg'}
    >
      {stays ? (
        <Stack gap="sm">
          <Text size="sm">{t(isOpen ? 'disk.open' : 'disk.unknown')}</Text>
          <Text size="sm">{t('disk.how')}</Text>
        </Stack>
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t('disk.short')}</Text>
          <Group gap="xs">
            <LinkButton size="compact-md" variant="default" to="/settings/own">
              {t('disk.settings')}
            </LinkButton>
            <Button size="compact-md" variant="default" onClick={() => read.mutate()}>
              {t('disk.read')}
            </Button>
          </Group>
        </Stack>
      )}
    </Alert>
  );
}
