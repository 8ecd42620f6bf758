import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#api/appointments.ts';
import type { AppointmentState, SeriesScope } from '#domain/appointments/appointment.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { TimeField } from '#ui/components/time-field.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './appointment-outcome.module.css';

interface OutcomeProps {
  appointment: Appointment;
  onDone: () => void;
}

/** How it went, in one click; a kept appointment is noted as a service for everybody it was with. */
export function AppointmentOutcome({ appointment, onDone }: OutcomeProps) {
  const { t } = useTranslation('appointments');
  const { today } = useSession();
  const dates = useDates();
  const { label } = useLabels();
  const [isMoving, setMoving] = useState(false);
  const { id, state, people, details, movedTo } = appointment;
  const record = useMutation({
    mutationFn: (next: Exclude<AppointmentState, 'moved'>) =>
      vault.appointments.record({ id, state: next }),
    onSuccess: ({ serviceIds }, next) => {
      const count = serviceIds.length;
      notifyDone(next === 'kept' ? t('keptDone', { count }) : t('recorded'));
      onDone();
    },
  });
  const isAhead = details.on > today;
  if (state !== 'planned') {
    return (
      <Group justify="space-between" className={classes.outcome}>
        <Group gap="xs">
          <Tag tone={state === 'kept' ? 'good' : 'attention'}>
            {label('appointmentStates', state)}
          </Tag>
          {movedTo && <Text size="sm">{t('movedTo', { date: dates.day(movedTo) })}</Text>}
        </Group>
        {state !== 'moved' && (
          <Button
            size="compact-md"
            variant="default"
            loading={record.isPending}
            onClick={() => record.mutate('planned')}
          >
            {t('takeBack')}
          </Button>
        )}
      </Group>
    );
  }
  return (
    <div className={classes.outcome}>
      <Group gap="xs">
        {!isAhead && (
          <>
            <Button
              leftSection={<IconCheck size={18} aria-hidden />}
              loading={record.isPending}
              onClick={() => record.mutate('kept')}
            >
              {t(people.length > 0 ? 'keptNote' : 'kept')}
            </Button>
            <Button variant="default" onClick={() => record.mutate('missed')}>
              {t('missed')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={() => record.mutate('cancelled')}>
          {t('cancelled')}
        </Button>
        <Button variant="default" aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
          {t('move')}
        </Button>
      </Group>
      {isMoving && <MoveFields appointment={appointment} onDone={onDone} />}
      <ErrorNotice error={record.error} />
    </div>
  );
}

function MoveFields({ appointment, onDone }: OutcomeProps) {
  const { t } = useTranslation('appointments');
  const { id, details } = appointment;
  const [on, setOn] = useState<string>();
  const [start, setStart] = useState(details.start);
  const move = useMutation({
    mutationFn: (day: string) =>
      vault.appointments.move({ id, on: day, ...(start ? { start } : {}) }),
    onSuccess: () => {
      notifyDone(t('moved'));
      onDone();
    },
  });
  return (
    <Group gap="sm" mt="sm" align="flex-end">
      <DateField label={t('newDay')} value={on} onChange={setOn} />
      <TimeField label={t('newStart')} value={start} onChange={setStart} />
      <Button disabled={!on} loading={move.isPending} onClick={() => on && move.mutate(on)}>
        {t('moveNow')}
      </Button>
      <ErrorNotice error={move.error} />
    </Group>
  );
}

interface RemoveProps extends OutcomeProps {
  scope: SeriesScope;
}

export function RemoveAppointment({ appointment, scope, onDone }: RemoveProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const { id } = appointment;
  const restore = useMutation({
    mutationFn: () => vault.appointments.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: () => vault.appointments.remove({ id, scope }),
    onSuccess: ({ removed }) => {
      notifyWithUndo(t('removed', { count: removed }), () => restore.mutate());
      onDone();
    },
  });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
      {t('common:actions.remove')}
    </Button>
  );
}
