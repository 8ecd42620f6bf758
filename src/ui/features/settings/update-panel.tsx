import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';

/** What somebody should do with the file; red where installing it could hand the register to strangers. */
const colours = {
  newer: 'petrol',
  same: 'petrol',
  older: 'terracotta',
  noKey: 'terracotta',
  noSignature: 'terracotta',
  notOurs: 'red',
} as const;

/** A newer program comes on a stick; before it is installed, this says whose it is. */
export function UpdatePanel() {
  const { t } = useTranslation('settings');
  const check = useMutation({ mutationFn: () => vault.shell.checkUpdate({}) });
  const { answer = null, version = null } = check.data ?? {};
  return (
    <Panel title={t('update.title')} hint={t('update.hint')}>
      <Stack gap="md" align="flex-start">
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('update.check')}
        </Button>
        <ErrorNotice error={check.error} />
        <div role="status">
          {answer && (
            <Alert color={colours[answer]} title={t(`update.answers.${answer}.title`)}>
              {t(`update.answers.${answer}.text`, { version: version ?? '' })}
            </Alert>
          )}
        </div>
      </Stack>
    </Panel>
  );
}
