import { Alert } from '@mantine/core';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProcedureError } from '#api/errors.ts';
import type { ShellInfo } from '#ui/app/register-gate.tsx';
import { useErrorText } from '#ui/components/use-error-text.ts';

/** The copy of the day, made after locking: not to be pulled out, done, or not done and why. */
export function ClosingBackup({ backup }: { backup: ShellInfo['closingBackup'] }) {
  const { t } = useTranslation('vault');
  const textOf = useErrorText();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      window.approdo.on((event) => {
        if (event.name !== 'backup.ended') return;
        void queryClient.invalidateQueries({ queryKey: ['shell', 'info'] });
      }),
    [queryClient],
  );
  if (!backup) return null;
  const { state } = backup;
  return (
    <Alert
      role="status"
      color={state === 'made' ? 'petrol' : 'terracotta'}
      icon={<IconDeviceUsb aria-hidden />}
      mb="md"
    >
      {state === 'failed'
        ? t('closing.failed', { reason: textOf(new ProcedureError(backup.failure)) })
        : t(state === 'made' ? 'closing.made' : 'closing.running')}
    </Alert>
  );
}
