import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#api/appointments.ts';
import type { AppointmentDetails, SeriesScope } from '#domain/appointments/appointment.ts';
import { listedName } from '#domain/names/person-name.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import type { PickedPerson } from '../people/person-picker.tsx';
import { usePerson } from '../people/use-person.ts';
import {
  type AppointmentDraft,
  draftOfAppointment,
  newAppointmentDraft,
  readAppointmentDraft,
  recurrenceOf,
} from './appointment-draft.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import { AppointmentOutcome, RemoveAppointment } from './appointment-outcome.tsx';
import { ConflictHint } from './conflict-hint.tsx';

interface AppointmentDialogProps {
  /** The person whose file is open. */
  personId?: string;
  /** Day and hour that were clicked. */
  slot?: { on: string; start?: string };
  onDone: () => void;
}

/** A new appointment. */
export function AppointmentDialog({ personId, slot, onDone }: AppointmentDialogProps) {
  const { today, user } = useSession();
  const start = { on: today, ...slot, workerId: user.id };
  if (personId === undefined) {
    return (
      <AppointmentForm draft={newAppointmentDraft({ ...start, people: [] })} onDone={onDone} />
    );
  }
  return <ForPerson personId={personId} start={start} onDone={onDone} />;
}

interface ForPersonProps {
  personId: string;
  start: { on: string; workerId: string };
  onDone: () => void;
}

function ForPerson({ personId, start, onDone }: ForPersonProps) {
  const { data } = usePerson(personId);
  const [name] = data?.details.names ?? [];
  if (!name) return null;
  const people: PickedPerson[] = [{ id: personId, listedName: listedName(name) }];
  return <AppointmentForm draft={newAppointmentDraft({ ...start, people })} onDone={onDone} />;
}

export function EditAppointmentDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['appointments', 'get', id],
    queryFn: () => vault.appointments.get({ id }),
    gcTime: 0,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  return (
    <AppointmentForm
      key={data.revision}
      appointment={data}
      draft={draftOfAppointment(data)}
      onDone={onDone}
    />
  );
}

interface AppointmentFormProps {
  draft: AppointmentDraft;
  appointment?: Appointment;
  onDone: () => void;
}

function AppointmentForm({ appointment, draft: begun, onDone }: AppointmentFormProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const [draft, setDraft] = useState(begun);
  const [scope, setScope] = useState<SeriesScope>('one');
  const [wasAsked, setAsked] = useState(false);
  const details = readAppointmentDraft(draft);
  const repeat = recurrenceOf(draft);
  const save = useMutation({
    mutationFn: (read: AppointmentDetails) =>
      vault.appointments.save({
        ...(appointment ? { id: appointment.id, revision: appointment.revision, scope } : {}),
        ...(repeat ? { repeat } : {}),
        details: read,
      }),
    onSuccess: ({ saved }) => {
      notifyDone(t('saved', { count: saved }));
      onDone();
    },
  });
  const submit = () => {
    setAsked(true);
    const lacksEnd = draft.rhythm !== 'never' && !repeat;
    if (details && !lacksEnd) save.mutate(details);
  };
  return (
    <Modal
      opened
      size="lg"
      closeOnClickOutside={false}
      onClose={onDone}
      title={t(appointment ? 'editTitle' : 'newTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          {appointment && <AppointmentOutcome appointment={appointment} onDone={onDone} />}
          <AppointmentFields
            draft={draft}
            wasAsked={wasAsked}
            canRepeat={!appointment}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
          {appointment?.isRepeated && (
            <ChoiceChips
              label={t('scope.label')}
              isCompact
              choices={(['one', 'following'] as const).map((value) => ({
                value,
                label: t(`scope.${value}`),
              }))}
              value={scope}
              onChange={(value) => setScope(value === 'following' ? 'following' : 'one')}
            />
          )}
          {details && <ConflictHint details={details} exceptId={appointment?.id} />}
          <ErrorNotice error={save.error} />
          <Group justify="space-between">
            {appointment ? (
              <RemoveAppointment appointment={appointment} scope={scope} onDone={onDone} />
            ) : (
              <span />
            )}
            <Group gap="sm">
              <Button variant="default" onClick={onDone}>
                {t('common:actions.cancel')}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t(appointment ? 'common:actions.saveChanges' : 'save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
