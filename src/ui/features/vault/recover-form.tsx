import { Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';

interface RecoverFormProps {
  folder: string;
  onOpened: () => void;
  onBack: () => void;
}

export function RecoverForm({ folder, onOpened, onBack }: RecoverFormProps) {
  const { t } = useTranslation('vault');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [passphrase, setPassphrase] = useState<string>();
  const recover = useMutation({
    mutationFn: (chosen: string) =>
      vault.vault.recover({ folder, recoveryKey, passphrase: chosen }),
    onSuccess: onOpened,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== undefined) recover.mutate(passphrase);
      }}
    >
      <PageHeading lead={t('recover.lead')}>{t('recover.title')}</PageHeading>
      <Stack gap="md">
        <Textarea
          label={t('recover.key')}
          description={t('recover.keyHint')}
          autoComplete="off"
          spellCheck={false}
          rows={2}
          maxLength={120}
          value={recoveryKey}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        />
        <NewPassphraseFields label={t('recover.newPassphrase')} onChange={setPassphrase} />
        <ErrorNotice error={recover.error} />
        <Button
          type="submit"
          size="md"
          loading={recover.isPending}
          disabled={recoveryKey.trim() === '' || passphrase === undefined}
        >
          {t('recover.open')}
        </Button>
        <Group>
          <Anchor component="button" type="button" onClick={onBack}>
            {t('recover.back')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
