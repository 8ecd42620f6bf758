import type { Highs } from '#solving/solver.ts';
import { createAttackerProgram } from './attacker-program.ts';
import { type Search, suppressExactly } from './exact-suppression.ts';
import { printRedundant, suppressHeuristically } from './heuristic-suppression.ts';
import { findExposures } from './insiders.ts';
import type { LinkedSystem } from './linked-system.ts';
import { createProtectionCheck } from './protection-check.ts';
import type { RunControl } from './run-control.ts';

/** When the answer may be other than exact. */
export interface ExactLimits {
  /** Above this many cells that can vary, in one independent part. */
  readonly cells: number;
  /** After this time; needs a clock. */
  readonly milliseconds: number;
}

/** What to hide in one independent part; `witnesses` are shifts from the true counts. */
export interface Suppression {
  readonly status: 'optimal' | 'heuristic' | 'refused';
  readonly hidden: Float64Array;
  /** Cells that can be worked out whatever is hidden: a refusal. */
  readonly unprotectable: readonly number[];
  /** Cells of earlier releases that can be worked out from these alone. */
  readonly exposedBefore: readonly number[];
  readonly witnesses: readonly WitnessShift[];
}

interface WitnessShift {
  readonly shift: Int32Array;
  readonly lifts: readonly number[];
}

/** One table often proves many cells: takes a table only for cells no earlier one proves. */
function collectWitnesses({ system, check }: Search, hidden: Float64Array): WitnessShift[] {
  const tables: WitnessShift[] = [];
  const proven = new Set<number>();
  check.setPattern(hidden);
  for (const cell of system.primary) {
    if (proven.has(cell) || !check.isProtected(cell)) continue;
    const shift = check.findWitness(cell);
    if (shift === undefined) continue;
    const lifts = system.primary.filter((other) => {
      const imagined = (system.counts[other] ?? 0) + (shift[other] ?? 0);
      return !proven.has(other) && imagined >= (system.thresholds[other] ?? 0);
    });
    for (const other of lifts) proven.add(other);
    tables.push({ shift, lifts });
  }
  return tables;
}

async function choose(
  highs: Highs,
  search: Search,
  limits: ExactLimits,
  everything: Float64Array,
): Promise<Pick<Suppression, 'status' | 'hidden'>> {
  const { system } = search;
  if (system.primary.length === 0 || system.candidates.length === 0) {
    const hidden = new Float64Array(system.ids.length);
    for (const cell of system.hidden) hidden[cell] = 1;
    return { status: 'optimal', hidden };
  }
  if (system.ids.length <= limits.cells) {
    const exact = await suppressExactly(highs, search, limits.milliseconds);
    // Cells of no weight cost nothing to hide, but what protects nothing should be printed.
    const isFree = system.candidates.some((cell) => system.weights[cell] === 0);
    const hidden = exact && isFree ? await printRedundant(search, exact) : exact;
    if (hidden) return { status: 'optimal', hidden };
  }
  const hidden = await suppressHeuristically(highs, search);
  return { status: 'heuristic', hidden: hidden ?? (await printRedundant(search, everything)) };
}

/** Chooses what to hide in a part that shares no relation with any other. */
export async function chooseSuppression(
  highs: Highs,
  system: LinkedSystem,
  control: RunControl,
  limits: ExactLimits,
): Promise<Suppression> {
  const everything = new Float64Array(system.ids.length);
  for (const cell of [...system.hidden, ...system.candidates]) everything[cell] = 1;
  const nothing = { unprotectable: [], exposedBefore: [], witnesses: [] };
  if (system.primary.length === 0) {
    const hidden = new Float64Array(system.ids.length);
    for (const cell of system.hidden) hidden[cell] = 1;
    return { ...nothing, status: 'optimal', hidden };
  }
  const attacker = createAttackerProgram(highs, system);
  try {
    const first = createProtectionCheck(system, attacker);
    first.setPattern(everything);
    const exposed: number[] = [];
    for (const cell of system.primary) {
      await control.pause();
      if (!first.isProtected(cell)) exposed.push(cell);
    }
    const past = new Set(system.past);
    const unprotectable = exposed.filter((cell) => !past.has(cell));
    if (unprotectable.length > 0) {
      return { ...nothing, status: 'refused', hidden: everything, unprotectable };
    }
    const told = findExposures({ system, check: first }, everything);
    const learnt = told.map(({ learns }) => learns).filter((cell) => !exposed.includes(cell));
    if (learnt.some((cell) => !past.has(cell))) {
      const cells = [...new Set(learnt.filter((cell) => !past.has(cell)))];
      return { ...nothing, status: 'refused', hidden: everything, unprotectable: cells };
    }
    exposed.push(...new Set(learnt));
    const open = { ...system, primary: system.primary.filter((cell) => !exposed.includes(cell)) };
    const check = exposed.length === 0 ? first : createProtectionCheck(open, attacker);
    const search = { system: open, attacker, check, control };
    const { status, hidden } = await choose(highs, search, limits, everything);
    const witnesses = collectWitnesses(search, hidden);
    return { status, hidden, unprotectable, exposedBefore: exposed, witnesses };
  } finally {
    attacker.dispose();
  }
}
