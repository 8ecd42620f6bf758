import type { DeadlineRuleSummary } from '#api/deadlines.ts';
import { ProcedureError } from '#api/errors.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { canChangeAmount, type DeadlineRule } from '#domain/deadlines/deadline-rule.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { type LastChange, lastChanges } from './rules-in-use.ts';

/** After a year a rule is called old until somebody compares it with its source again. */
const CHECKED_HOLDS_MONTHS = 12;

function summaryOf(
  rule: DeadlineRule,
  change: LastChange | undefined,
  today: CalendarDate,
): DeadlineRuleSummary | undefined {
  const version = rule.versions.at(-1);
  if (!version) return undefined;
  const { term } = version;
  return {
    rule: rule.code,
    title: rule.title,
    advice: rule.advice,
    source: version.source,
    checkedOn: rule.checkedOn,
    isOld: addMonths(rule.checkedOn, CHECKED_HOLDS_MONTHS) < today,
    trigger: rule.trigger,
    certainty: version.certainty,
    term: {
      unit: term.unit,
      ...('amount' in term ? { amount: term.amount } : {}),
      ...('years' in term ? { amount: term.years } : {}),
      ...('on' in term ? { on: term.on } : {}),
    },
    canChangeAmount: canChangeAmount(rule),
    isOff: change?.isOff ?? false,
    ...(change
      ? {
          change: {
            ...(change.amount === undefined ? {} : { amount: change.amount }),
            reason: change.reason,
            decidedOn: change.decidedOn,
            by: change.by,
          },
        }
      : {}),
  };
}

export async function listRules(context: CoreContext): Promise<{ items: DeadlineRuleSummary[] }> {
  const changes = await lastChanges(registerOf(context).db);
  const today = context.ports.clock.today();
  return {
    items: context.resources.deadlineRules.flatMap(
      (rule) => summaryOf(rule, changes.get(rule.code), today) ?? [],
    ),
  };
}

/** A number of days before the fact stays before it, and one after it stays after. */
function fits(rule: DeadlineRule, amount: number): boolean {
  return (
    canChangeAmount(rule) &&
    rule.versions.every(
      ({ term }) =>
        'amount' in term && (term.amount === 0 || Math.sign(term.amount) === Math.sign(amount)),
    )
  );
}

interface RuleDecision {
  rule: string;
  isOff: boolean;
  amount?: number | undefined;
  reason: string;
}

export async function saveRule(context: CoreContext, decision: RuleDecision) {
  const rule = context.resources.deadlineRules.find((one) => one.code === decision.rule);
  if (!rule) throw new ProcedureError('unknown_code', { field: 'deadlineRules' });
  if (decision.amount !== undefined && !fits(rule, decision.amount)) {
    throw new ProcedureError('invalid_input', { fields: ['amount'] });
  }
  await registerOf(context)
    .db.insertInto('deadline_rule_change')
    .values({
      id: context.ports.ids.next(),
      rule: decision.rule,
      is_off: Number(decision.isOff),
      amount: decision.amount ?? null,
      reason: decision.reason,
      decided_on: context.ports.clock.today(),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'deadlines');
  return {};
}
