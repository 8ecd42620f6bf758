import { NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Traineeship } from '#api/ledgers.ts';
import type { TraineeshipDetails } from '#domain/programmes/traineeship.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface TraineeshipDialogProps {
  enrolmentId: string;
  personId: string | undefined;
  traineeship: Traineeship | undefined;
  onClose: () => void;
}

export function TraineeshipDialog(props: TraineeshipDialogProps) {
  const { enrolmentId, personId, traineeship, onClose } = props;
  const { t } = useTranslation('ledgers');
  const { values, change, kept, forget } = useKeptForm<Partial<TraineeshipDetails>>({
    form: 'traineeship',
    subjectId: `${enrolmentId}:${traineeship?.id ?? 'new'}`,
    personId,
    start: traineeship?.details ?? { weeklyHours: 30 },
  });
  const { host = '', tutor = '', from, to, weeklyHours } = values;
  const close = () => {
    forget();
    onClose();
  };
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
      close();
    },
  });
  return (
    <FormDialog
      title={t(traineeship ? 'traineeships.edit' : 'traineeships.add')}
      onClose={onClose}
      onCancel={close}
      kept={kept}
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
          onChange={(event) => change({ host: event.currentTarget.value })}
        />
        <TextInput
          label={t('traineeships.tutor')}
          dir="auto"
          maxLength={120}
          value={tutor}
          onChange={(event) => change({ tutor: event.currentTarget.value })}
        />
        <DateField
          label={t('traineeships.from')}
          required
          value={from}
          onChange={(day) => change({ from: day })}
        />
        <DateField
          label={t('traineeships.to')}
          required
          value={to}
          onChange={(day) => change({ to: day })}
        />
        <NumberInput
          label={t('traineeships.weeklyHours')}
          required
          min={1}
          max={60}
          allowDecimal={false}
          value={weeklyHours ?? ''}
          onChange={(typed) =>
            change({ weeklyHours: typeof typed === 'number' ? typed : undefined })
          }
        />
      </div>
    </FormDialog>
  );
}
