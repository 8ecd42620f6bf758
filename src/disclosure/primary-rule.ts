import type { DisclosureProblem } from './disclosure-problem.ts';

/*
 * The threshold rule: a count of 1 to T-1 persons is not printed, because a group that small can
 * be recognised by those who know its members. It is the rule of health and statistics offices
 * (CMS/HHS cell-size policy: no cell of 1 to 10, zero allowed); programmes for refugees set T = 5
 * or 10. Zeros are printed: hiding them would need far more hidden cells. Without this rule there
 * is nothing to protect and every table goes out as it is.
 */

/** Threshold of each cell: the common one, raised by the cell's own. */
export function thresholdOf(problem: DisclosureProblem, id: string): number {
  const own = problem.cellThresholds;
  if (own === undefined || !Object.hasOwn(own, id)) return problem.threshold;
  return Math.max(problem.threshold, own[id] ?? 0);
}

export function isPrimary(problem: DisclosureProblem, id: string, count: number): boolean {
  return count > 0 && count < thresholdOf(problem, id);
}
