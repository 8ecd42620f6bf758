import type { CellRole, DisclosureProblem } from './disclosure-problem.ts';

/*
 * The threshold rule: a count of 1 to T-1 persons is not printed, because a group that small can
 * be recognised by those who know its members. It is the rule of health and statistics offices
 * (CMS/HHS cell-size policy: no cell of 1 to 10, zero allowed); programmes for refugees set T = 5
 * or 10. Zeros are printed: hiding them would need far more hidden cells. Without this rule there
 * is nothing to protect and every table goes out as it is.
 */

function ownValue<Value>(record: Readonly<Record<string, Value>> | undefined, id: string) {
  return record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
}

export function roleOf(problem: DisclosureProblem, id: string): CellRole | undefined {
  return ownValue(problem.roles, id);
}

/** Of earlier releases alone: whatever can be worked out there, no new release can mend. */
export function isPast(role: CellRole | undefined): boolean {
  return role === 'hidden_before' || role === 'derived_before';
}

/** Threshold of each cell: the common one, raised by the cell's own; the one of then for the past. */
export function thresholdOf(problem: DisclosureProblem, id: string): number {
  const own = ownValue(problem.cellThresholds, id);
  if (own === undefined) return problem.threshold;
  return isPast(roleOf(problem, id)) ? own : Math.max(problem.threshold, own);
}

export function isPrimary(problem: DisclosureProblem, id: string, count: number): boolean {
  if (roleOf(problem, id) === 'printed_before') return false;
  return count > 0 && count < thresholdOf(problem, id);
}
