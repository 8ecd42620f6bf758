import { type Highs, type Model, packRows } from '#solving/solver.ts';
import type { LinkedSystem } from './linked-system.ts';

/** The tables a reader can imagine, as shifts from the true counts; a pattern limits the shifts. */
export interface AttackerProgram {
  /** `hidden[cell]` from 0 (printed) to 1 (hidden); fractions occur while the master is relaxed. */
  readonly setPattern: (hidden: Float64Array) => void;
  /** The largest shift of `cell`, the table that has it, and a multiplier per relation. */
  readonly raise: (cell: number) => { shift: Float64Array; multipliers: Float64Array };
  /** A whole-number table in which `cell` gains at least `gain`, or none. */
  readonly raiseWhole: (cell: number, gain: number) => Float64Array | undefined;
  readonly dispose: () => void;
}

function createShiftModel(highs: Highs, system: LinkedSystem, isWhole: boolean): Model {
  const size = system.ids.length;
  const model = highs.createModel({
    numCols: size,
    numRows: system.rows.length,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size),
    rowLower: new Float64Array(system.rows.length),
    rowUpper: new Float64Array(system.rows.length),
    matrix: packRows(system.rows, size),
    ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (!isWhole) model.options.set({ presolve: 'off', solver: 'simplex' });
  return model;
}

/** The whole-number table next to a solver's answer, if it satisfies every relation exactly. */
export function wholeTable(system: LinkedSystem, shift: Float64Array): Float64Array | undefined {
  const whole = shift.map((value) => Math.round(value) + 0);
  for (const [cell, value] of whole.entries()) {
    if (Math.abs(value - (shift[cell] ?? 0)) > 1e-4) return undefined;
  }
  for (const { indices, values } of system.rows) {
    let sum = 0;
    for (const [at, cell] of indices.entries()) sum += (values[at] ?? 0) * (whole[cell] ?? 0);
    if (sum !== 0) return undefined;
  }
  return whole;
}

export function createAttackerProgram(highs: Highs, system: LinkedSystem): AttackerProgram {
  const size = system.ids.length;
  const all = { kind: 'range' as const, from: 0, to: size - 1 };
  const relaxed = createShiftModel(highs, system, false);
  let whole: Model | undefined;
  let lower = new Float64Array(size);
  let upper = new Float64Array(size);
  let raised = 0;
  const { optimal, infeasible } = highs.constants.modelStatus;
  return {
    setPattern(hidden) {
      lower = Float64Array.from(hidden, (share, cell) => -(system.down[cell] ?? 0) * share);
      upper = Float64Array.from(hidden, (share, cell) => (system.up[cell] ?? 0) * share);
      relaxed.changeColsBounds(all, lower, upper);
    },
    raise(cell) {
      relaxed.changeColCost(raised, 0);
      relaxed.changeColCost(cell, -1);
      raised = cell;
      let status = relaxed.run().modelStatus;
      if (status !== optimal) {
        relaxed.clearSolver();
        status = relaxed.run().modelStatus;
      }
      if (status !== optimal) throw new Error(`the solver stopped with status ${status}`);
      const { colValue, rowDual } = relaxed.getSolution();
      return { shift: colValue, multipliers: rowDual };
    },
    raiseWhole(cell, gain) {
      if ((upper[cell] ?? 0) < gain) return undefined;
      whole ??= createShiftModel(highs, system, true);
      whole.changeColsBounds(all, lower, upper);
      whole.changeColBounds(cell, gain, upper[cell] ?? 0);
      whole.clearSolver();
      const status = whole.run().modelStatus;
      if (status === infeasible) return undefined;
      if (status !== optimal) throw new Error(`the solver stopped with status ${status}`);
      return wholeTable(system, whole.getSolution().colValue);
    },
    dispose() {
      relaxed.dispose();
      whole?.dispose();
    },
  };
}
