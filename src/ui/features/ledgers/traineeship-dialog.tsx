import { NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Traineeship } from '#api/ledgers.ts';
import type { TraineeshipDetails } from '#domain/programmes/traineeship.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';

interface TraineeshipDialogProps {
  enrolmentId: string;
  traineeship: Traineeship | undefined;
  onClose: () => void;
}

export function TraineeshipDialog({ enrolmentId, traineeship, onClose }: TraineeshipDialogProps) {
  const { t } = useTranslation('ledgers');
  const [draft, setDraft] = useState<Partial<TraineeshipDetails>>(
    traineeship?.details ?? { weeklyHours: 30 },
  );
  const set = (change: Partial<TraineeshipDetails>) => setDraft({ ...draft, ...change });
  const { host = '', tutor = '', from, to, weeklyHours } = draft;
  const details =
    host.trim() !== '' && from !== undefined && to !== undefined && from <= to && weeklyHours
      ? { host, from, to, weeklyHours, ...(tutor.trim() === '' ? {} : { tutor }) }
      : undefined;
  const save = useMutation({
    mutationFn: (given: TraineeshipDetails) =>
      vault.traineeships.save({
        ...(traineeship ? { id: traineeship.id } : {}),
        enrolmentId,
        details: given,
      }),
    onSuccess: () => {
      notifyDone(t('traineeships.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(traineeship ? 'traineeships.edit' : 'traineeships.add')}
      onClose={onClose}
      onSubmit={() => details && save.mutate(details)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
    >
      <div className={grid.two}>
        <TextInput
          label={t('traineeships.host')}
          required
          data-autofocus
          dir="auto"
          maxLength={160}
          value={host}
          onChange={(event) => set({ host: event.currentTarget.value })}
        />
        <TextInput
          label={t('traineeships.tutor')}
          dir="auto"
          maxLength={120}
          value={tutor}
          onChange={(event) => set({ tutor: event.currentTarget.value })}
        />
        <DateField
          label={t('traineeships.from')}
          required
          value={from}
          onChange={(day) => set({ from: day })}
        />
        <DateField
          label={t('traineeships.to')}
          required
          value={to}
          onChange={(day) => set({ to: day })}
        />
        <NumberInput
          label={t('traineeships.weeklyHours')}
          required
          min={1}
          max={60}
          allowDecimal={false}
          value={weeklyHours ?? ''}
          onChange={(typed) => set({ weeklyHours: typeof typed === 'number' ? typed : undefined })}
        />
      </div>
    </FormDialog>
  );
}
