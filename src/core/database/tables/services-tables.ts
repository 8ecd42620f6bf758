import type { CaseEventKind } from '#domain/casework/case-file.ts';
import type { SessionAttendance } from '#domain/services/session.ts';
import type { Changed } from './changed.ts';

export interface ServiceTable extends Changed {
  id: string;
  person_id: string;
  revision: number;
  type: string;
  done_on: string;
  minutes: number | null;
  channel: string;
  attendance: string;
  worker_id: string;
  mediator: string | null;
  place: string | null;
  outcome: string | null;
  note: string | null;
  appointment_id: string | null;
}

export interface SessionTable extends Changed {
  id: string;
  revision: number;
  series_id: string | null;
  type: string;
  title: string;
  held_on: string;
  start: string | null;
  minutes: number | null;
  place: string | null;
  led_by: string | null;
  mediator: string | null;
  note: string | null;
  activity_id: string | null;
  /** Of those who are only counted, how many came. */
  counted: number | null;
}

export interface SessionParticipantTable {
  session_id: string;
  person_id: string;
  attendance: SessionAttendance;
}

interface CaseEventTable extends Changed {
  id: string;
  person_id: string;
  kind: CaseEventKind;
  happened_on: string;
  worker_id: string | null;
  from_worker_id: string | null;
  organisation_id: string | null;
  closure_reason: string | null;
  reason: string | null;
  outcome: string | null;
}

export interface ServicesTables {
  service: ServiceTable;
  session: SessionTable;
  session_participant: SessionParticipantTable;
  case_event: CaseEventTable;
}
