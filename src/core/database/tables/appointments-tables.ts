import type { AppointmentState } from '#domain/appointments/appointment.ts';
import type { Changed } from './changed.ts';

interface AppointmentSeriesTable extends Changed {
  id: string;
  unit: 'week' | 'month';
  every: number;
  until: string;
}

export interface AppointmentTable extends Changed {
  id: string;
  revision: number;
  series_id: string | null;
  planned_on: string;
  start: string | null;
  minutes: number | null;
  kind: string;
  about: string | null;
  worker_id: string | null;
  place: string | null;
  note: string | null;
  state: AppointmentState;
  moved_to_id: string | null;
}

interface AppointmentPersonTable {
  appointment_id: string;
  person_id: string;
}

export interface AppointmentsTables {
  appointment_series: AppointmentSeriesTable;
  appointment: AppointmentTable;
  appointment_person: AppointmentPersonTable;
}
