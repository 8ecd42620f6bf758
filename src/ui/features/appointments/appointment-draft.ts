import type { Appointment } from '#api/appointments.ts';
import { type AppointmentDetails, appointmentDetails } from '#domain/appointments/appointment.ts';
import { occurrencesOf, type Recurrence } from '#domain/appointments/recurrence.ts';
import type { PickedPerson } from '../people/person-picker.tsx';

/** How often it comes back, as it is chosen: `never`, every week, every two weeks, every month. */
export const rhythms = ['never', 'weekly', 'fortnightly', 'monthly'] as const;
type Rhythm = (typeof rhythms)[number];

export interface AppointmentDraft extends Omit<AppointmentDetails, 'on' | 'personIds' | 'minutes'> {
  on: string | undefined;
  minutes: string;
  people: PickedPerson[];
  rhythm: Rhythm;
  until: string | undefined;
}

export function newAppointmentDraft(start: {
  on: string;
  start?: string | undefined;
  workerId: string;
  people: PickedPerson[];
}): AppointmentDraft {
  return { ...start, kind: 'talk', minutes: '60', rhythm: 'never', until: undefined };
}

export function draftOfAppointment({ details, people, repeat }: Appointment): AppointmentDraft {
  const { personIds: _, minutes, ...rest } = details;
  const rhythm = rhythmOf(repeat);
  return { ...rest, people, minutes: String(minutes ?? 60), rhythm, until: repeat?.until };
}

function rhythmOf(repeat: Recurrence | undefined): Rhythm {
  if (!repeat) return 'never';
  if (repeat.unit === 'month') return 'monthly';
  return repeat.every === 1 ? 'weekly' : 'fortnightly';
}

/** What the rhythm of what is there becomes: nothing when it stays, null when it ends with this one. */
export function changedRhythm(
  draft: AppointmentDraft,
  { repeat }: Appointment,
): Recurrence | null | undefined {
  if (draft.rhythm === rhythmOf(repeat) && draft.until === repeat?.until) return undefined;
  return recurrenceOf(draft) ?? null;
}

/** Undefined while it is not yet an appointment: no day, no length, nobody and nothing. */
export function readAppointmentDraft(draft: AppointmentDraft): AppointmentDetails | undefined {
  const { people, rhythm: _, until: __, minutes, start, ...rest } = draft;
  const read = appointmentDetails.safeParse({
    ...rest,
    personIds: people.map((one) => one.id),
    ...(start === undefined ? {} : { start, minutes: Number(minutes) }),
  });
  return read.success ? read.data : undefined;
}

/** Undefined when it does not come back, or no day was given to end on. */
export function recurrenceOf({ rhythm, until }: AppointmentDraft): Recurrence | undefined {
  if (rhythm === 'never' || until === undefined) return undefined;
  const unit = rhythm === 'monthly' ? 'month' : 'week';
  return { unit, every: rhythm === 'fortnightly' ? 2 : 1, until };
}

/** How many it would be; 0 while something is missing. */
export function countOf(draft: AppointmentDraft): number {
  const recurrence = recurrenceOf(draft);
  return recurrence && draft.on ? occurrencesOf(draft.on, recurrence).length : 0;
}
