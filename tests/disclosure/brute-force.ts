import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import type { LinkedTables } from '#disclosure/tables.ts';

/**
 * The definition of protection, by counting: every table of whole numbers a reader could imagine
 * is listed. It shares nothing with the engine and is only good for a dozen persons.
 */

type Problem = DisclosureProblem & Pick<LinkedTables, 'tables'>;
type Table = ReadonlyMap<string, number>;

/** Every way to share `left` persons among the cells, at least one each. */
function* shareOut(ids: readonly string[], left: number): Generator<[string, number][]> {
  const [first, ...rest] = ids;
  if (first === undefined) {
    if (left === 0) yield [];
    return;
  }
  for (let count = 1; count <= left - rest.length; count += 1) {
    for (const others of shareOut(rest, left - count)) yield [[first, count], ...others];
  }
}

function completeTable(problem: Problem, leaves: [string, number][]): Table | undefined {
  const table = new Map(leaves);
  const open = [...problem.relations];
  for (let round = 0; round < problem.relations.length; round += 1) {
    for (const { total, parts } of open) {
      if (!parts.every((part) => table.has(part))) continue;
      const sum = parts.reduce((partial, part) => partial + (table.get(part) ?? 0), 0);
      if ((table.get(total) ?? sum) !== sum) return undefined;
      table.set(total, sum);
    }
  }
  return table;
}

/** All tables with the true zeros and the true grand total. */
function listTables(problem: Problem): Table[] {
  const totals = new Set(problem.relations.map(({ total }) => total));
  let tables: [string, number][][] = [[]];
  for (const ids of Object.values(problem.tables)) {
    const leaves = ids.filter((id) => !totals.has(id));
    const nonzero = leaves.filter((id) => (problem.cells[id] ?? 0) > 0);
    const zeros = leaves.filter((id) => problem.cells[id] === 0);
    const shares = [...shareOut(nonzero, problem.cells.ALL ?? 0)];
    tables = tables.flatMap((table) =>
      shares.map((share) => [...table, ...share, ...zeros.map((id): [string, number] => [id, 0])]),
    );
  }
  return tables
    .map((leaves) => completeTable(problem, leaves))
    .filter((table): table is Table => table !== undefined);
}

/** Sets of candidates, as bits, of which one must be hidden entirely to protect a primary cell. */
function waysToProtect(
  problem: Problem,
  tables: readonly Table[],
  candidates: readonly string[],
  fixed: readonly string[],
  cell: string,
): number[] {
  const masks = new Set<number>();
  for (const table of tables) {
    if ((table.get(cell) ?? 0) < problem.threshold) continue;
    if (fixed.some((id) => table.get(id) !== problem.cells[id])) continue;
    let mask = 0;
    for (const [bit, id] of candidates.entries()) {
      if (table.get(id) !== problem.cells[id]) mask |= 1 << bit;
    }
    masks.add(mask);
  }
  // A subset is a smaller number, so every mask meets its subsets before itself.
  const least: number[] = [];
  for (const mask of [...masks].sort((a, b) => a - b)) {
    if (!least.some((other) => (other & mask) === other)) least.push(mask);
  }
  return least;
}

/** The least cost over all subsets of cells, or nothing when no subset protects. */
export function bruteForceOptimum(problem: Problem): number | undefined {
  const ids = Object.keys(problem.cells).filter((id) => (problem.cells[id] ?? 0) > 0);
  const isSmall = (id: string) => (problem.cells[id] ?? 0) < problem.threshold;
  const isFixed = (id: string) => id === 'ALL' || problem.keep?.includes(id) === true;
  const weigh = (id: string) => problem.weights?.[id] ?? problem.cells[id] ?? 0;
  const primary = ids.filter(isSmall);
  const candidates = ids.filter((id) => !isSmall(id) && !isFixed(id));
  const tables = listTables(problem);
  const ways = primary.map((cell) =>
    waysToProtect(problem, tables, candidates, ids.filter(isFixed), cell),
  );
  let best: number | undefined;
  for (let hidden = 0; hidden < 1 << candidates.length; hidden += 1) {
    const isSafe = ways.every((masks) => masks.some((mask) => (mask & hidden) === mask));
    if (!isSafe) continue;
    const chosen = candidates.filter((_, bit) => (hidden >> bit) & 1);
    const cost = [...primary, ...chosen].reduce((sum, id) => sum + weigh(id), 0);
    if (best === undefined || cost < best) best = cost;
  }
  return best;
}

/** Smallest and largest count of a hidden cell over all imaginable tables. */
export function bruteForceRange(problem: Problem, hidden: readonly string[], cell: string) {
  const concealed = new Set(hidden);
  const printed = Object.keys(problem.cells).filter((id) => !concealed.has(id));
  const counts = listTables(problem)
    .filter((table) => printed.every((id) => table.get(id) === problem.cells[id]))
    .map((table) => table.get(cell) ?? 0);
  return { int_min: Math.min(...counts), int_max: Math.max(...counts) };
}
