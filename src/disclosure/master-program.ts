import type { LinkedSystem } from './linked-system.ts';
import { type Highs, type Model, packRows } from './solver.ts';
import type { SuppressionCut } from './suppression-cut.ts';

/** The choice of what to hide: least total weight under the cuts found so far. */
export interface MasterProgram {
  /** False when the same cut is already there. */
  readonly add: (cut: SuppressionCut) => boolean;
  /** The cheapest shares, from 0 to 1 of each cell, under the cuts. */
  readonly solveRelaxed: () => Float64Array;
  /** The cheapest pattern under the cuts, or nothing when `seconds` run out. */
  readonly solveWhole: (seconds?: number) => Float64Array | undefined;
  readonly dispose: () => void;
}

/**
 * Among equally cheap patterns the one with fewer hidden cells is chosen, by a surcharge per cell
 * that stays under half a unit in all. Weights that are not whole have no unit to stay under.
 */
function withTieBreak(weights: readonly number[]): number[] {
  const areWhole = weights.every((weight) => Number.isInteger(weight));
  const surcharge = areWhole ? 0.5 / (weights.length + 1) : 0;
  return weights.map((weight) => weight + surcharge);
}

function createChoiceModel(highs: Highs, weights: readonly number[], isWhole: boolean): Model {
  const size = weights.length;
  const model = highs.createModel({
    numCols: size,
    numRows: 0,
    colCost: [...weights],
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: packRows([], size),
    ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (isWhole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-7 });
  else model.options.set({ presolve: 'off', solver: 'simplex' });
  return model;
}

export function createMasterProgram(highs: Highs, system: LinkedSystem): MasterProgram {
  const columnOf = new Map(system.candidates.map((cell, column) => [cell, column]));
  const weights = withTieBreak(system.candidates.map((cell) => system.weights[cell] ?? 0));
  const relaxed = createChoiceModel(highs, weights, false);
  const whole = createChoiceModel(highs, weights, true);
  const known = new Set<string>();
  const { optimal } = highs.constants.modelStatus;
  const toPattern = (shares: Float64Array, round: boolean) => {
    const hidden = new Float64Array(system.ids.length);
    for (const cell of system.primary) hidden[cell] = 1;
    for (const [column, cell] of system.candidates.entries()) {
      const share = Math.min(1, Math.max(0, shares[column] ?? 0));
      hidden[cell] = round ? Math.round(share) : share;
    }
    return hidden;
  };
  return {
    add(cut) {
      const key = `${cut.least}:${cut.cells.join()}:${cut.values.join()}`;
      if (known.has(key)) return false;
      known.add(key);
      const indices = cut.cells.map((cell) => columnOf.get(cell) ?? 0);
      for (const model of [relaxed, whole]) {
        model.addRow(cut.least, highs.infinity, { indices, values: [...cut.values] });
      }
      return true;
    },
    solveRelaxed() {
      const status = relaxed.run().modelStatus;
      if (status !== optimal) throw new Error(`the solver stopped with status ${status}`);
      return toPattern(relaxed.getSolution().colValue, false);
    },
    solveWhole(seconds) {
      whole.clearSolver();
      if (seconds !== undefined) {
        whole.zeroAllClocks();
        whole.options.set('time_limit', Math.max(0.01, seconds));
      }
      const status = whole.run().modelStatus;
      if (status === highs.constants.modelStatus.timeLimit) return undefined;
      if (status !== optimal) throw new Error(`the solver stopped with status ${status}`);
      return toPattern(whole.getSolution().colValue, true);
    },
    dispose() {
      relaxed.dispose();
      whole.dispose();
    },
  };
}
