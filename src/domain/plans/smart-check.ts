/*
 * A goal should say something that can be seen to have happened: specific, measurable, with a date. This is
 * advice and never stops anybody: a plan in the person's words with one vague goal is better than none.
 */
import type { PlanInput } from './plan.ts';

const goalAdvices = ['noIndicator', 'noDate', 'vague'] as const;
type GoalAdvice = (typeof goalAdvices)[number];

// Words that promise a direction and no point on it, in the languages plans are written in.
const VAGUE = /\b(miglior\w*|aument\w*|meglio|improv\w*|better|increas\w*|mieux|amélior\w*)\b/iu;

export function goalAdvice(
  goal: Pick<PlanInput['goals'][number], 'statement' | 'indicator' | 'byWhen'>,
): GoalAdvice[] {
  if (goal.statement.trim() === '') return [];
  const advice: GoalAdvice[] = [];
  const hasIndicator = Boolean(goal.indicator?.trim());
  if (VAGUE.test(goal.statement) && !hasIndicator) advice.push('vague');
  else if (!hasIndicator && !/\d/.test(goal.statement)) advice.push('noIndicator');
  if (goal.byWhen === undefined) advice.push('noDate');
  return advice;
}
