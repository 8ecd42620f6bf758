import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '#domain/vault/role.ts';
import { proposeSignInName, signInName } from '#domain/vault/sign-in-name.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { IssuedPassphrase } from './issued-passphrase.tsx';
import { newWords } from './new-words.ts';

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const { current: language } = useLanguage();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('volunteer');
  const [typedSignIn, setTypedSignIn] = useState<string>();
  const signIn = typedSignIn ?? (name.trim() === '' ? '' : proposeSignInName(name, []));
  const isComplete = name.trim() !== '' && signInName.safeParse(signIn).success;
  const add = useMutation({
    mutationFn: async () => {
      const passphrase = await newWords(language, role);
      const wanted = typedSignIn === undefined ? {} : { signInName: typedSignIn };
      const added = await vault.users.add({ name, role, passphrase, ...wanted });
      return { signInName: added.signInName, passphrase };
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnClickOutside={!add.data}
      closeOnEscape={!add.data}
      withCloseButton={!add.data}
      title={add.data ? t('issued.title', { name }) : t('addDialog.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {add.data ? (
        <IssuedPassphrase name={name} {...add.data} onDone={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (isComplete) add.mutate();
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              label={t('name')}
              required
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              label={t('role')}
              description={t(`roleHints.${role}`)}
              data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
              value={role}
              onChange={(event) =>
                setRole(roles.find((one) => one === event.currentTarget.value) ?? 'volunteer')
              }
            />
            <TextInput
              label={t('signInName')}
              description={t('addDialog.signInHint')}
              maxLength={40}
              value={signIn}
              onChange={(event) => setTypedSignIn(event.currentTarget.value)}
            />
            <ErrorNotice error={add.error} />
            {add.isPending && (
              <Text size="sm" c="dimmed" role="status">
                {t('addDialog.working')}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:actions.cancel')}
              </Button>
              <Button type="submit" loading={add.isPending} disabled={!isComplete}>
                {t('addDialog.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
