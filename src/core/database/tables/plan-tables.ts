import type { Changed } from './changed.ts';

export interface PlanTable extends Changed {
  id: string;
  person_id: string;
  version: number;
  revision: number;
  state: 'draft' | 'signed';
  signed_on: string | null;
  review_on: string | null;
  details: string;
  signature: string | null;
}

export interface PlanProgressTable extends Changed {
  plan_id: string;
  goal_key: string;
  action_key: string;
  state: string;
  done_on: string | null;
  dropped_why: string | null;
  linked_kind: string | null;
  linked_id: string | null;
}

export interface PlanReviewTable extends Changed {
  id: string;
  plan_id: string;
  reviewed_on: string;
  decision: string;
  next_review_on: string | null;
  details: string;
}

/** The paper as it was signed; never changed. */
interface SignedPlanTable extends Changed {
  plan_id: string;
  language: string | null;
  bytes: Uint8Array;
  sha256: string;
  page_count: number;
}

export interface PlanTables {
  plan: PlanTable;
  plan_progress: PlanProgressTable;
  plan_review: PlanReviewTable;
  signed_plan: SignedPlanTable;
}
