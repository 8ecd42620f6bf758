import type { Changed } from './changed.ts';

export interface ProcedureEventTable extends Changed {
  id: string;
  person_id: string | null;
  kind: string;
  happened_on: string;
  term: number | null;
  note: string | null;
  source_seen: number;
}

export interface TaskTable extends Changed {
  id: string;
  person_id: string | null;
  kind: 'ownDeadline' | 'callBack';
  title: string | null;
  note: string | null;
  due_on: string;
}

export interface DeadlineMarkTable extends Changed {
  id: string;
  person_id: string | null;
  rule: string;
  fact_key: string;
  state: 'snoozed' | 'done' | 'notApplicable';
  until_on: string | null;
  done_on: string | null;
  reason: string | null;
}

interface DeadlineRuleChangeTable extends Changed {
  id: string;
  rule: string;
  is_off: number;
  amount: number | null;
  reason: string;
  decided_on: string;
}

export interface DeadlineTables {
  procedure_event: ProcedureEventTable;
  task: TaskTable;
  deadline_mark: DeadlineMarkTable;
  deadline_rule_change: DeadlineRuleChangeTable;
}
