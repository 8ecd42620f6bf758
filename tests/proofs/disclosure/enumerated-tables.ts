import fc from 'fast-check';
import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';

/**
 * The engine's task by listing: every table of whole numbers with these relations, whatever they are, and
 * every choice of cells to hide. It knows nothing of tables with margins, and nothing of the engine.
 */

type Table = ReadonlyMap<string, number>;

interface Listed {
  readonly tables: readonly Table[];
  readonly primary: readonly string[];
  readonly candidates: readonly string[];
  readonly fixed: readonly string[];
}

const countOf = (problem: DisclosureProblem, id: string) => problem.cells[id] ?? 0;

function complete(problem: DisclosureProblem, leaves: Map<string, number>): Table | undefined {
  const table = new Map(leaves);
  for (let round = 0; round < problem.relations.length; round += 1) {
    for (const { total, parts } of problem.relations) {
      if (!parts.every((part) => table.has(part))) continue;
      const sum = parts.reduce((partial, part) => partial + (table.get(part) ?? 0), 0);
      if ((table.get(total) ?? sum) !== sum) return undefined;
      table.set(total, sum);
    }
  }
  return table;
}

function* assign(
  choices: readonly (readonly [string, number, number])[],
  left: number,
  chosen: Map<string, number>,
): Generator<Map<string, number>> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield chosen;
    return;
  }
  const [id, from, to] = first;
  for (let value = from; value <= Math.min(to, left); value += 1) {
    chosen.set(id, value);
    yield* assign(rest, left - value, chosen);
  }
}

/** All tables; where no printed total bounds a leaf, up to two thresholds above what it has or needs. */
export function listTables(problem: DisclosureProblem): Listed {
  const ids = Object.keys(problem.cells);
  const totals = new Set(problem.relations.map(({ total }) => total));
  const least = problem.attacker_lower_bound ?? 1;
  const kept = new Set(['ALL', ...(problem.keep ?? [])]);
  const fixed = ids.filter((id) => kept.has(id) || countOf(problem, id) === 0);
  // Then everything is part of it.
  const isBounded = problem.cells.ALL !== undefined && problem.cells.lone === undefined;
  const most = isBounded ? (problem.cells.ALL ?? 0) : Number.POSITIVE_INFINITY;
  const choices = ids
    .filter((id) => !totals.has(id))
    .map((id): [string, number, number] => {
      const count = countOf(problem, id);
      if (fixed.includes(id)) return [id, count, count];
      if (isBounded) return [id, least, problem.cells.ALL ?? 0];
      return [id, least, Math.max(count, problem.threshold) + 2 * problem.threshold];
    });
  const tables: Table[] = [];
  for (const leaves of assign(choices, most, new Map())) {
    const table = complete(problem, leaves);
    if (table === undefined || fixed.some((id) => table.get(id) !== countOf(problem, id))) continue;
    if (ids.some((id) => !fixed.includes(id) && (table.get(id) ?? 0) < least)) continue;
    tables.push(table);
  }
  const open = ids.filter((id) => !fixed.includes(id));
  const primary = open.filter((id) => countOf(problem, id) < problem.threshold);
  return { tables, primary, candidates: open.filter((id) => !primary.includes(id)), fixed };
}

const fits = (problem: DisclosureProblem, table: Table, hidden: ReadonlySet<string>) =>
  [...table].every(([id, value]) => hidden.has(id) || value === countOf(problem, id));

/** The least cost over all choices, or nothing where no choice protects. */
export function leastCost(problem: DisclosureProblem): number | undefined {
  const { tables, primary, candidates } = listTables(problem);
  const weigh = (id: string) => problem.weights?.[id] ?? countOf(problem, id);
  let best: number | undefined;
  for (let bits = 0; bits < 1 << candidates.length; bits += 1) {
    const chosen = candidates.filter((_, bit) => (bits >> bit) & 1);
    const cost = [...primary, ...chosen].reduce((sum, id) => sum + weigh(id), 0);
    if (best !== undefined && cost >= best) continue;
    const hidden = new Set([...primary, ...chosen]);
    const imaginable = tables.filter((table) => fits(problem, table, hidden));
    const isSafe = primary.every((id) =>
      imaginable.some((table) => (table.get(id) ?? 0) >= problem.threshold),
    );
    if (isSafe) best = cost;
  }
  return best;
}

/** Smallest and largest count of each hidden cell; only right where a printed sum bounds them. */
export function listRanges(problem: DisclosureProblem, suppressed: readonly string[]) {
  const hidden = new Set(suppressed);
  const imaginable = listTables(problem).tables.filter((table) => fits(problem, table, hidden));
  return new Map(
    suppressed.map((id) => {
      const values = imaginable.map((table) => table.get(id) ?? 0);
      return [id, { int_min: Math.min(...values), int_max: Math.max(...values) }];
    }),
  );
}

interface Drawn {
  readonly leaves: readonly number[];
  readonly sums: readonly (readonly boolean[])[];
  readonly hasAll: boolean;
  readonly hasLone: boolean;
  readonly split: number;
  readonly keep: number;
  readonly weights: readonly number[] | null;
  readonly threshold: number;
  readonly least: 0 | 1;
}

function build(drawn: Drawn): DisclosureProblem {
  const cells: Record<string, number> = {};
  const leaves = drawn.leaves.map((count, at) => {
    cells[`x${at}`] = count;
    return `x${at}`;
  });
  const relations: { total: string; parts: string[] }[] = [];
  const addTotal = (total: string, parts: string[]) => {
    cells[total] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
    relations.push({ total, parts });
  };
  for (const [at, sum] of drawn.sums.entries()) {
    const parts = leaves.filter((_, leaf) => sum[leaf]);
    if (parts.length > 0) addTotal(`s${at}`, parts);
  }
  if (drawn.hasAll) {
    addTotal('ALL', leaves);
    // The grand total once more, by two halves: several relations of one cell.
    const halves = [leaves.slice(0, drawn.split), leaves.slice(drawn.split)];
    if (halves.every((half) => half.length > 1)) {
      for (const [at, half] of halves.entries()) addTotal(`h${at}`, half);
      relations.push({ total: 'ALL', parts: ['h0', 'h1'] });
    }
  }
  if (drawn.hasLone) cells.lone = 2;
  const ids = Object.keys(cells).sort();
  const kept = ids[drawn.keep];
  const { weights } = drawn;
  return {
    threshold: drawn.threshold,
    cells,
    relations,
    attacker_lower_bound: drawn.least,
    ...(kept === undefined ? {} : { keep: [kept] }),
    ...(weights
      ? { weights: Object.fromEntries(ids.map((id, at) => [id, weights[at % 5] ?? 1])) }
      : {}),
  };
}

/** Any cells with any sums: overlapping, in chains, several of one cell, none at all. */
export const anySystem: fc.Arbitrary<DisclosureProblem> = fc
  .record({
    leaves: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 4 }),
    sums: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 2 }),
    hasAll: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
    hasLone: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    split: fc.integer({ min: 1, max: 3 }),
    keep: fc.integer({ min: 0, max: 24 }),
    weights: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 })),
    threshold: fc.integer({ min: 2, max: 3 }),
    least: fc.constantFrom<0 | 1>(0, 1, 1),
  })
  .map(build);
