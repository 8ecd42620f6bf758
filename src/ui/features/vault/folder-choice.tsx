import { Button, Stack, TextInput } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { ChosenPlace } from './chosen-place.tsx';

// The same signs the contract refuses; told while typing instead of afterwards.
const goodFolderName = /^[^\\/:*?"<>|.][^\\/:*?"<>|]*$/;

export const isGoodFolderName = (name: string) => goodFolderName.test(name.trim());

interface FolderChoiceProps {
  folder: string | undefined;
  name: string;
  onFolder: (folder: string) => void;
  onName: (name: string) => void;
}

/** Where a register is to be made: a folder, and the name of a new one in it. */
export function FolderChoice({ folder, name, onFolder, onName }: FolderChoiceProps) {
  const { t } = useTranslation('vault');
  const choose = useMutation({
    mutationFn: () => vault.shell.chooseFolder({ purpose: 'create' }),
    onSuccess: ({ path }) => path !== null && onFolder(path),
  });
  return (
    <Stack gap="md">
      {folder && (
        <ChosenPlace icon={<IconFolder size={22} aria-hidden />} label={t('create.where.chosen')}>
          {folder}
        </ChosenPlace>
      )}
      <Button
        variant={folder ? 'default' : 'filled'}
        size="md"
        loading={choose.isPending}
        onClick={() => choose.mutate()}
      >
        {folder ? t('create.where.change') : t('create.where.choose')}
      </Button>
      <TextInput
        label={t('create.where.name')}
        value={name}
        maxLength={80}
        error={isGoodFolderName(name) ? undefined : t('create.where.nameHint')}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <ErrorNotice error={choose.error} />
    </Stack>
  );
}
