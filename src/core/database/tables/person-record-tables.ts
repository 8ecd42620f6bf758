import type { Changed } from './changed.ts';

interface RecordTable extends Changed {
  id: string;
  person_id: string;
  revision: number;
}

interface PersonContactTable extends RecordTable {
  kind: string;
  value: string;
  owner: string;
  owner_name: string | null;
  safe: number;
  no_messages: number;
  hours: string | null;
  is_preferred: number;
  is_emergency: number | null;
}

interface PersonAddressTable extends RecordTable {
  kind: string;
  address: string;
  care_of: string | null;
  from_on: string | null;
  to_on: string | null;
  safe_for_post: number;
}

interface IdentityDocumentTable extends RecordTable {
  type: string;
  title: string | null;
  state: string;
  number: string | null;
  issuer: string | null;
  country: string | null;
  asked_on: string | null;
  issued_on: string | null;
  expiry: string;
  expires_on: string | null;
  seen: string;
  replaced_by: string | null;
  note: string | null;
}

interface LegalStatusPeriodTable extends RecordTable {
  status: string;
  from_on: string | null;
  to_on: string | null;
  authority: string | null;
  decision: string | null;
  decided_on: string | null;
  notified_on: string | null;
  reference: string | null;
  lawyer: string | null;
  note: string | null;
}

interface ReceptionStayTable extends RecordTable {
  type: string;
  place: string | null;
  from_on: string | null;
  to_on: string | null;
  exit_reason: string | null;
  exit_proof: string | null;
  note: string | null;
}

interface PersonEducationTable extends RecordTable {
  level: string;
  subject: string | null;
  country: string | null;
  place: string | null;
  years_completed: number | null;
  ended_year: number | null;
  title_held: string;
  recognition: string | null;
  recognition_asked_on: string | null;
  note: string | null;
}

interface PersonWorkTable extends RecordTable {
  status: string;
  occupation_group: string | null;
  occupation: string | null;
  employer: string | null;
  country: string | null;
  is_now: number;
  from_on: string | null;
  to_on: string | null;
  years: number | null;
  note: string | null;
}

interface PersonHousingTable extends RecordTable {
  situation: string;
  from_on: string | null;
  to_on: string | null;
  note: string | null;
}

export interface TieTable extends RecordTable {
  kind: string;
  other_person_id: string | null;
  other_name: string | null;
  other_birth_year: number | null;
  other_contact: string | null;
  place: string;
  life: string;
  reunification: string | null;
  decree: string | null;
  court: string | null;
  valid_from: string | null;
  valid_to: string | null;
  note: string | null;
  is_emergency: number | null;
}

interface PersonRiskTable extends RecordTable {
  level: string;
  assessed_on: string;
  reason: string | null;
}

interface PersonSkillTable extends RecordTable {
  skill: string;
  esco: string | null;
  proof: string;
  years: number | null;
}

export interface PersonRecordTables {
  person_contact: PersonContactTable;
  person_address: PersonAddressTable;
  identity_document: IdentityDocumentTable;
  legal_status_period: LegalStatusPeriodTable;
  reception_stay: ReceptionStayTable;
  person_education: PersonEducationTable;
  person_work: PersonWorkTable;
  person_housing: PersonHousingTable;
  tie: TieTable;
  person_risk: PersonRiskTable;
  person_skill: PersonSkillTable;
}
