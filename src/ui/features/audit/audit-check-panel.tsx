import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';

/** Whether the file and the log are as they were written. */
export function AuditCheckPanel() {
  const { t } = useTranslation('audit');
  const check = useMutation({ mutationFn: () => vault.audit.check({}) });
  const { data } = check;
  const problems = data && [
    ...(data.firstBad === undefined ? [] : [t('firstBad', { line: data.firstBad })]),
    ...(data.isRolledBack ? [t('rolledBack')] : []),
    ...(data.isDamaged ? [t('damaged')] : []),
  ];
  return (
    <Panel
      title={t('check')}
      hint={t('checkHint')}
      actions={
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('checkNow')}
        </Button>
      }
    >
      <Stack gap="sm" aria-live="polite">
        <ErrorNotice error={check.error} />
        {problems?.map((problem) => (
          <Alert key={problem} color="red" role="alert">
            {problem}
          </Alert>
        ))}
        {data && problems?.length === 0 && (
          <Alert color="petrol">{t('sound', { count: data.entries })}</Alert>
        )}
      </Stack>
    </Panel>
  );
}
