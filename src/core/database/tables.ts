/** Rows as they stand in the file; `migrations/` is the truth, this is its picture in types. */
import type { Role } from '#domain/vault/role.ts';

interface Changed {
  changed_at: string;
  changed_by: string;
}

interface RegisterTable extends Changed {
  only_row: 1;
  vault_id: string;
  is_demo: number;
  recovery_confirmed: number;
  lock_after_minutes: number;
  association: string;
}

interface UserTable extends Changed {
  id: string;
  name: string;
  role: Role;
  slot_id: string;
}

export interface PersonTable extends Changed {
  id: string;
  revision: number;
  sex: string;
  gender: string | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  birth_certainty: string | null;
  legal_status: string | null;
  reception_type: string | null;
  reception_exit_on: string | null;
  contact_kind: string | null;
  contact_value: string | null;
  contact_safe: number | null;
  address: string | null;
  note: string | null;
}

export interface PersonNameTable {
  person_id: string;
  position: number;
  kind: string;
  script: string;
  given: string;
  family: string;
  transliteration: string | null;
}

export interface PersonNationalityTable {
  person_id: string;
  position: number;
  country: string;
}

export interface PersonLanguageTable {
  person_id: string;
  position: number;
  language: string;
  level: string;
  needs_interpreter: number;
}

interface PersonLineTable {
  line: number;
  person_id: string;
  listed_name: string;
  sort_name: string;
  other_name: string | null;
  is_open: number;
}

interface PersonSearchTable {
  rowid: number;
  folded: string;
  skeleton: string;
  other: string;
}

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

export interface Tables {
  register: RegisterTable;
  user: UserTable;
  person: PersonTable;
  person_name: PersonNameTable;
  person_nationality: PersonNationalityTable;
  person_language: PersonLanguageTable;
  person_line: PersonLineTable;
  person_search: PersonSearchTable;
  case_file: CaseFileTable;
  organisation: OrganisationTable;
  need: NeedTable;
  consent: ConsentTable;
  plan: PlanTable;
  letter: LetterTable;
}
