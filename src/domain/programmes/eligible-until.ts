/*
 * The last day on which somebody can still join, when nothing about them changes: the end of a window after
 * reception, the day before a birthday, the end of a permit. Offices lose people because nobody saw a window
 * close; so the day is shown beside the answer, and never later than it is.
 */
import { addDays, addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import { rangeOf } from '../dates/partial-date.ts';
import { type RuleSet, rulesOf } from './eligibility-rule.ts';
import { evaluateEligibility, type Situation } from './evaluate-eligibility.ts';

const LONGEST_LIFE = 120;

/** Days on which the answer of a rule can change from yes to no: the first day after each. */
function turningDays(set: RuleSet, { facts, parameters }: Situation): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (const { is } of rulesOf(set)) {
    if (is.test === 'withinMonthsOf') {
      const day = facts[is.fact];
      const months = typeof is.months === 'number' ? is.months : parameters[is.months.parameter];
      if (day !== undefined && months !== undefined) days.push(addDays(addMonths(day, months), 1));
    }
    if (is.test === 'age' && facts.birth) {
      const { earliest } = rangeOf(facts.birth);
      for (let age = 1; age <= LONGEST_LIFE; age += 1) days.push(addMonths(earliest, age * 12));
    }
  }
  return days;
}

/**
 * Undefined when they are not eligible on the day, or when no end can be seen.
 * The day is one on which the answer is still yes, and on the day after it no more.
 */
export function eligibleUntil(set: RuleSet, situation: Situation): CalendarDate | undefined {
  if (evaluateEligibility(set, situation).outcome !== 'eligible') return undefined;
  const days = [...new Set(turningDays(set, situation))].filter((day) => day > situation.on).sort();
  const end = days.find(
    (day) => evaluateEligibility(set, { ...situation, on: day }).outcome !== 'eligible',
  );
  return end && addDays(end, -1);
}
