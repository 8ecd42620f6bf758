import { type Highs, loadSolver, type Model, packRows, type SparseRow } from '#solving/solver.ts';
import { checkProblem } from './check-problem.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';
import { type RunControl, type RunOptions, startRun } from './run-control.ts';

/*
 * What a reader can work out: for each hidden cell the smallest and the largest count in any table
 * that fits all printed numbers, all relations, and the knowledge that zeros are printed. The
 * audit takes nothing from the optimiser, neither its model nor its answers: a fault there must
 * show here. Ranges are given twice: relaxed, and over whole numbers only, because readers know
 * that persons are whole and the relaxed range can hide that a small count is in fact known.
 */

/** A bound is `null` when nothing printed limits it. */
export interface CellRange {
  readonly lp_min: number;
  readonly lp_max: number | null;
  readonly int_min: number;
  readonly int_max: number | null;
}

/**
 * `ranges` of what is not printed. `below_threshold`: the count is under its threshold and can be
 * shown to be, or is printed. `exactly_known`: only one count fits a hidden or small cell.
 */
export interface AuditResult {
  readonly ranges: Record<string, CellRange>;
  readonly below_threshold: string[];
  readonly exactly_known: string[];
}

const wholeTolerance = 1e-5;

export interface HiddenCells {
  readonly ids: readonly string[];
  readonly counts: readonly number[];
  /** What a reader knows each cell to be at least. */
  readonly least: readonly number[];
  readonly rows: readonly SparseRow[];
}

export function collectHidden(
  problem: DisclosureProblem,
  counts: Map<string, number>,
): HiddenCells {
  const roles = Object.entries(problem.roles ?? {});
  const unprinted = roles.filter(([, role]) => role !== 'printed_before').map(([id]) => id);
  const derived = new Set(roles.filter(([, role]) => role.startsWith('derived')).map(([id]) => id));
  const ids = [...new Set([...(problem.suppressed ?? []), ...unprinted])].sort();
  const columnOf = new Map(ids.map((id, column) => [id, column]));
  const rows = new Map<string, SparseRow>();
  for (const { total, parts } of problem.relations) {
    const entries: [number, number][] = [];
    const totalColumn = columnOf.get(total);
    if (totalColumn !== undefined) entries.push([totalColumn, 1]);
    for (const part of parts) {
      const column = columnOf.get(part);
      if (column !== undefined) entries.push([column, -1]);
    }
    if (entries.length === 0) continue;
    entries.sort(([a], [b]) => a - b);
    const row = { indices: entries.map(([at]) => at), values: entries.map(([, value]) => value) };
    rows.set(JSON.stringify(row), row);
  }
  const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const lowerBound = problem.attacker_lower_bound ?? 1;
  return {
    ids,
    counts: ids.map((id) => counts.get(id) ?? 0),
    least: ids.map((id) => (derived.has(id) ? 0 : lowerBound)),
    rows: ordered,
  };
}

// Columns are differences from the true counts: all right-hand sides are then zero, and large
// counts cost no precision.
export function createModel(highs: Highs, cells: HiddenCells, isWhole: boolean): Model {
  const size = cells.ids.length;
  const model = highs.createModel({
    numCols: size,
    numRows: cells.rows.length,
    colCost: new Float64Array(size),
    colLower: cells.counts.map((count, at) => (cells.least[at] ?? 0) - count),
    colUpper: new Float64Array(size).fill(highs.infinity),
    rowLower: new Float64Array(cells.rows.length),
    rowUpper: new Float64Array(cells.rows.length),
    matrix: packRows(cells.rows, size),
    ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (isWhole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.5 });
  else model.options.set({ presolve: 'off', solver: 'simplex' });
  return model;
}

export function isWholeTable(cells: HiddenCells, values: Float64Array): boolean {
  if (values.some((value) => Math.abs(value - Math.round(value)) > wholeTolerance)) return false;
  return cells.rows.every(({ indices, values: signs }) => {
    const sum = indices.reduce((partial, column, at) => {
      return partial + (signs[at] ?? 0) * Math.round(values[column] ?? 0);
    }, 0);
    return sum === 0;
  });
}

interface Extremes {
  readonly cells: HiddenCells;
  /** The furthest each cell goes, up or down, in a whole table seen so far. */
  readonly seenUp: number[];
  readonly seenDown: number[];
}

function noteTable({ seenUp, seenDown }: Extremes, values: Float64Array): void {
  for (const [column, value] of values.entries()) {
    seenUp[column] = Math.max(seenUp[column] ?? 0, Math.round(value));
    seenDown[column] = Math.min(seenDown[column] ?? 0, Math.round(value));
  }
}

/** Pushes one column as far as it goes; `undefined` when it goes on for ever. */
export function push(highs: Highs, model: Model, column: number, direction: 1 | -1) {
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  model.changeColCost(column, -direction);
  let status = model.run().modelStatus;
  if (status !== optimal && status !== unbounded) {
    model.clearSolver();
    status = model.run().modelStatus;
  }
  const values = status === optimal ? model.getSolution().colValue : undefined;
  model.changeColCost(column, 0);
  // The true table always fits, so "infeasible or unbounded" can only mean unbounded.
  if (status === unbounded || status === unboundedOrInfeasible) return undefined;
  if (!values) throw new Error(`the solver stopped with status ${status}`);
  return values;
}

interface Reach {
  readonly relaxed: number;
  readonly whole: number;
}

function reach(
  highs: Highs,
  models: { readonly relaxed: Model; readonly whole: () => Model },
  extremes: Extremes,
  column: number,
  direction: 1 | -1,
): Reach | undefined {
  const values = push(highs, models.relaxed, column, direction);
  if (values === undefined) return undefined;
  const furthest = values[column] ?? 0;
  const snapped = Math.round(furthest);
  const relaxed = Math.abs(furthest - snapped) < wholeTolerance ? snapped : furthest;
  if (isWholeTable(extremes.cells, values)) {
    noteTable(extremes, values);
    return { relaxed, whole: snapped };
  }
  const seen = (direction === 1 ? extremes.seenUp : extremes.seenDown)[column] ?? 0;
  if (seen === (direction === 1 ? Math.floor(relaxed) : Math.ceil(relaxed))) {
    return { relaxed, whole: seen };
  }
  const table = push(highs, models.whole(), column, direction);
  if (table === undefined) throw new Error('whole and relaxed tables disagree');
  if (isWholeTable(extremes.cells, table)) noteTable(extremes, table);
  return { relaxed, whole: Math.round(table[column] ?? 0) };
}

async function findRanges(
  highs: Highs,
  cells: HiddenCells,
  control: RunControl,
): Promise<Map<string, CellRange>> {
  const ranges = new Map<string, CellRange>();
  const size = cells.ids.length;
  if (size === 0) return ranges;
  const extremes = {
    cells,
    seenUp: cells.counts.map(() => 0),
    seenDown: cells.counts.map(() => 0),
  };
  const relaxed = createModel(highs, cells, false);
  let whole: Model | undefined;
  const models = {
    relaxed,
    whole: () => {
      whole ??= createModel(highs, cells, true);
      return whole;
    },
  };
  try {
    for (const [column, id] of cells.ids.entries()) {
      await control.pause();
      control.report({ step: 'auditing', done: column, total: size });
      const count = cells.counts[column] ?? 0;
      const down = reach(highs, models, extremes, column, -1);
      const up = reach(highs, models, extremes, column, 1);
      ranges.set(id, {
        lp_min: down ? count + down.relaxed : (cells.least[column] ?? 0),
        lp_max: up ? count + up.relaxed : null,
        int_min: down ? count + down.whole : (cells.least[column] ?? 0),
        int_max: up ? count + up.whole : null,
      });
    }
  } finally {
    relaxed.dispose();
    whole?.dispose();
  }
  return ranges;
}

/** The threshold under which each cell must not be learnt; 0 for what an earlier release printed. */
export function readThresholds(problem: DisclosureProblem): (id: string) => number {
  const owns = new Map(Object.entries(problem.cellThresholds ?? {}));
  const roles = new Map(Object.entries(problem.roles ?? {}));
  return (id) => {
    const own = owns.get(id) ?? 0;
    const role = roles.get(id);
    if (role === 'printed_before') return 0;
    const isPast = role === 'hidden_before' || role === 'derived_before';
    return isPast && own > 0 ? own : Math.max(problem.threshold, own);
  };
}

/**
 * Works out what a reader can learn when the cells in `problem.suppressed` are hidden and all
 * others printed. Cells stand in code-unit order of their ids.
 * @throws DisclosureInputError for an unsound problem, `zero_suppressed` when a zero is hidden
 * @throws DisclosureCancelledError when the signal is raised
 */
export async function audit(
  problem: DisclosureProblem,
  options: RunOptions = {},
): Promise<AuditResult> {
  const control = startRun(options);
  const counts = checkProblem(problem);
  const cells = collectHidden(problem, counts);
  const found = await findRanges(await loadSolver(), cells, control);
  const below: string[] = [];
  const known: string[] = [];
  const suppressed = new Set(problem.suppressed ?? []);
  const thresholdOf = readThresholds(problem);
  for (const id of [...counts.keys()].sort()) {
    const count = counts.get(id) ?? 0;
    const range = found.get(id) ?? { int_min: count, int_max: count };
    const isSmall = count > 0 && count < thresholdOf(id);
    if (isSmall && range.int_max !== null && range.int_max < thresholdOf(id)) below.push(id);
    if ((isSmall || suppressed.has(id)) && range.int_min === range.int_max) known.push(id);
  }
  return { ranges: Object.fromEntries(found), below_threshold: below, exactly_known: known };
}
