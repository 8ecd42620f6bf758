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
}

export interface PlanTables {
  plan: PlanTable;
}
