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
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import type { PickedPerson } from '../people/person-picker.tsx';
import { usePerson } from '../people/use-person.ts';
import {
  type AppointmentDraft,
  changedRhythm,
  draftOfAppointment,
  newAppointmentDraft,
  readAppointmentDraft,
  recurrenceOf,
} from './appointment-draft.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import { AppointmentOutcome, RemoveAppointment } from './appointment-outcome.tsx';
import { ConflictHint } from './conflict-hint.tsx';
import { SlipButtons } from './slip-buttons.tsx';

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
  return (
    <AppointmentForm
      personId={personId}
      draft={newAppointmentDraft({ ...start, people })}
      onDone={onDone}
    />
  );
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
  /** Whose file it was opened from. */
  personId?: string;
  draft: AppointmentDraft;
  appointment?: Appointment;
  onDone: () => void;
}

function AppointmentForm({ personId, appointment, draft: begun, onDone }: AppointmentFormProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm({
    form: 'appointment',
    subjectId: appointment?.id ?? personId ?? 'new',
    personId,
    basis: appointment?.revision,
    start: begun,
  });
  const done = () => {
    forget();
    onDone();
  };
  const [scope, setScope] = useState<SeriesScope>('one');
  const [wasAsked, setAsked] = useState(false);
  const details = readAppointmentDraft(draft);
  const mayRepeat = !appointment?.isRepeated || scope === 'following';
  const repeat = appointment
    ? mayRepeat
      ? changedRhythm(draft, appointment)
      : undefined
    : recurrenceOf(draft);
  const save = useMutation({
    mutationFn: (read: AppointmentDetails) =>
      vault.appointments.save({
        ...(appointment ? { id: appointment.id, revision: appointment.revision, scope } : {}),
        ...(repeat === undefined ? {} : { repeat }),
        details: read,
      }),
    onSuccess: ({ saved }) => {
      notifyDone(t('saved', { count: saved }));
      done();
    },
  });
  const submit = () => {
    setAsked(true);
    const lacksEnd = mayRepeat && draft.rhythm !== 'never' && !recurrenceOf(draft);
    if (details && !lacksEnd) save.mutate(details);
  };
  return (
    <FormDialog
      size="lg"
      title={t(appointment ? 'editTitle' : 'newTitle')}
      onClose={onDone}
      onCancel={done}
      onSubmit={submit}
      error={save.error}
      isSaving={save.isPending}
      saveLabel={t(appointment ? 'common:actions.saveChanges' : 'save')}
      kept={kept}
      removal={
        appointment && <RemoveAppointment appointment={appointment} scope={scope} onDone={done} />
      }
    >
      {appointment && <AppointmentOutcome appointment={appointment} onDone={done} />}
      {appointment && <SlipButtons appointment={appointment} />}
      <AppointmentFields
        draft={draft}
        wasAsked={wasAsked}
        canRepeat={mayRepeat}
        onChange={change}
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
    </FormDialog>
  );
}
