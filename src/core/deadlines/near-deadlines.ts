import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { DeadlineRule } from '#domain/deadlines/deadline-rule.ts';
import { factWindows } from '#domain/deadlines/due-date.ts';
import {
  type Deadline,
  evaluateDeadlines,
  type Fact,
} from '#domain/deadlines/evaluate-deadlines.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { among } from './fact-source.ts';
import { rulesInUse } from './rules-in-use.ts';
import { askedBy, peopleWithSomethingNear, type Standing, standingsOf } from './situations.ts';

interface Look {
  today: CalendarDate;
  /** Days. */
  ahead: number;
}

/** Evaluates the rules on what can matter so soon; facts that cannot are not even looked at. */
export function evaluationOf(
  { resources: { holidays } }: CoreContext,
  rules: readonly DeadlineRule[],
  { today, ahead }: Look,
): (standing: Standing) => Deadline[] {
  const windows = new Map(rules.map((rule) => [rule, factWindows(rule, today, ahead)]));
  const mayMatter = (rule: DeadlineRule, { on, agreedOn }: Fact) => {
    const own = windows.get(rule);
    if (agreedOn !== undefined || own === undefined) return true;
    return own.some(({ from, to }) => from <= on && on <= to);
  };
  return (standing) =>
    evaluateDeadlines(rules, standing, { today, holidays, marks: standing.marks, mayMatter });
}

const isDueWithin = ({ state, daysLeft }: Deadline, ahead: number) =>
  state === 'overdue' ||
  ((state === 'upcoming' || state === 'ahead') && daysLeft >= 0 && daysLeft <= ahead);

/** People with an open file for whom a day has passed or comes so soon. */
export async function peopleDueWithin(context: CoreContext, look: Look): Promise<string[]> {
  const { db } = registerOf(context);
  const rules = await rulesInUse(context, db);
  const asked = askedBy(rules, look);
  const near = await peopleWithSomethingNear(db, asked);
  const open = await db
    .selectFrom('person_line')
    .select('person_id')
    .where('is_open', '=', 1)
    .where('person_id', 'in', among(near))
    .execute();
  const ids = open.map((row) => row.person_id);
  const evaluate = evaluationOf(context, rules, look);
  const standings = await standingsOf(db, ids, asked);
  return ids.filter((id) => {
    const standing = standings.get(id);
    return standing !== undefined && evaluate(standing).some((one) => isDueWithin(one, look.ahead));
  });
}
