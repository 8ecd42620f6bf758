import { Button, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { useCommand } from './commands.ts';
import { announceLock } from './lock-signal.ts';
import { forgetUnsavedChanges, wouldLoseChanges } from './unsaved.ts';
import { vault } from './vault-client.ts';

export function LockButton() {
  const { t } = useTranslation('common');
  const [isAsking, setAsking] = useState(false);

  const lock = async () => {
    forgetUnsavedChanges();
    await vault.shell.lock({}).catch(() => undefined);
    announceLock('asked');
  };
  const ask = () => (wouldLoseChanges() ? setAsking(true) : void lock());
  useCommand('lock', 'ctrl+L', ask);

  return (
    <>
      <Tooltip label={t('header.lockShortcut')}>
        <Button
          variant="default"
          leftSection={<IconLock size={18} aria-hidden />}
          aria-keyshortcuts="Control+L"
          onClick={ask}
        >
          {t('header.lock')}
        </Button>
      </Tooltip>
      <ConfirmDialog
        opened={isAsking}
        title={t('forms.unsavedTitle')}
        confirmLabel={t('header.lock')}
        cancelLabel={t('forms.stay')}
        isDangerous
        onConfirm={() => void lock()}
        onCancel={() => setAsking(false)}
      >
        {t('forms.lockUnsavedText')}
      </ConfirmDialog>
    </>
  );
}
