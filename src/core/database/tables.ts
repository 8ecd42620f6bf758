/** Rows as they stand in the file; `migrations/` is the truth, `tables/` its picture in types. */

import type { ActivityTables } from './tables/activity-tables.ts';
import type { AppointmentsTables } from './tables/appointments-tables.ts';
import type { AssessmentTables } from './tables/assessment-tables.ts';
import type { AttachmentTables } from './tables/attachment-tables.ts';
import type { BackupTables } from './tables/backup-tables.ts';
import type { CaseworkTables } from './tables/casework-tables.ts';
import type { ConsentTables } from './tables/consent-tables.ts';
import type { DeadlineTables } from './tables/deadline-tables.ts';
import type { DirectoryTables } from './tables/directory-tables.ts';
import type { DraftTables } from './tables/draft-tables.ts';
import type { EnterpriseTables } from './tables/enterprise-tables.ts';
import type { ErasureTables } from './tables/erasure-tables.ts';
import type { GivenDocumentTables } from './tables/given-document-tables.ts';
import type { ImportsTables } from './tables/imports-tables.ts';
import type { LedgerTables } from './tables/ledger-tables.ts';
import type { LetterTables } from './tables/letter-tables.ts';
import type { ListTables } from './tables/list-tables.ts';
import type { MatchingTables } from './tables/matching-tables.ts';
import type { NetworkTables } from './tables/network-tables.ts';
import type { NotesTables } from './tables/notes-tables.ts';
import type { PeopleTables } from './tables/people-tables.ts';
import type { PersonRecordTables } from './tables/person-record-tables.ts';
import type { PlanTables } from './tables/plan-tables.ts';
import type { ProgrammeTables } from './tables/programme-tables.ts';
import type { ReferralTables } from './tables/referral-tables.ts';
import type { RegisterTables } from './tables/register-tables.ts';
import type { ReleaseTables } from './tables/release-tables.ts';
import type { RetentionTables } from './tables/retention-tables.ts';
import type { SearchTables } from './tables/search-tables.ts';
import type { ServicesTables } from './tables/services-tables.ts';
import type { VaultTables } from './tables/vault-tables.ts';

export type Tables = RegisterTables &
  VaultTables &
  PeopleTables &
  PersonRecordTables &
  CaseworkTables &
  AssessmentTables &
  PlanTables &
  GivenDocumentTables &
  ProgrammeTables &
  LedgerTables &
  EnterpriseTables &
  MatchingTables &
  ActivityTables &
  ConsentTables &
  AttachmentTables &
  DraftTables &
  ListTables &
  ErasureTables &
  RetentionTables &
  ReleaseTables &
  DeadlineTables &
  NotesTables &
  ImportsTables &
  ServicesTables &
  AppointmentsTables &
  SearchTables &
  DirectoryTables &
  NetworkTables &
  ReferralTables &
  LetterTables &
  BackupTables;
