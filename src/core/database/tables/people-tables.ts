import type { Changed } from './changed.ts';

export interface PersonTable extends Changed {
  id: string;
  revision: number;
  sex: string;
  gender: string | null;
  pronoun: string | null;
  literacy: string | null;
  civil_status: string | null;
  fiscal_code: string | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  birth_last_year: number | null;
  birth_certainty: string | null;
  birth_country: string | null;
  birth_place: string | null;
  legal_status: string | null;
  reception_type: string | null;
  reception_exit_on: string | null;
  note: string | null;
  entry_year: number | null;
  entry_month: number | null;
  entry_day: number | null;
  entry_last_year: number | null;
  entry_certainty: string | null;
  arrival_way: string | null;
  came_through: string | null;
  sent_by: string | null;
  request: string | null;
  interpreter_wish: string | null;
  origin_country: string | null;
  first_entry_year: number | null;
  first_entry_month: number | null;
  first_entry_day: number | null;
  first_entry_last_year: number | null;
  first_entry_certainty: string | null;
  first_entry_country: string | null;
  first_entry_place: string | null;
  route: string | null;
  urgency: string | null;
  dependants: number | null;
}

export interface PersonNameTable {
  person_id: string;
  position: number;
  kind: string;
  script: string;
  given: string;
  family: string;
  transliteration: string | null;
  source: string | null;
  from_on: string | null;
  to_on: string | null;
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
  cefr: string | null;
  cefr_source: string | null;
  reads: number | null;
  writes: number | null;
  for_papers: number | null;
}

export interface PeopleTables {
  person: PersonTable;
  person_name: PersonNameTable;
  person_nationality: PersonNationalityTable;
  person_language: PersonLanguageTable;
}
