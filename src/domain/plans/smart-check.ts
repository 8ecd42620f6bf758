/*
 * A goal should say something that can be seen to have happened: specific, measurable, with a date. This is
 * advice and never stops anybody: a plan in the person's words with one vague goal is better than none.
 */
import type { PlanInput } from './plan.ts';

const goalAdvices = ['noIndicator', 'noBaseline', 'noDate', 'vague'] as const;
type GoalAdvice = (typeof goalAdvices)[number];

// Words that promise a direction and no point on it, in the languages plans are written in.
const VAGUE = /\b(miglior\w*|aument\w*|meglio|improv\w*|better|increas\w*|mieux|amélior\w*)\b/iu;

export function goalAdvice(
  goal: Pick<
    PlanInput['goals'][number],
    'statement' | 'indicator' | 'baseline' | 'target' | 'byWhen'
  >,
): GoalAdvice[] {
  if (goal.statement.trim() === '') return [];
  const advice: GoalAdvice[] = [];
  const hasTarget = Boolean(goal.target?.trim());
  const canBeSeen = hasTarget || Boolean(goal.indicator?.trim());
  if (VAGUE.test(goal.statement) && !canBeSeen) advice.push('vague');
  else if (!canBeSeen && !/\d/.test(goal.statement)) advice.push('noIndicator');
  // A number to reach says nothing without the one it began at.
  if (hasTarget && !goal.baseline?.trim()) advice.push('noBaseline');
  if (goal.byWhen === undefined) advice.push('noDate');
  return advice;
}
