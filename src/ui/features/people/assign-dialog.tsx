import { NativeSelect, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#api/people.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useWorkers } from './use-workers.ts';

interface AssignDialogProps {
  person: Person;
  onDone: () => void;
}

/** Names who follows somebody; from one colleague to another it wants the reason. */
export function AssignDialog({ person, onDone }: AssignDialogProps) {
  const { t } = useTranslation(['case-files', 'common']);
  const workers = useWorkers();
  const former = person.caseFile.worker;
  const { values, change, kept, forget } = useKeptForm({
    form: 'caseStep',
    subjectId: `assign:${person.id}`,
    personId: person.id,
    start: { workerId: '', reason: '' },
  });
  const { workerId, reason } = values;
  const done = () => {
    forget();
    onDone();
  };
  const [wasAsked, setAsked] = useState(false);
  const isHandover = former !== undefined && workerId !== 'nobody';
  const isComplete = workerId !== '' && (!isHandover || reason.trim() !== '');
  const assign = useMutation({
    mutationFn: () =>
      isHandover
        ? vault.caseFiles.transfer({ personId: person.id, workerId, reason })
        : vault.caseFiles.assign({
            personId: person.id,
            workerId: workerId === 'nobody' ? null : workerId,
          }),
    onSuccess: () => {
      const name = workers.find((one) => one.value === workerId)?.label;
      notifyDone(name ? t('assigned', { name }) : t('unassigned'));
      done();
    },
  });
  return (
    <FormDialog
      title={t(former ? 'handOverTitle' : 'assignTitle')}
      onClose={onDone}
      onCancel={done}
      onSubmit={() => {
        setAsked(true);
        if (isComplete) assign.mutate();
      }}
      error={assign.error}
      isSaving={assign.isPending}
      kept={kept}
    >
      {former && <Text>{t('handOverText')}</Text>}
      <NativeSelect
        label={t('worker')}
        data={[
          { value: '', label: t('common:forms.chooseOne') },
          ...workers.filter((one) => one.value !== former?.id),
          ...(former ? [{ value: 'nobody', label: t('nobody') }] : []),
        ]}
        value={workerId}
        error={wasAsked && workerId === '' ? t('workerNeeded') : undefined}
        onChange={(event) => change({ workerId: event.currentTarget.value })}
      />
      {isHandover && (
        <LongTextField
          label={t('reason')}
          description={t('reasonHint')}
          maxLength={600}
          value={reason}
          error={wasAsked && reason.trim() === '' ? t('reasonNeeded') : undefined}
          onChange={(text) => change({ reason: text })}
        />
      )}
    </FormDialog>
  );
}
