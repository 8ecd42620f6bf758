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

export interface OrganisationTable extends Changed {
  id: string;
  kind: string;
  name: string;
  office: string | null;
  address: string | null;
  pec: string | null;
}

export interface LetterTable extends Changed {
  id: string;
  person_id: string;
  organisation_id: string;
  consent_id: string;
  state: 'issued' | 'answered';
  protocol_year: number;
  protocol_number: number;
  issued_on: string;
  reply_by: string | null;
  answered_on: string | null;
  details: string;
  facts: string;
}

export interface CaseworkTables {
  case_file: CaseFileTable;
  organisation: OrganisationTable;
  letter: LetterTable;
}
