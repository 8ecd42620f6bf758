import { Button, Stack, Text } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { ChosenPlace } from '../vault/chosen-place.tsx';
import { WizardButtons } from '../vault/wizard-buttons.tsx';
import type { ChosenBackup } from './restore-wizard.tsx';

interface RestoreChooseStepProps {
  chosen: ChosenBackup | undefined;
  onChosen: (backup: ChosenBackup | undefined) => void;
  onNext: () => void;
  onBack: () => void;
}

async function chooseBackup(): Promise<ChosenBackup | null> {
  const { grant, fileName } = await vault.shell.chooseBackup({});
  if (grant === null) return null;
  const { asksForName } = await vault.backups.open({ grant });
  return { fileName, asksForName };
}

export function RestoreChooseStep(props: RestoreChooseStepProps) {
  const { t } = useTranslation('vault');
  const { chosen } = props;
  const choose = useMutation({
    mutationFn: chooseBackup,
    onSuccess: (backup) => backup && props.onChosen(backup),
    // The vault forgot the one chosen before.
    onError: () => props.onChosen(undefined),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) props.onNext();
      }}
    >
      <PageHeading lead={t('restore.chooseLead')}>{t('restore.chooseTitle')}</PageHeading>
      <Stack gap="md">
        {chosen && (
          <ChosenPlace icon={<IconFileCheck size={22} aria-hidden />} label={t('restore.chosen')}>
            {chosen.fileName}
          </ChosenPlace>
        )}
        <Button
          size="md"
          variant={chosen ? 'default' : 'filled'}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {t(chosen ? 'restore.another' : 'restore.choose')}
        </Button>
        <ErrorNotice error={choose.error} />
        <Text size="sm" c="dimmed">
          {t('restore.whereLead')}
        </Text>
      </Stack>
      <WizardButtons onBack={props.onBack} canContinue={chosen !== undefined} />
    </form>
  );
}
