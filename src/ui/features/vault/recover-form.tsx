import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedRecovery } from '#api/recovery.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { RecoveryFieldsWithChoice } from './recovery-fields.tsx';

interface RecoverFormProps {
  folder: string;
  onOpened: () => void;
  onBack: () => void;
}

export function RecoverForm({ folder, onOpened, onBack }: RecoverFormProps) {
  const { t } = useTranslation('vault');
  const [typed, setTyped] = useState<TypedRecovery>();
  const [passphrase, setPassphrase] = useState<string>();
  const recover = useMutation({
    mutationFn: (wanted: TypedRecovery & { passphrase: string }) =>
      vault.vault.recover({ folder, ...wanted }),
    onSuccess: onOpened,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed && passphrase !== undefined) recover.mutate({ ...typed, passphrase });
      }}
    >
      <PageHeading lead={t('recover.lead')}>{t('recover.title')}</PageHeading>
      <Stack gap="md">
        <RecoveryFieldsWithChoice onChange={setTyped} />
        <NewPassphraseFields label={t('recover.newPassphrase')} onChange={setPassphrase} />
        <ErrorNotice error={recover.error} />
        <Button
          type="submit"
          size="md"
          loading={recover.isPending}
          disabled={!typed || passphrase === undefined}
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
