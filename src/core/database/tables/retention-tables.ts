import type { Changed } from './changed.ts';

interface LegalHoldTable extends Changed {
  id: string;
  person_id: string;
  reason: string;
  until_on: string;
  ended_on: string | null;
}

interface RetentionDecisionTable extends Changed {
  person_id: string;
  keep_until: string;
  reason: string;
  decided_on: string;
}

interface RetentionRuleChangeTable extends Changed {
  id: string;
  rule: string;
  months: number;
  reason: string;
  decided_on: string;
}

export interface RetentionTables {
  legal_hold: LegalHoldTable;
  retention_decision: RetentionDecisionTable;
  retention_rule_change: RetentionRuleChangeTable;
}
