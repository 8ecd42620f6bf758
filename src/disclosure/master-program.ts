import { type Highs, type Model, packRows } from '#solving/solver.ts';
import type { LinkedSystem } from './linked-system.ts';
import type { SuppressionCut } from './suppression-cut.ts';

/** The choice of what to hide: least total weight under the cuts found so far. */
export interface MasterProgram {
  /** False when the same cut is already there. */
  readonly add: (cut: SuppressionCut) => boolean;
  /** The cheapest shares, from 0 to 1 of each cell, under the cuts. */
  readonly solveRelaxed: () => Float64Array;
  /**
   * A pattern under the cuts whose cost is proven to be within `slack` (a share) of the least;
   * nothing when `seconds` run out.
   */
  readonly solveWhole: (slack: number, seconds?: number) => Float64Array | undefined;
  readonly dispose: () => void;
}

interface Costs {
  readonly values: readonly number[];
  /** Two patterns cannot differ by less than twice this. */
  readonly gap: number;
}

/**
 * Whole weights are scaled up and one is added per cell, so that among equally cheap patterns the
 * one with fewer hidden cells wins and the stated cost stays the least. Other weights have no
 * smallest difference that could be divided up: for them ties are left to the solver.
 */
function breakTies(weights: readonly number[]): Costs {
  const scale = weights.length + 1;
  const areWhole = weights.every((weight) => Number.isInteger(weight) && weight < 2 ** 20);
  if (!areWhole) return { values: weights, gap: 1e-7 };
  return { values: weights.map((weight) => weight * scale + 1), gap: 0.5 };
}

function createChoiceModel(highs: Highs, costs: Costs, isWhole: boolean): Model {
  const size = costs.values.length;
  const model = highs.createModel({
    numCols: size,
    numRows: 0,
    colCost: costs.values,
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: packRows([], size),
    ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
  });
  model.options.set({ output_flag: false });
  if (isWhole) model.options.set({ mip_abs_gap: costs.gap });
  else model.options.set({ presolve: 'off', solver: 'simplex' });
  return model;
}

export function createMasterProgram(highs: Highs, system: LinkedSystem): MasterProgram {
  const columnOf = new Map(system.candidates.map((cell, column) => [cell, column]));
  const costs = breakTies(system.candidates.map((cell) => system.weights[cell] ?? 0));
  const relaxed = createChoiceModel(highs, costs, false);
  const whole = createChoiceModel(highs, costs, true);
  const known = new Set<string>();
  const { optimal } = highs.constants.modelStatus;
  const toPattern = (shares: Float64Array, round: boolean) => {
    const hidden = new Float64Array(system.ids.length);
    for (const cell of system.hidden) hidden[cell] = 1;
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
    solveWhole(slack, seconds) {
      whole.clearSolver();
      whole.options.set('mip_rel_gap', slack);
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
