import type { Changed } from './changed.ts';

export interface AssessmentTable extends Changed {
  id: string;
  person_id: string;
  revision: number;
  state: 'draft' | 'completed';
  assessed_on: string;
  assessor: string;
  mediator: string | null;
  interpreted_in: string | null;
  own_view: string | null;
  note: string | null;
}

export interface AssessmentScoreTable {
  assessment_id: string;
  domain: string;
  level: number;
  words: string | null;
  wants_goal: number;
}

interface SpecificNeedTable extends Changed {
  id: string;
  person_id: string;
  code: string;
  list_version: string;
  recorded_on: string;
  recorded_by: string;
  ended_on: string | null;
  note: string | null;
  /** Code and note of the restricted tier; null for the others. */
  sealed: Uint8Array | null;
}

export interface AssessmentTables {
  assessment: AssessmentTable;
  assessment_score: AssessmentScoreTable;
  specific_need: SpecificNeedTable;
}
