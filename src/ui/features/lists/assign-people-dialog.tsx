import { NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { useErrorText } from '#ui/components/use-error-text.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
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
  const { values, change, kept, forget } = useKeptForm({
    form: 'assignment',
    subjectId: 'new',
    start: { workerId: '', reason: '' },
  });
  const { workerId, reason } = values;
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
      forget();
      if (changed === 0) notifyDone(t('assign.nothing'));
      else notifyWithUndo(t('assign.done', { count: changed }), () => void undo(id));
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('assign.title')}
      onClose={onClose}
      onCancel={() => {
        forget();
        onClose();
      }}
      kept={kept}
      onSubmit={() => {
        setAsked(true);
        if (isComplete && check.data) assign.mutate();
      }}
      error={check.error ?? assign.error}
      isSaving={assign.isPending}
      saveLabel={t('assign.confirm', { count: check.data?.total ?? 0 })}
    >
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
        onChange={(event) => change({ workerId: event.currentTarget.value })}
        data-autofocus
      />
      {handsOver && (
        <LongTextField
          label={t('case-files:reason')}
          description={t('assign.reasonHint')}
          maxLength={600}
          value={reason}
          error={wasAsked && reason.trim() === '' ? t('case-files:reasonNeeded') : undefined}
          onChange={(text) => change({ reason: text })}
        />
      )}
    </FormDialog>
  );
}
