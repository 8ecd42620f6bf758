import type { Highs } from '#solving/solver.ts';
import type { AttackerProgram } from './attacker-program.ts';
import { findExposures, seenBy } from './insiders.ts';
import { type LinkedSystem, shortfall } from './linked-system.ts';
import { createMasterProgram, type MasterProgram } from './master-program.ts';
import type { ProtectionCheck } from './protection-check.ts';
import type { RunControl } from './run-control.ts';
import {
  cutFromMultipliers,
  cutFromUnsafePattern,
  lineCuts,
  type SuppressionCut,
  violation,
} from './suppression-cut.ts';

/*
 * Complementary suppression after Fischetti and Salazar (Management Science 47, 2001): the master
 * chooses what to hide, the attacker shows which small count could still be worked out, and the
 * answer becomes a cut. The relaxed attacker alone would not do: readers know that counts are
 * whole, and the relaxed maximum can lie above every whole table. Patterns that only fail for
 * whole tables are cut off one by one, each grown first to a largest pattern that still fails.
 * The master never excludes a protected pattern, so its first protected answer is the cheapest.
 */

const violated = 1e-6;
const nudge = 1e-3;
const relaxedRounds = 300;
// Early patterns only serve to find cuts and need not be the very cheapest under the cuts so far.
const firstSlack = 0.03;

export interface Search {
  readonly system: LinkedSystem;
  readonly attacker: AttackerProgram;
  readonly check: ProtectionCheck;
  readonly control: RunControl;
}

/** One cut per primary cell that the nudged pattern yields and the pattern itself violates. */
function separateNudged(
  { system, attacker }: Search,
  hidden: Float64Array,
): { cuts: SuppressionCut[]; undecided: number[] } {
  // Printed cells are nudged open: among equally violated cuts that picks those that ask least of
  // the other cells, which takes far fewer rounds.
  const nudged = hidden.slice();
  for (const cell of system.candidates) nudged[cell] = Math.max(nudge, hidden[cell] ?? 0);
  attacker.setPattern(nudged);
  const cuts: SuppressionCut[] = [];
  const undecided: number[] = [];
  for (const cell of system.primary) {
    const cut = cutFromMultipliers(system, cell, attacker.raise(cell).multipliers);
    if (cut && violation(cut, hidden) > violated) cuts.push(cut);
    else undecided.push(cell);
  }
  return { cuts, undecided };
}

function separate(search: Search, hidden: Float64Array): SuppressionCut[] {
  const { system, attacker } = search;
  const { cuts, undecided } = separateNudged(search, hidden);
  if (cuts.length > 0) return cuts;
  attacker.setPattern(hidden);
  const lifted = new Set<number>();
  for (const cell of undecided) {
    if (lifted.has(cell)) continue;
    const { shift, multipliers } = attacker.raise(cell);
    const cut = cutFromMultipliers(system, cell, multipliers);
    if (cut && violation(cut, hidden) > violated) cuts.push(cut);
    for (const other of undecided) {
      if ((shift[other] ?? 0) >= shortfall(system, other)) lifted.add(other);
    }
  }
  return cuts;
}

/** A largest pattern around an unsafe one that still leaves `cell` unprotected. */
function growUnsafe({ system, check }: Search, hidden: Float64Array, cell: number): Float64Array {
  let grown = hidden;
  const tryHiding = (more: readonly number[]) => {
    if (more.length === 0) return;
    const larger = grown.slice();
    for (const candidate of more) larger[candidate] = 1;
    check.setPattern(larger);
    if (!check.isProtected(cell)) {
      grown = larger;
      return;
    }
    if (more.length === 1) return;
    const middle = more.length >> 1;
    tryHiding(more.slice(0, middle));
    tryHiding(more.slice(middle));
  };
  tryHiding(system.candidates.filter((candidate) => hidden[candidate] === 0));
  return grown;
}

/** Cuts against a pattern under which those who know one small count learn another. */
function separateInsiders(search: Search, hidden: Float64Array): SuppressionCut[] {
  const { system, attacker } = search;
  return findExposures(search, hidden).map(({ knows, learns }) => {
    const seen = seenBy(knows, hidden);
    attacker.setPattern(seen);
    const cut = cutFromMultipliers(system, learns, attacker.raise(learns).multipliers, knows);
    if (cut && violation(cut, hidden) > violated) return cut;
    return cutFromUnsafePattern(system, growUnsafe(search, seen, learns));
  });
}

/**
 * A master program with the cuts of the relaxation alone, where shares of cells may be hidden and
 * readers may imagine parts of persons. It bounds the cost from below and protects nobody by itself.
 */
export async function relax(
  highs: Highs,
  search: Search,
  isLate: () => boolean = () => false,
): Promise<MasterProgram> {
  const master = createMasterProgram(highs, search.system);
  for (const cut of lineCuts(search.system)) master.add(cut);
  for (let round = 0; round < relaxedRounds && !isLate(); round += 1) {
    await search.control.pause();
    search.control.report({ step: 'relaxing', done: round });
    const cuts = separate(search, master.solveRelaxed());
    if (cuts.filter((cut) => master.add(cut)).length === 0) break;
  }
  return master;
}

/**
 * The cheapest protected pattern, one 0 or 1 per cell, or nothing when the time is up. The system
 * must be protectable at all: with every candidate hidden no primary cell may be unprotected.
 */
export async function suppressExactly(
  highs: Highs,
  search: Search,
  limitMilliseconds: number,
): Promise<Float64Array | undefined> {
  const { system, check, control } = search;
  const remaining = () => limitMilliseconds - control.elapsed();
  const master = await relax(highs, search, () => remaining() <= 0);
  try {
    let slack = firstSlack;
    for (let round = 0; remaining() > 0; round += 1) {
      await control.pause();
      control.report({ step: 'optimising', done: round });
      const hidden = master.solveWhole(slack, control.hasClock ? remaining() / 1000 : undefined);
      if (hidden === undefined) return undefined;
      if (separate(search, hidden).filter((cut) => master.add(cut)).length > 0) continue;
      check.setPattern(hidden);
      const unprotected = check.findUnprotected();
      if (unprotected.length === 0) {
        const insiderCuts = separateInsiders(search, hidden);
        if (insiderCuts.length > 0) {
          if (insiderCuts.filter((cut) => master.add(cut)).length === 0) return undefined;
          continue;
        }
        if (slack === 0) return hidden;
        slack = 0;
        continue;
      }
      let added = 0;
      for (const cell of unprotected) {
        if (master.add(cutFromUnsafePattern(system, growUnsafe(search, hidden, cell)))) added += 1;
      }
      // Only rounding inside the solver can lead here; the heuristic does not depend on it.
      if (added === 0) return undefined;
    }
    return undefined;
  } finally {
    master.dispose();
  }
}
