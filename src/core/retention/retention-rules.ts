import { ProcedureError } from '#api/errors.ts';
import type { ListedRetentionRule } from '#api/retention.ts';
import type { RetentionRule } from '#domain/retention/retention-rule.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';

/** The last decision about each rule that somebody changed. */
async function lastChanges(db: Db) {
  const rows = await db
    .selectFrom('retention_rule_change')
    .leftJoin('user', 'user.id', 'retention_rule_change.changed_by')
    .select(['rule', 'months', 'reason', 'decided_on', 'user.name as by'])
    .orderBy('retention_rule_change.changed_at')
    .orderBy('retention_rule_change.id')
    .execute();
  return new Map(rows.map((row) => [row.rule, row]));
}

/** The rules with the periods this association decided. */
export async function retentionRulesInUse(
  { resources }: CoreContext,
  db: Db,
): Promise<RetentionRule[]> {
  const changes = await lastChanges(db);
  return resources.retentionRules.map((rule) => ({
    ...rule,
    months: changes.get(rule.code)?.months ?? rule.months,
  }));
}

export async function listRetentionRules(context: CoreContext) {
  const changes = await lastChanges(registerOf(context).db);
  const items = context.resources.retentionRules.map((rule): ListedRetentionRule => {
    const change = changes.get(rule.code);
    return {
      code: rule.code,
      title: rule.title,
      basis: rule.basis,
      source: rule.source,
      checkedOn: rule.checkedOn,
      months: change?.months ?? rule.months,
      usualMonths: rule.months,
      ...(rule.untilAge === undefined ? {} : { untilAge: rule.untilAge }),
      ...(change
        ? { change: { reason: change.reason, decidedOn: change.decided_on, by: change.by ?? '' } }
        : {}),
    };
  });
  return { items };
}

export async function saveRetentionRule(
  context: CoreContext,
  { code, months, reason }: { code: string; months: number; reason: string },
) {
  if (!context.resources.retentionRules.some((rule) => rule.code === code)) {
    throw new ProcedureError('not_found');
  }
  await registerOf(context)
    .db.insertInto('retention_rule_change')
    .values({
      id: context.ports.ids.next(),
      rule: code,
      months,
      reason,
      decided_on: context.ports.clock.today(),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'retention');
  return {};
}
