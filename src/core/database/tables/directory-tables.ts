import type { Changed } from './changed.ts';

export interface OrganisationTable extends Changed {
  id: string;
  kind: string;
  name: string;
  office: string | null;
  address: string | null;
  pec: string | null;
  revision: number;
  place: string | null;
  phone: string | null;
  email: string | null;
  access_rules: string | null;
  note: string | null;
  verified_on: string | null;
  verified_by: string | null;
  is_archived: number;
}

export interface OrganisationContactTable {
  organisation_id: string;
  position: number;
  name: string;
  role: string | null;
  phone: string | null;
  email: string | null;
  pec: string | null;
  body: 'board' | 'members' | null;
}

interface OrganisationHoursTable {
  organisation_id: string;
  /** 1 is Monday. */
  weekday: number;
  hours: string;
}

interface OrganisationLanguageTable {
  organisation_id: string;
  language: string;
}

interface OrganisationServiceTable {
  organisation_id: string;
  service: string;
}

export interface DirectoryTables {
  organisation: OrganisationTable;
  organisation_contact: OrganisationContactTable;
  organisation_hours: OrganisationHoursTable;
  organisation_language: OrganisationLanguageTable;
  organisation_service: OrganisationServiceTable;
}
