import type { Appointment } from '#api/appointments.ts';
import type { SessionLine } from '#api/services.ts';
import { listed } from '#ui/i18n/one-line.ts';

/** What stands in the calendar: an appointment, or a session held for several people. */
export interface CalendarEntry {
  id: string;
  kind: 'appointment' | 'session';
  on: string;
  start: string | undefined;
  minutes: number;
  /** With whom, or about what; names of the register are set apart from their surroundings. */
  title: string;
  /** What it is, in a word. */
  what: string;
  state: Appointment['state'];
  place: string | undefined;
}

type Label = (list: string, code: string) => string;

export function entryOfAppointment(appointment: Appointment, label: Label): CalendarEntry {
  const { details, people } = appointment;
  const names = listed(people.map((one) => one.listedName));
  const what = label('appointmentKinds', details.kind);
  return {
    id: appointment.id,
    kind: 'appointment',
    on: details.on,
    start: details.start,
    minutes: details.minutes ?? 0,
    title: names || details.about || what,
    what: names && details.about ? `${what}: ${details.about}` : what,
    state: appointment.state,
    place: details.place,
  };
}

export function entryOfSession({ id, details }: SessionLine, label: Label): CalendarEntry {
  return {
    id,
    kind: 'session',
    on: details.heldOn,
    start: details.start,
    minutes: details.minutes ?? 60,
    title: details.title,
    what: label('serviceTypes', details.type),
    state: 'planned',
    place: details.place,
  };
}

/** By day, those of the whole day first, then by the hour. */
export function inOrder(entries: CalendarEntry[]): CalendarEntry[] {
  const key = (entry: CalendarEntry) => `${entry.on} ${entry.start ?? ''} ${entry.id}`;
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
