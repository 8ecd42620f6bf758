import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CloseDialog, ReopenDialog } from './close-dialog.tsx';

export function CaseFilePanel({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'case-files']);
  const dates = useDates();
  const { label } = useLabels();
  const { user } = useSession();
  const [open, setOpen] = useState<'assign' | 'close' | 'reopen'>();
  const { number, openedOn, closedOn, closureReason, worker } = person.caseFile;
  const take = useMutation({
    mutationFn: () => vault.caseFiles.assign({ personId: person.id, workerId: user.id }),
    onSuccess: () => notifyDone(t('case-files:mineDone')),
  });
  const shut = () => setOpen(undefined);
  return (
    <Panel title={t('person.caseFile')}>
      <FactList
        facts={[
          { label: t('list.caseNumber'), value: number },
          { label: t('case-files:followedBy'), value: worker?.name ?? t('case-files:nobody') },
          { label: t('person.openedOn'), value: dates.day(openedOn) },
          { label: t('person.closedOn'), value: closedOn && dates.day(closedOn) },
          {
            label: t('person.closureReason'),
            value: closureReason && label('closureReasons', closureReason),
          },
        ]}
      />
      <ErrorNotice error={take.error} />
      <Group justify="flex-end" gap="sm" mt="md">
        {!closedOn && !worker && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t('case-files:mine')}
          </Button>
        )}
        {!closedOn && (
          <Button variant="default" onClick={() => setOpen('assign')}>
            {t(worker ? 'case-files:handOver' : 'case-files:assign')}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen(closedOn ? 'reopen' : 'close')}>
          {t(closedOn ? 'person.reopen' : 'person.close')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="sm" ta="end">
        {t('person.changed', { name: person.changedBy })}
      </Text>
      {open === 'assign' && <AssignDialog person={person} onDone={shut} />}
      {open === 'close' && <CloseDialog personId={person.id} onDone={shut} />}
      {open === 'reopen' && <ReopenDialog personId={person.id} onDone={shut} />}
    </Panel>
  );
}
