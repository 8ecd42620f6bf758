import type { Changed } from './changed.ts';

export interface ProgrammeTable extends Changed {
  id: string;
  template_code: string;
  name: string;
  grant_code: string | null;
  from_on: string | null;
  to_on: string | null;
  /** The template as this association uses it, as JSON. */
  definition: string;
  is_open: number;
}

export interface EnrolmentTable extends Changed {
  id: string;
  programme_id: string;
  person_id: string;
  enrolled_on: string;
  is_waiting: number;
  answers: string;
  /** What the rules said on that day, and from which facts, as JSON. */
  eligibility: string;
  outcome: string;
  override_reason: string | null;
  override_by: string | null;
  left_on: string | null;
  exit: string | null;
  /** Which of the programme's kinds of budget; NULL where it has one or none. */
  budget: string | null;
}

interface EnrolmentStageTable {
  enrolment_id: string;
  stage: string;
  reached_on: string;
}

export interface ProgrammeTables {
  programme: ProgrammeTable;
  enrolment: EnrolmentTable;
  enrolment_stage: EnrolmentStageTable;
}
