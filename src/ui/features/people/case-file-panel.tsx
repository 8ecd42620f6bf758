import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { closureReasons } from '#domain/casework/case-file.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';

export function CaseFilePanel({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const { label } = useLabels();
  const [isClosing, setClosing] = useState(false);
  const { number, openedOn, closedOn, closureReason } = person.caseFile;
  const reopen = useMutation({
    mutationFn: () => vault.caseFiles.reopen({ personId: person.id }),
    onSuccess: () => notifyDone(t('person.reopened')),
  });
  return (
    <Panel title={t('person.caseFile')}>
      <FactList
        facts={[
          { label: t('list.caseNumber'), value: number },
          { label: t('person.openedOn'), value: dates.day(openedOn) },
          { label: t('person.closedOn'), value: closedOn && dates.day(closedOn) },
          {
            label: t('person.closureReason'),
            value: closureReason && label('closureReasons', closureReason),
          },
        ]}
      />
      <ErrorNotice error={reopen.error} />
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {t('person.changed', { name: person.changedBy })}
        </Text>
        {closedOn ? (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
            {t('person.reopen')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('person.close')}
          </Button>
        )}
      </Group>
      {isClosing && <CloseDialog personId={person.id} onDone={() => setClosing(false)} />}
    </Panel>
  );
}

function CloseDialog({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const { today } = useSession();
  const { label } = useLabels();
  const [reason, setReason] = useState<(typeof closureReasons)[number]>('goalsReached');
  const [closedOn, setClosedOn] = useState<string | undefined>(today);
  const close = useMutation({
    mutationFn: (on: string) => vault.caseFiles.close({ personId, closedOn: on, reason }),
    onSuccess: () => {
      notifyDone(t('person.closed'));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('person.closeTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (closedOn) close.mutate(closedOn);
        }}
      >
        <Stack gap="md">
          <Text>{t('person.closeText')}</Text>
          <NativeSelect
            label={t('person.closeReason')}
            data={choicesOf(closureReasons, 'closureReasons', label)}
            value={reason}
            onChange={(event) => {
              const chosen = closureReasons.find((one) => one === event.currentTarget.value);
              if (chosen) setReason(chosen);
            }}
          />
          <DateField label={t('person.closeDate')} value={closedOn} onChange={setClosedOn} />
          <ErrorNotice error={close.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={close.isPending} disabled={!closedOn}>
              {t('person.close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
