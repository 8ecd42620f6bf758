import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { useErrorText } from '#ui/components/use-error-text.ts';
import { useWorkers } from '../people/use-workers.ts';

export type Picked = InputOf<VaultContract, 'assignments.create'>['picked'];

interface AssignPeopleDialogProps {
  picked: Picked;
  onDone: () => void;
  onClose: () => void;
}

/** Names who follows everybody who was picked; it says how many before anything changes. */
export function AssignPeopleDialog({ picked, onDone, onClose }: AssignPeopleDialogProps) {
  const { t } = useTranslation(['lists', 'case-files', 'common']);
  const textOf = useErrorText();
  const workers = useWorkers();
  const [workerId, setWorkerId] = useState('');
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const check = useQuery({
    queryKey: ['lists', 'check', picked],
    queryFn: () => vault.lists.check({ picked, purpose: 'assign' }),
    staleTime: 0,
  });
  const handsOver = workerId !== 'nobody' && (check.data?.followed ?? 0) > 0;
  const isComplete = workerId !== '' && (!handsOver || reason.trim() !== '');
  const undo = (id: string) =>
    vault.assignments
      .undo({ id })
      .then(({ changed }) => notifyDone(t('assign.undone', { count: changed })))
      .catch((error) => notifyProblem(textOf(error)));
  const assign = useMutation({
    mutationFn: () =>
      vault.assignments.create({
        picked,
        workerId: workerId === 'nobody' ? null : workerId,
        reason,
      }),
    onSuccess: ({ id, changed }) => {
      if (changed === 0) notifyDone(t('assign.nothing'));
      else notifyWithUndo(t('assign.done', { count: changed }), () => void undo(id));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assign.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isComplete) assign.mutate();
        }}
      >
        <Stack gap="md">
          {check.data && (
            <Text>
              {t('assign.people', { count: check.data.total })}{' '}
              {check.data.followed > 0 && t('assign.followed', { count: check.data.followed })}
            </Text>
          )}
          <NativeSelect
            label={t('case-files:worker')}
            data={[
              { value: '', label: t('common:forms.chooseOne') },
              ...workers,
              { value: 'nobody', label: t('case-files:nobody') },
            ]}
            value={workerId}
            error={wasAsked && workerId === '' ? t('case-files:workerNeeded') : undefined}
            onChange={(event) => setWorkerId(event.currentTarget.value)}
            data-autofocus
          />
          {handsOver && (
            <Textarea
              label={t('case-files:reason')}
              description={t('assign.reasonHint')}
              dir="auto"
              autosize
              minRows={2}
              maxLength={600}
              value={reason}
              error={wasAsked && reason.trim() === '' ? t('case-files:reasonNeeded') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <ErrorNotice error={check.error ?? assign.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" disabled={!check.data} loading={assign.isPending}>
              {t('assign.confirm', { count: check.data?.total ?? 0 })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
