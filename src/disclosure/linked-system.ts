import { type DisclosureProblem, grandTotalId } from './disclosure-problem.ts';
import { isPrimary, thresholdOf } from './primary-rule.ts';
import type { SparseRow } from './solver.ts';

/**
 * The nonzero cells of a problem, numbered in code-unit order of their ids, so that the order of
 * the input cannot change the output. Zero cells are printed and constant: they drop out.
 * `down` and `up`: by how much a reader can at most imagine a hidden cell below or above its count.
 */
export interface LinkedSystem {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  readonly thresholds: readonly number[];
  readonly weights: readonly number[];
  readonly rows: readonly SparseRow[];
  readonly down: readonly number[];
  readonly up: readonly number[];
  readonly primary: readonly number[];
  /** Neither primary nor kept: may be hidden to protect others. */
  readonly candidates: readonly number[];
}

// Larger shifts never help to lift a count to its threshold in practice and cost the solver
// precision. Forbidding them can only ask for more hiding, never for less.
const largestShift = 2 ** 20;
const tighteningPasses = 4;

interface Row {
  readonly total: number;
  readonly parts: readonly number[];
}

function compareRows(a: Row, b: Row): number {
  if (a.total !== b.total) return a.total - b.total;
  if (a.parts.length !== b.parts.length) return a.parts.length - b.parts.length;
  for (const [position, part] of a.parts.entries()) {
    const other = b.parts[position] ?? part;
    if (part !== other) return part - other;
  }
  return 0;
}

function numberRows(problem: DisclosureProblem, numberOf: ReadonlyMap<string, number>): Row[] {
  const rows: Row[] = [];
  for (const relation of problem.relations) {
    const total = numberOf.get(relation.total);
    if (total === undefined) continue;
    const parts = relation.parts
      .map((part) => numberOf.get(part))
      .filter((part) => part !== undefined)
      .sort((a, b) => a - b);
    rows.push({ total, parts });
  }
  rows.sort(compareRows);
  return rows.filter((row, at) => {
    const before = rows[at - 1];
    return before === undefined || compareRows(before, row) !== 0;
  });
}

/**
 * Bounds that hold in every table a reader can imagine, whatever is hidden: a total is at least
 * the least of its parts together, a part at most what the other parts leave.
 */
function tightenBounds(rows: readonly Row[], lowest: number[], highest: number[]): void {
  for (let pass = 0; pass < tighteningPasses; pass += 1) {
    for (const { total, parts } of rows) {
      let low = 0;
      let high = 0;
      for (const part of parts) {
        low += lowest[part] ?? 0;
        high += highest[part] ?? 0;
      }
      lowest[total] = Math.max(lowest[total] ?? 0, low);
      highest[total] = Math.min(highest[total] ?? 0, high);
      for (const part of parts) {
        const restLow = low - (lowest[part] ?? 0);
        const restHigh = high - (highest[part] ?? 0);
        highest[part] = Math.min(highest[part] ?? 0, (highest[total] ?? 0) - restLow);
        lowest[part] = Math.max(lowest[part] ?? 0, (lowest[total] ?? 0) - restHigh);
        low = restLow + (lowest[part] ?? 0);
        high = restHigh + (highest[part] ?? 0);
      }
    }
  }
}

export function buildLinkedSystem(
  problem: DisclosureProblem,
  countOf: ReadonlyMap<string, number>,
): LinkedSystem {
  const ids = [...countOf.keys()].filter((id) => countOf.get(id) !== 0).sort();
  const numberOf = new Map(ids.map((id, at) => [id, at]));
  const counts = ids.map((id) => countOf.get(id) ?? 0);
  const kept = new Set(problem.keep ?? []);
  const isFixed = ids.map((id) => id === grandTotalId || kept.has(id));
  const isAtRisk = ids.map((id, at) => isPrimary(problem, id, counts[at] ?? 0));
  const rows = numberRows(problem, numberOf);
  const lowerBound = problem.attacker_lower_bound ?? 1;
  const lowest = counts.map((count, at) => (isFixed[at] ? count : lowerBound));
  const highest = counts.map((count, at) => (isFixed[at] ? count : count + largestShift));
  tightenBounds(rows, lowest, highest);
  const weightOf = problem.weights ?? {};
  const numbers = ids.map((_, at) => at);
  return {
    ids,
    counts,
    thresholds: ids.map((id) => thresholdOf(problem, id)),
    weights: ids.map((id, at) =>
      Object.hasOwn(weightOf, id) ? (weightOf[id] ?? 0) : (counts[at] ?? 0),
    ),
    rows: rows.map(({ total, parts }) => ({
      indices: [total, ...parts],
      values: [1, ...parts.map(() => -1)],
    })),
    down: counts.map((count, at) => Math.min(largestShift, count - (lowest[at] ?? 0))),
    up: counts.map((count, at) => Math.min(largestShift, (highest[at] ?? 0) - count)),
    primary: numbers.filter((at) => isAtRisk[at]),
    candidates: numbers.filter((at) => !isAtRisk[at] && !isFixed[at]),
  };
}

/** How much more than its count a primary cell must be able to be. */
export function shortfall(system: LinkedSystem, cell: number): number {
  return (system.thresholds[cell] ?? 0) - (system.counts[cell] ?? 0);
}
