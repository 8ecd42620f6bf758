import { createAttackerProgram } from './attacker-program.ts';
import { audit, type CellRange } from './audit.ts';
import { type Certificate, checkCertificate, type WitnessTable } from './check-certificate.ts';
import { checkProblem, populationCell } from './check-problem.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';
import { type Search, suppressExactly } from './exact-suppression.ts';
import { printRedundant, suppressHeuristically } from './heuristic-suppression.ts';
import { buildLinkedSystem } from './linked-system.ts';
import { isPrimary, thresholdOf } from './primary-rule.ts';
import { createProtectionCheck } from './protection-check.ts';
import { type RunOptions, startRun } from './run-control.ts';
import { forgetSolver, type Highs, loadSolver } from './solver.ts';

/*
 * A release of linked tables, protected as one system: small counts are hidden, then the cheapest
 * set of further cells, so that nobody can compute a small count from sums and differences. What is
 * printed stays true, because funders compare it with the participant register. Nothing leaves
 * here unless an independent audit and a solver-free certificate check agree that it is safe.
 */

interface RefusalReason {
  /**
   * `total_too_small`: the population is under twice the threshold. `keep_cell_is_primary`: a cell
   * that must be printed is too small for it. `cannot_protect`: these cells could be worked out
   * whatever else is hidden. `audit_failed`: the result did not pass, a fault of the program.
   */
  readonly code: 'total_too_small' | 'keep_cell_is_primary' | 'cannot_protect' | 'audit_failed';
  readonly cells: string[];
}

/**
 * `cost`: sum of the weights of all hidden cells. `suppressed`, `primary`: sorted ids; primary
 * cells are the small ones among the hidden. `published`: true counts of all other cells.
 * `ranges`: what a reader can work out of each hidden cell. `certificate`: see `checkCertificate`;
 * it stays in the register, like `primary` and `ranges`. A refusal has nothing but its reasons.
 */
export interface ProtectionResult {
  readonly status: 'optimal' | 'heuristic' | 'refused';
  readonly reasons: RefusalReason[];
  readonly cost: number | null;
  readonly suppressed: string[];
  readonly primary: string[];
  readonly published: Record<string, number>;
  readonly ranges: Record<string, CellRange>;
  readonly certificate: Certificate | null;
}

export interface ProtectOptions extends RunOptions {
  /** Above this many nonzero cells the answer is no longer exact. */
  readonly exactCells?: number;
  /** After this time by `now` the answer is no longer exact. Depends on the machine. */
  readonly exactMilliseconds?: number;
}

const defaultExactCells = 600;
const defaultExactMilliseconds = 20_000;

function refuse(reasons: RefusalReason[]): ProtectionResult {
  return {
    status: 'refused',
    reasons,
    cost: null,
    suppressed: [],
    primary: [],
    published: {},
    ranges: {},
    certificate: null,
  };
}

function findReasons(problem: DisclosureProblem, counts: Map<string, number>): RefusalReason[] {
  const reasons: RefusalReason[] = [];
  const population = populationCell(problem, counts);
  const total = population === undefined ? 0 : (counts.get(population) ?? 0);
  if (population !== undefined && total > 0 && total < 2 * thresholdOf(problem, population)) {
    reasons.push({ code: 'total_too_small', cells: [population] });
  }
  const tooSmall = (problem.keep ?? []).filter((id) => isPrimary(problem, id, counts.get(id) ?? 0));
  if (tooSmall.length > 0) {
    reasons.push({ code: 'keep_cell_is_primary', cells: tooSmall.sort() });
  }
  return reasons;
}

/** One table often proves many cells: takes a table only for cells no earlier one proves. */
function collectWitnesses({ system, check }: Search, hidden: Float64Array): WitnessTable[] {
  const tables: WitnessTable[] = [];
  const proven = new Set<number>();
  check.setPattern(hidden);
  for (const cell of system.primary) {
    if (proven.has(cell) || !check.isProtected(cell)) continue;
    const shift = check.findWitness(cell);
    if (shift === undefined) continue;
    const imagined = (at: number) => (system.counts[at] ?? 0) + (shift[at] ?? 0);
    const lifted = system.primary.filter(
      (other) => !proven.has(other) && imagined(other) >= (system.thresholds[other] ?? 0),
    );
    for (const other of lifted) proven.add(other);
    tables.push({
      protects: lifted.map((at) => system.ids[at] ?? ''),
      hidden: Object.fromEntries(
        system.ids.flatMap((id, at) => (hidden[at] === 1 ? [[id, imagined(at)]] : [])),
      ),
    });
  }
  return tables;
}

interface Suppression {
  readonly status: 'optimal' | 'heuristic' | 'refused';
  readonly hidden: Float64Array;
  readonly unprotectable: readonly number[];
}

async function chooseSuppression(
  highs: Highs,
  search: Search,
  options: ProtectOptions,
): Promise<Suppression> {
  const { system, check, control } = search;
  control.report({ step: 'preparing', done: 0 });
  const everything = new Float64Array(system.ids.length);
  for (const cell of [...system.primary, ...system.candidates]) everything[cell] = 1;
  check.setPattern(everything);
  const unprotectable: number[] = [];
  for (const cell of system.primary) {
    await control.pause();
    if (!check.isProtected(cell)) unprotectable.push(cell);
  }
  if (unprotectable.length > 0) return { status: 'refused', hidden: everything, unprotectable };
  if (system.primary.length === 0 || system.candidates.length === 0) {
    const hidden = everything.fill(0);
    for (const cell of system.primary) hidden[cell] = 1;
    return { status: 'optimal', hidden, unprotectable };
  }
  if (system.ids.length <= (options.exactCells ?? defaultExactCells)) {
    const limit = options.exactMilliseconds ?? defaultExactMilliseconds;
    const exact = await suppressExactly(highs, search, limit);
    // Cells of no weight cost nothing to hide, but what protects nothing should be printed.
    const isFree = system.candidates.some((cell) => system.weights[cell] === 0);
    const hidden = exact && isFree ? await printRedundant(search, exact) : exact;
    if (hidden) return { status: 'optimal', hidden, unprotectable };
  }
  const hidden = await suppressHeuristically(highs, search);
  if (hidden) return { status: 'heuristic', hidden, unprotectable };
  return { status: 'heuristic', hidden: await printRedundant(search, everything), unprotectable };
}

async function suppress(problem: DisclosureProblem, search: Search, suppression: Suppression) {
  const { system } = search;
  const { hidden, status } = suppression;
  const isHidden = (_: string, at: number) => hidden[at] === 1;
  const suppressed = system.ids.filter(isHidden);
  const certificate = { suppressed, witnesses: collectWitnesses(search, hidden) };
  const weights = system.weights.filter((_, at) => hidden[at] === 1);
  const concealed = new Set(suppressed);
  return {
    status,
    reasons: [],
    cost: weights.reduce((sum, weight) => sum + weight, 0),
    suppressed,
    primary: system.primary.map((at) => system.ids[at] ?? ''),
    published: Object.fromEntries(
      Object.entries(problem.cells)
        .filter(([id]) => !concealed.has(id))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    certificate,
  };
}

async function protectWith(
  highs: Highs,
  problem: DisclosureProblem,
  counts: Map<string, number>,
  options: ProtectOptions,
): Promise<ProtectionResult> {
  const system = buildLinkedSystem(problem, counts);
  const attacker = createAttackerProgram(highs, system);
  try {
    const check = createProtectionCheck(system, attacker);
    const search = { system, attacker, check, control: startRun(options) };
    const suppression = await chooseSuppression(highs, search, options);
    if (suppression.status === 'refused') {
      const cells = suppression.unprotectable.map((at) => system.ids[at] ?? '');
      return refuse([{ code: 'cannot_protect', cells }]);
    }
    const result = await suppress(problem, search, suppression);
    const { ranges, below_threshold } = await audit(
      { ...problem, suppressed: result.suppressed },
      options,
    );
    if (below_threshold.length > 0 || !checkCertificate(problem, result.certificate).valid) {
      return refuse([{ code: 'audit_failed', cells: below_threshold }]);
    }
    return { ...result, ranges };
  } finally {
    attacker.dispose();
  }
}

/**
 * Protects a release. The same problem gives the same result, whatever the order of its cells and
 * relations; only a time limit, which needs `now`, can make the result depend on the machine.
 * @throws DisclosureInputError for an unsound problem
 * @throws DisclosureCancelledError when the signal is raised
 */
export async function protect(
  problem: DisclosureProblem,
  options: ProtectOptions = {},
): Promise<ProtectionResult> {
  const counts = checkProblem(problem);
  const reasons = findReasons(problem, counts);
  if (reasons.length > 0) return refuse(reasons);
  const highs = await loadSolver();
  try {
    return await protectWith(highs, problem, counts, options);
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') forgetSolver();
    throw error;
  }
}
