import type { Search } from './exact-suppression.ts';

/*
 * Somebody who is alone in a cell knows its count, and so do the two of a cell of two: hidden or not, it is
 * printed for them. With it they could work out another small count beside it (disclosure design B4, attack 13).
 */

/** `knows`: a cell of one or two people. `learns`: a small cell that they can work out. */
export interface Exposure {
  readonly knows: number;
  readonly learns: number;
}

/** The pattern as an insider sees it. */
export function seenBy(knows: number, hidden: Float64Array): Float64Array {
  const seen = hidden.slice();
  seen[knows] = 0;
  return seen;
}

/** What insiders learn under a pattern; with `isFirstEnough` only whether they learn anything. */
export function findExposures(
  { system, check }: Pick<Search, 'system' | 'check'>,
  hidden: Float64Array,
  isFirstEnough = false,
): Exposure[] {
  const exposures: Exposure[] = [];
  for (const { cell: knows, within } of system.insiders) {
    check.setPattern(seenBy(knows, hidden));
    for (const learns of system.primary) {
      if (within.includes(learns) || check.isProtected(learns)) continue;
      exposures.push({ knows, learns });
      if (isFirstEnough) return exposures;
    }
  }
  return exposures;
}

/** Whether a pattern protects every small count, also from those who know one of them. */
export function isSafe({ system, check }: Search, hidden: Float64Array): boolean {
  check.setPattern(hidden);
  if (!system.primary.every(check.isProtected)) return false;
  return findExposures({ system, check }, hidden, true).length === 0;
}
