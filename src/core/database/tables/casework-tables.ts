import type { Changed } from './changed.ts';

interface CaseFileTable extends Changed {
  id: string;
  person_id: string;
  number: string;
  opened_on: string;
  closed_on: string | null;
  closure_reason: string | null;
}

export interface OrganisationTable extends Changed {
  id: string;
  kind: string;
  name: string;
  office: string | null;
  address: string | null;
  pec: string | null;
}

interface NeedTable extends Changed {
  id: string;
  person_id: string;
  domain: string;
  level: number;
  words: string | null;
  recorded_on: string;
}

export interface ConsentTable extends Changed {
  id: string;
  person_id: string;
  purpose: string;
  organisation_id: string | null;
  given_by: string;
  way: string;
  language: string | null;
  scope: string | null;
  given_on: string;
  expires_on: string | null;
  withdrawn_on: string | null;
}

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
  need: NeedTable;
  consent: ConsentTable;
  plan: PlanTable;
  letter: LetterTable;
}
