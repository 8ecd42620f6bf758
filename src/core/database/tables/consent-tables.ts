import type { Changed } from './changed.ts';

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

export interface ConsentTables {
  consent: ConsentTable;
}
