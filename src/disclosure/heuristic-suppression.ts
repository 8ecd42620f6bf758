import { type Highs, type Model, packRows } from '#solving/solver.ts';
import { wholeTable } from './attacker-program.ts';
import type { Search } from './exact-suppression.ts';
import { findExposures, isSafe } from './insiders.ts';
import { type LinkedSystem, shortfall } from './linked-system.ts';

/*
 * For systems too large to solve exactly: one primary cell after the other gets the cheapest shift
 * that lifts it to its threshold, and what has to move is hidden. Each shift is a whole-number
 * table, so every step is protected by itself. Afterwards hidden cells that turn out unnecessary
 * are printed again, the costliest first.
 */

function createShiftPlan(highs: Highs, system: LinkedSystem, isWhole: boolean): Model {
  const size = system.ids.length;
  // Columns 0..size-1 shift up, size..2*size-1 shift down.
  const rows = system.rows.map(({ indices, values }) => ({
    indices: [...indices, ...indices.map((index) => index + size)],
    values: [...values, ...values.map((value) => -value)],
  }));
  const model = highs.createModel({
    numCols: 2 * size,
    numRows: rows.length,
    colCost: new Float64Array(2 * size),
    colLower: new Float64Array(2 * size),
    colUpper: new Float64Array(2 * size),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: packRows(rows, 2 * size),
    ...(isWhole ? { integrality: new Int32Array(2 * size).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (!isWhole) model.options.set({ presolve: 'off', solver: 'simplex' });
  return model;
}

/** The cheapest table that lifts `cell`, as shifts; cells already hidden move for nothing. */
function planShift(
  highs: Highs,
  model: Model,
  system: LinkedSystem,
  hidden: Float64Array,
  cell: number,
  frozen?: number,
): Float64Array | undefined {
  const size = system.ids.length;
  const need = shortfall(system, cell);
  const upper = new Float64Array(2 * size);
  const cost = new Float64Array(2 * size);
  const open = [...system.hidden, ...system.candidates].filter((index) => index !== frozen);
  for (const index of open) {
    upper[index] = system.up[index] ?? 0;
    upper[index + size] = system.down[index] ?? 0;
    if (hidden[index] === 1) continue;
    // A little more than nothing, so that cells without weight are not hidden for no reason.
    const weight = (system.weights[index] ?? 0) + 1e-3;
    cost[index] = weight;
    cost[index + size] = weight;
  }
  const lower = new Float64Array(2 * size);
  lower[cell] = need;
  upper[cell + size] = 0;
  const all = { kind: 'range' as const, from: 0, to: 2 * size - 1 };
  model.changeColsCost(all, cost);
  model.changeColsBounds(all, lower, upper);
  model.clearSolver();
  if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return undefined;
  const { colValue } = model.getSolution();
  const shift = Float64Array.from(system.ids, (_, at) => {
    return (colValue[at] ?? 0) - (colValue[at + size] ?? 0);
  });
  return wholeTable(system, shift);
}

async function hideAlong(highs: Highs, search: Search): Promise<Float64Array | undefined> {
  const { system, check, control } = search;
  const relaxed = createShiftPlan(highs, system, false);
  const whole = createShiftPlan(highs, system, true);
  const hidden = new Float64Array(system.ids.length);
  for (const cell of system.hidden) hidden[cell] = 1;
  const order = [...system.primary].sort(
    (a, b) => shortfall(system, b) - shortfall(system, a) || a - b,
  );
  try {
    for (const [done, cell] of order.entries()) {
      await control.pause();
      control.report({ step: 'approximating', done, total: order.length });
      check.setPattern(hidden.slice());
      if (check.isProtected(cell)) continue;
      const shift =
        planShift(highs, relaxed, system, hidden, cell) ??
        planShift(highs, whole, system, hidden, cell);
      if (shift === undefined) return undefined;
      for (const [index, value] of shift.entries()) if (value !== 0) hidden[index] = 1;
      check.remember(shift);
    }
    for (;;) {
      await control.pause();
      const [exposure] = findExposures(search, hidden.slice(), true);
      if (exposure === undefined) return hidden;
      const { knows, learns } = exposure;
      const shift =
        planShift(highs, relaxed, system, hidden, learns, knows) ??
        planShift(highs, whole, system, hidden, learns, knows);
      if (shift === undefined) return undefined;
      for (const [index, value] of shift.entries()) if (value !== 0) hidden[index] = 1;
      check.remember(shift);
    }
  } finally {
    relaxed.dispose();
    whole.dispose();
  }
}

/** Prints again, one at a time and the costliest first, what protects nothing. */
export async function printRedundant(search: Search, pattern: Float64Array): Promise<Float64Array> {
  const { system, check, control } = search;
  let hidden = pattern;
  const order = system.candidates
    .filter((cell) => pattern[cell] === 1)
    .sort((a, b) => (system.weights[b] ?? 0) - (system.weights[a] ?? 0) || a - b);
  for (const cell of order) {
    await control.pause();
    const smaller = hidden.slice();
    smaller[cell] = 0;
    if (isSafe(search, smaller)) hidden = smaller;
  }
  check.setPattern(hidden);
  return hidden;
}

/** A protected pattern without redundant cells, not necessarily the cheapest; nothing if stuck. */
export async function suppressHeuristically(
  highs: Highs,
  search: Search,
): Promise<Float64Array | undefined> {
  const hidden = await hideAlong(highs, search);
  return hidden && printRedundant(search, hidden);
}
