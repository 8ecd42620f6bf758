import { NumberInput, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Traineeship } from '#api/ledgers.ts';
import { monthsOf } from '#domain/programmes/traineeship.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface Typed {
  month: string | undefined;
  hours?: number | undefined;
  present?: number | undefined;
  absent?: number | undefined;
}

interface MonthDialogProps {
  enrolmentId: string;
  personId: string | undefined;
  traineeship: Traineeship;
  onClose: () => void;
}

/** What the attendance sheet of one month says. */
export function MonthDialog(props: MonthDialogProps) {
  const { enrolmentId, personId, traineeship, onClose } = props;
  const { t } = useTranslation('ledgers');
  const dates = useDates();
  const { today } = useSession();
  const { id, details, months: noted } = traineeship;
  const months = monthsOf(details.from, details.to).filter((one) => one <= today.slice(0, 7));
  const next = months.find((one) => !noted.some(({ month }) => month === one));
  const { values, change, kept, forget } = useKeptForm<Typed>({
    form: 'traineeship',
    subjectId: `${enrolmentId}:${id}:month`,
    personId,
    start: { month: next ?? months.at(-1) },
  });
  const { month, ...typed } = values;
  const close = () => {
    forget();
    onClose();
  };
  const known = noted.find((one) => one.month === month);
  const hours = typed.hours ?? (known ? known.minutes / 60 : undefined);
  const present = typed.present ?? known?.daysPresent;
  const absent = typed.absent ?? known?.daysAbsent;
  const attended =
    month !== undefined && hours !== undefined && present !== undefined
      ? {
          month,
          minutes: Math.round(hours * 60),
          daysPresent: present,
          daysAbsent: absent ?? 0,
        }
      : undefined;
  const record = useMutation({
    mutationFn: (given: NonNullable<typeof attended>) =>
      vault.traineeships.record({ id, attended: given }),
    onSuccess: () => {
      notifyDone(t('traineeships.recorded'));
      close();
    },
  });
  const field = (key: 'hours' | 'present' | 'absent', value: number | undefined, max: number) => (
    <NumberInput
      label={t(`traineeships.${key}`)}
      required={key !== 'absent'}
      min={0}
      max={max}
      decimalScale={key === 'hours' ? 2 : 0}
      value={value ?? ''}
      onChange={(given) => typeof given === 'number' && change({ [key]: given })}
    />
  );
  return (
    <FormDialog
      title={t('traineeships.record')}
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => attended && record.mutate(attended)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={attended !== undefined}
    >
      <div className={grid.two}>
        <Select
          label={t('traineeships.month')}
          required
          allowDeselect={false}
          data-autofocus
          data={months.map((one) => ({ value: one, label: dates.month(`${one}-01`) }))}
          value={month ?? null}
          onChange={(chosen) =>
            change({
              month: chosen ?? undefined,
              hours: undefined,
              present: undefined,
              absent: undefined,
            })
          }
        />
        {field('hours', hours, 744)}
        {field('present', present, 31)}
        {field('absent', absent, 31)}
      </div>
    </FormDialog>
  );
}
