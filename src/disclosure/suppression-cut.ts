import { type LinkedSystem, shortfall } from './linked-system.ts';

/** `sum(values[i] * hidden[cells[i]]) >= least` holds for every pattern that protects. */
export interface SuppressionCut {
  readonly cells: readonly number[];
  readonly values: readonly number[];
  readonly least: number;
}

// Multipliers are rounded to fractions with this denominator: any multipliers give a valid cut,
// and neat ones keep the coefficients whole in nearly all tables.
const denominator = 2520;
const negligible = 1e-9;

/** Adds up the relations with the given multipliers, on top of one unit of `cell`. */
function combineRelations(
  system: LinkedSystem,
  cell: number,
  multipliers: ArrayLike<number>,
): Float64Array {
  const combined = new Float64Array(system.ids.length);
  combined[cell] = denominator;
  for (const [row, { indices, values }] of system.rows.entries()) {
    const multiplier = Math.round((multipliers[row] ?? 0) * denominator);
    if (multiplier === 0) continue;
    for (const [at, index] of indices.entries()) {
      combined[index] = (combined[index] ?? 0) + multiplier * (values[at] ?? 0);
    }
  }
  return combined.map((value) => value / denominator);
}

/**
 * What hiding must provide so that `cell` can rise to its threshold (weak duality: the hidden
 * cells' room, weighted by the multipliers, bounds the rise). What is hidden anyway
 * provides its room first; no single cell need count for more than what is then left.
 * `frozen` is known to the reader and has no room.
 * Returns nothing when that alone is enough.
 */
export function cutFromMultipliers(
  system: LinkedSystem,
  cell: number,
  multipliers: ArrayLike<number>,
  frozen?: number,
): SuppressionCut | undefined {
  const combined = combineRelations(system, cell, multipliers);
  const roomOf = (at: number) => {
    const value = combined[at] ?? 0;
    return value > 0 ? value * (system.up[at] ?? 0) : -value * (system.down[at] ?? 0);
  };
  let least = shortfall(system, cell);
  for (const hidden of system.hidden) if (hidden !== frozen) least -= roomOf(hidden);
  if (least <= negligible) return undefined;
  // The solver's tolerance is absolute: a cut must not be smaller than that.
  const scale = least < 1 ? 1 / least : 1;
  const cells: number[] = [];
  const values: number[] = [];
  for (const candidate of system.candidates) {
    const room = Math.min(roomOf(candidate), least);
    if (room <= negligible) continue;
    cells.push(candidate);
    values.push(room * scale);
  }
  return { cells, values, least: least * scale };
}

/**
 * A pattern that does not protect cannot be mended by printing more of it: whatever table a reader
 * can imagine with less hidden, he can imagine with more hidden. So at least one cell outside must
 * be hidden as well.
 */
export function cutFromUnsafePattern(system: LinkedSystem, hidden: Float64Array): SuppressionCut {
  const cells = system.candidates.filter((cell) => hidden[cell] === 0);
  return { cells, values: cells.map(() => 1), least: 1 };
}

/** One cut per relation and primary cell in it: the room of the rest of its line. */
export function lineCuts(system: LinkedSystem): SuppressionCut[] {
  const isPrimary = new Set(system.primary);
  const cuts: SuppressionCut[] = [];
  for (const [row, { indices, values }] of system.rows.entries()) {
    for (const [at, cell] of indices.entries()) {
      if (!isPrimary.has(cell)) continue;
      const multipliers = new Float64Array(system.rows.length);
      multipliers[row] = -(values[at] ?? 0);
      const cut = cutFromMultipliers(system, cell, multipliers);
      if (cut) cuts.push(cut);
    }
  }
  return cuts;
}

export function violation(cut: SuppressionCut, hidden: Float64Array): number {
  let provided = 0;
  for (const [at, cell] of cut.cells.entries()) {
    provided += (cut.values[at] ?? 0) * (hidden[cell] ?? 0);
  }
  return (cut.least - provided) / cut.least;
}
