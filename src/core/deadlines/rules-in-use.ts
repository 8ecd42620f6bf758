import { type DeadlineRule, ruleInUse } from '#domain/deadlines/deadline-rule.ts';
import { taskRules } from '#domain/deadlines/task-rules.ts';
import type { CoreContext, Db } from '../context.ts';

export interface LastChange {
  isOff: boolean;
  amount: number | undefined;
  reason: string;
  decidedOn: string;
  by: string;
}

/** The last decision about each rule that somebody changed. */
export async function lastChanges(db: Db): Promise<Map<string, LastChange>> {
  const rows = await db
    .selectFrom('deadline_rule_change')
    .leftJoin('user', 'user.id', 'deadline_rule_change.changed_by')
    .selectAll('deadline_rule_change')
    .select('user.name as by')
    .orderBy('deadline_rule_change.changed_at')
    .orderBy('deadline_rule_change.id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.rule,
      {
        isOff: row.is_off === 1,
        amount: row.amount ?? undefined,
        reason: row.reason,
        decidedOn: row.decided_on,
        by: row.by ?? '',
      },
    ]),
  );
}

/** The rules as this association uses them, and those of its own tasks. */
export async function rulesInUse(context: CoreContext, db: Db): Promise<DeadlineRule[]> {
  const changes = await lastChanges(db);
  const rules = context.resources.deadlineRules.flatMap(
    (rule) => ruleInUse(rule, changes.get(rule.code)) ?? [],
  );
  return [...rules, ...taskRules];
}
