import type { FollowUpDetails, FollowUpSince } from '#domain/programmes/follow-up.ts';
import type { Changed } from './changed.ts';

export interface ProgrammeTable extends Changed {
  id: string;
  template_code: string;
  /** Of the register's own templates; NULL for one that comes with the program, and of older programmes. */
  template_id: string | null;
  name: string;
  grant_code: string | null;
  from_on: string | null;
  to_on: string | null;
  /** The template as this association uses it, as JSON. */
  definition: string;
  is_open: number;
}

interface ProgrammeTemplateTable extends Changed {
  id: string;
  /** As JSON. */
  definition: string;
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
  /** What was known of them when they left, as JSON. */
  exit_facts: string | null;
  /** 1: they say that it was of help; NULL: nobody asked. */
  found_helpful: number | null;
  came_from_id: string | null;
}

export interface FollowUpTable extends Changed {
  id: string;
  enrolment_id: string;
  since: FollowUpSince;
  months: number;
  asked_on: string;
  answer: FollowUpDetails['answer'];
  is_still_there: number | null;
  employment: string | null;
  note: string | null;
}

interface EnrolmentStageTable {
  enrolment_id: string;
  stage: string;
  reached_on: string;
}

export interface ProgrammeTables {
  programme: ProgrammeTable;
  programme_template: ProgrammeTemplateTable;
  enrolment: EnrolmentTable;
  enrolment_stage: EnrolmentStageTable;
  follow_up: FollowUpTable;
}
