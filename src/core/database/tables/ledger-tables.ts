import type { LedgerState } from '#domain/programmes/ledger.ts';
import type { Changed } from './changed.ts';

export interface LedgerEntryTable extends Changed {
  id: string;
  programme_id: string;
  enrolment_id: string | null;
  budget: string;
  line: string;
  state: LedgerState;
  cents: number;
  units: number;
  due_on: string;
  payee: string | null;
  funding_source: string | null;
  receipt_number: string | null;
  receipt_id: string | null;
  note: string | null;
  override_reason: string | null;
  override_by: string | null;
  pilot_id: string | null;
}

export interface TraineeshipTable extends Changed {
  id: string;
  enrolment_id: string;
  host: string;
  tutor: string | null;
  from_on: string;
  to_on: string;
  weekly_hours: number;
}

interface TraineeshipMonthTable {
  traineeship_id: string;
  month: string;
  minutes: number;
  days_present: number;
  days_absent: number;
}

export interface LedgerTables {
  ledger_entry: LedgerEntryTable;
  traineeship: TraineeshipTable;
  traineeship_month: TraineeshipMonthTable;
}
