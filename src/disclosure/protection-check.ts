import { type AttackerProgram, wholeTable } from './attacker-program.ts';
import { type LinkedSystem, shortfall } from './linked-system.ts';

/** A whole-number table, as shifts from the true counts: the proof that some cells are protected. */
type Witness = Int32Array;

export interface ProtectionCheck {
  /** Must be called before the questions; 1 for each hidden cell, 0 for each printed one. */
  readonly setPattern: (hidden: Float64Array) => void;
  /** True when a whole-number table lifts the cell to its threshold under this pattern. */
  readonly isProtected: (cell: number) => boolean;
  /** Primary cells not protected under this pattern. */
  readonly findUnprotected: () => number[];
  /** Adds a whole-number table to those known. */
  readonly remember: (shift: Float64Array) => void;
  /** A known table that proves the cell protected under this pattern. */
  readonly findWitness: (cell: number) => Witness | undefined;
}

const tolerance = 1e-6;

/**
 * Decides protection exactly. Tables found once are tried first on every later pattern: one table
 * usually proves many cells, which saves most of the solves.
 */
export function createProtectionCheck(
  system: LinkedSystem,
  attacker: AttackerProgram,
): ProtectionCheck {
  const witnesses: { shift: Witness; moved: number[] }[] = [];
  let hidden: Float64Array = new Float64Array(system.ids.length);
  let fitting: Witness[] = [];
  let isAttackerSet = false;

  const remember = (shift: Float64Array) => {
    const witness = Int32Array.from(shift);
    const moved: number[] = [];
    for (const [cell, value] of witness.entries()) if (value !== 0) moved.push(cell);
    witnesses.push({ shift: witness, moved });
    fitting.push(witness);
  };
  const findWitness = (cell: number) => {
    const need = shortfall(system, cell);
    return fitting.find((shift) => (shift[cell] ?? 0) >= need);
  };
  const isProtected = (cell: number) => {
    if (findWitness(cell)) return true;
    if (!isAttackerSet) attacker.setPattern(hidden);
    isAttackerSet = true;
    const need = shortfall(system, cell);
    const { shift } = attacker.raise(cell);
    if ((shift[cell] ?? 0) < need - tolerance) return false;
    const table = wholeTable(system, shift) ?? attacker.raiseWhole(cell, need);
    if (table === undefined || (table[cell] ?? 0) < need) return false;
    remember(table);
    return true;
  };
  return {
    setPattern(pattern) {
      hidden = pattern;
      isAttackerSet = false;
      fitting = witnesses
        .filter(({ moved }) => moved.every((cell) => (pattern[cell] ?? 0) === 1))
        .map(({ shift }) => shift);
    },
    isProtected,
    remember,
    findUnprotected: () => system.primary.filter((cell) => !isProtected(cell)),
    findWitness,
  };
}
