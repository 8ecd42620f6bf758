import type { SparseRow } from '#solving/solver.ts';
import { type DisclosureProblem, grandTotalId } from './disclosure-problem.ts';
import { isPast, isPrimary, roleOf, thresholdOf } from './primary-rule.ts';

/** A cell of one or two people; `within`: cells of nobody else, which whoever knows it knows too. */
interface Insider {
  readonly cell: number;
  readonly within: readonly number[];
}

/**
 * The cells of a problem that can vary, numbered in code-unit order of their ids, so that the order of
 * the input cannot change the output. What is printed anyway is constant and drops out.
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
  /** Hidden whatever is chosen: primary cells and those with a role. */
  readonly hidden: readonly number[];
  /** Small counts, which a reader must not learn. */
  readonly primary: readonly number[];
  /** Primary cells of earlier releases alone: given up when nothing can protect them any more. */
  readonly past: readonly number[];
  /** Cells of one or two people, who know them: see `insiders` of the problem. */
  readonly insiders: readonly Insider[];
  /** Neither hidden nor kept: may be hidden to protect others. */
  readonly candidates: readonly number[];
}

// Shifts far above every threshold never help to lift a count in practice and cost the solver
// precision. Forbidding them can only ask for more hiding, never for less.
const leastLargestShift = 2 ** 20;
const mostWhoKnow = 2;
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

type Standing = 'fixed' | 'hidden' | 'candidate';

function standingOf(
  problem: DisclosureProblem,
  id: string,
  kept: ReadonlySet<string>,
  isAtRisk: boolean,
): Standing {
  const role = roleOf(problem, id);
  if (role === 'printed_before') return 'fixed';
  if (role !== undefined) return 'hidden';
  if (id === grandTotalId || kept.has(id)) return 'fixed';
  return isAtRisk ? 'hidden' : 'candidate';
}

/** Leaves out the columns that cannot move, and renumbers the rest. */
function keepMovable(
  rows: readonly Row[],
  isMovable: (at: number) => boolean,
  size: number,
): { numbers: number[]; rows: SparseRow[] } {
  const numbers = Array.from({ length: size }, (_, at) => at).filter(isMovable);
  const columnOf = new Map(numbers.map((at, column) => [at, column]));
  const seen = new Set<string>();
  const kept: SparseRow[] = [];
  for (const { total, parts } of rows) {
    const indices: number[] = [];
    const values: number[] = [];
    for (const [position, at] of [total, ...parts].entries()) {
      const column = columnOf.get(at);
      if (column === undefined) continue;
      indices.push(column);
      values.push(position === 0 ? 1 : -1);
    }
    const key = `${values[0]}:${indices.join()}`;
    if (indices.length === 0 || seen.has(key)) continue;
    seen.add(key);
    kept.push({ indices, values });
  }
  return { numbers, rows: kept };
}

export function buildLinkedSystem(
  problem: DisclosureProblem,
  countOf: ReadonlyMap<string, number>,
): LinkedSystem {
  const isDerived = (id: string) => roleOf(problem, id)?.startsWith('derived') ?? false;
  const ids = [...countOf.keys()].filter((id) => countOf.get(id) !== 0 || isDerived(id)).sort();
  const numberOf = new Map(ids.map((id, at) => [id, at]));
  const counts = ids.map((id) => countOf.get(id) ?? 0);
  const kept = new Set(problem.keep ?? []);
  const thresholds = ids.map((id) => thresholdOf(problem, id));
  const isAtRisk = ids.map((id, at) => isPrimary(problem, id, counts[at] ?? 0));
  const standings = ids.map((id, at) => standingOf(problem, id, kept, isAtRisk[at] ?? false));
  const allRows = numberRows(problem, numberOf);
  const lowerBound = problem.attacker_lower_bound ?? 1;
  const largestShift = thresholds.reduce((a, b) => Math.max(a, b), leastLargestShift);
  const isFixed = (at: number) => standings[at] === 'fixed';
  const lowest = ids.map((id, at) =>
    isFixed(at) ? (counts[at] ?? 0) : isDerived(id) ? 0 : lowerBound,
  );
  const highest = counts.map((count, at) => (isFixed(at) ? count : count + largestShift));
  tightenBounds(allRows, lowest, highest);
  const down = counts.map((count, at) => Math.min(largestShift, count - (lowest[at] ?? 0)));
  const up = counts.map((count, at) => Math.min(largestShift, (highest[at] ?? 0) - count));
  const isMovable = (at: number) =>
    (standings[at] === 'hidden' && isAtRisk[at] === true) ||
    (!isFixed(at) && ((down[at] ?? 0) > 0 || (up[at] ?? 0) > 0));
  const { numbers, rows } = keepMovable(allRows, isMovable, ids.length);
  const weightOf = problem.weights ?? {};
  const columns = numbers.map((at, column) => ({ at, column, id: ids[at] ?? '' }));
  const pick = <Value>(values: readonly Value[]) => numbers.map((at) => values[at] as Value);
  const columnsWhere = (holds: (at: number, id: string) => boolean) =>
    columns.filter(({ at, id }) => holds(at, id)).map(({ column }) => column);
  return {
    ids: pick(ids),
    counts: pick(counts),
    thresholds: pick(thresholds),
    weights: columns.map(({ at, id }) =>
      Object.hasOwn(weightOf, id) ? (weightOf[id] ?? 0) : (counts[at] ?? 0),
    ),
    rows,
    down: pick(down),
    up: pick(up),
    hidden: columnsWhere((at) => standings[at] === 'hidden'),
    primary: columnsWhere((at) => isAtRisk[at] === true),
    past: columnsWhere((at, id) => isAtRisk[at] === true && isPast(roleOf(problem, id))),
    insiders: columnsWhere(
      (at, id) =>
        problem.insiders === true &&
        isAtRisk[at] === true &&
        (counts[at] ?? 0) <= mostWhoKnow &&
        roleOf(problem, id) === undefined,
    ).map((cell) => ({ cell, within: findWithin(rows, pick(counts), cell) })),
    candidates: columnsWhere((at) => standings[at] === 'candidate'),
  };
}

/**
 * Cells of nobody but the people of a cell: its parts and theirs, and totals with the same count, whose other
 * parts are printed zeros.
 */
function findWithin(rows: readonly SparseRow[], counts: readonly number[], cell: number): number[] {
  const within = new Set<number>([cell]);
  for (const each of within) {
    for (const { indices, values } of rows) {
      const [total = -1, ...parts] = indices;
      if (values[0] !== 1) continue;
      if (total === each) for (const part of parts) within.add(part);
      else if (parts.includes(each) && counts[total] === counts[each]) within.add(total);
    }
  }
  return [...within].sort((a, b) => a - b);
}

/** How much more than its count a primary cell must be able to be. */
export function shortfall(system: LinkedSystem, cell: number): number {
  return (system.thresholds[cell] ?? 0) - (system.counts[cell] ?? 0);
}
