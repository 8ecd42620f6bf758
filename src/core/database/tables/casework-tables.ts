import type { Changed } from './changed.ts';

interface CaseFileTable extends Changed {
  id: string;
  person_id: string;
  number: string;
  opened_on: string;
  closed_on: string | null;
  closure_reason: string | null;
  /** The user who follows the person. */
  worker_id: string | null;
}

export interface CaseworkTables {
  case_file: CaseFileTable;
}
