import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FactList } from '#ui/components/fact-list.tsx';

interface IssuedPassphraseProps {
  name: string;
  signInName: string;
  passphrase: string;
  onDone: () => void;
}

/** Shown once: nothing of it is stored, on purpose. */
export function IssuedPassphrase({ name, signInName, passphrase, onDone }: IssuedPassphraseProps) {
  const { t } = useTranslation('users');
  return (
    <Stack gap="md">
      <FactList
        facts={[
          { label: t('signInName'), value: <code>{signInName}</code> },
          { label: t('issued.passphrase'), value: <code>{passphrase}</code> },
        ]}
      />
      <Alert color="terracotta" icon={<IconPencil aria-hidden />}>
        {t('issued.text', { name })}
      </Alert>
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('issued.done')}</Button>
      </Group>
    </Stack>
  );
}
