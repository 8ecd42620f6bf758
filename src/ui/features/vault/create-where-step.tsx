import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import type { WhereAnswer } from './create-wizard.tsx';
import classes from './unlock-form.module.css';
import { WizardButtons } from './wizard-buttons.tsx';

interface CreateWhereStepProps {
  initial: WhereAnswer | undefined;
  onBack: () => void;
  onNext: (answer: WhereAnswer) => void;
}

// The same signs the contract refuses; told while typing instead of afterwards.
const goodFolderName = /^[^\\/:*?"<>|.][^\\/:*?"<>|]*$/;

export function CreateWhereStep({ initial, onBack, onNext }: CreateWhereStepProps) {
  const { t } = useTranslation('vault');
  const [folder, setFolder] = useState(initial?.folder);
  const [name, setName] = useState(initial?.newFolderName ?? t('create.where.defaultName'));
  const choose = useMutation({
    mutationFn: () => vault.shell.chooseFolder({ purpose: 'create' }),
    onSuccess: ({ path }) => path !== null && setFolder(path),
  });
  const isNameGood = goodFolderName.test(name.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (folder && isNameGood) onNext({ folder, newFolderName: name.trim() });
      }}
    >
      <PageHeading lead={t('create.where.lead')}>{t('create.where.title')}</PageHeading>
      <Stack gap="md">
        {folder && (
          <div className={classes.folder}>
            <IconFolder size={22} aria-hidden />
            <span>
              <Text span size="sm" c="dimmed" display="block">
                {t('create.where.chosen')}
              </Text>
              <bdi className={classes.name}>{folder}</bdi>
            </span>
          </div>
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
          error={isNameGood ? undefined : t('create.where.nameHint')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('create.where.advice')}
        </Text>
        <ErrorNotice error={choose.error} />
      </Stack>
      <WizardButtons onBack={onBack} canContinue={folder !== undefined && isNameGood} />
    </form>
  );
}
