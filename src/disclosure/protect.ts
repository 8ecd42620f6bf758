import { forgetSolver, type Highs, loadSolver } from '#solving/solver.ts';
import { audit, type CellRange } from './audit.ts';
import { auditInsiders } from './audit-insiders.ts';
import type { Certificate } from './certificate.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkProblem, populationCell } from './check-problem.ts';
import { chooseSuppression, type ExactLimits, type Suppression } from './choose-suppression.ts';
import { type DisclosureProblem, grandTotalId } from './disclosure-problem.ts';
import { type IndependentPart, splitSystem } from './independent-parts.ts';
import { buildLinkedSystem } from './linked-system.ts';
import { isPrimary, roleOf, thresholdOf } from './primary-rule.ts';
import { type RunOptions, startRun } from './run-control.ts';

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
  /** Above this many cells that can vary, in one independent part, the answer is no longer exact. */
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

interface SolvedPart {
  readonly part: IndependentPart;
  readonly suppression: Suppression;
}

/** The tables of all parts laid side by side: the first of each makes the first of the whole. */
function joinWitnesses(
  solved: readonly SolvedPart[],
  hiddenCounts: ReadonlyMap<string, number>,
): Certificate['witnesses'] {
  const length = solved.reduce((most, { suppression }) => {
    return Math.max(most, suppression.witnesses.length);
  }, 0);
  return Array.from({ length }, (_, table) => {
    const hidden = new Map(hiddenCounts);
    const protects: string[] = [];
    for (const { part, suppression } of solved) {
      const { ids, counts } = part.system;
      const witness = suppression.witnesses[table];
      if (witness === undefined) continue;
      for (const [at, shift] of witness.shift.entries()) {
        const id = ids[at] ?? '';
        if (hidden.has(id)) hidden.set(id, (counts[at] ?? 0) + shift);
      }
      for (const at of witness.lifts) protects.push(ids[at] ?? '');
    }
    return { protects: protects.sort(), hidden: Object.fromEntries(hidden) };
  });
}

function assemble(
  problem: DisclosureProblem,
  counts: ReadonlyMap<string, number>,
  solved: readonly SolvedPart[],
) {
  const idsAt = ({ part }: SolvedPart, list: readonly number[]) =>
    list.map((at) => part.system.ids[at] ?? '');
  const concealed = new Set<string>();
  for (const { part, suppression } of solved) {
    for (const [at, id] of part.system.ids.entries()) {
      if (suppression.hidden[at] === 1 && roleOf(problem, id) === undefined) concealed.add(id);
    }
  }
  const suppressed = [...concealed].sort();
  const ids = [...counts.keys()].sort();
  const hiddenCounts = new Map(
    ids
      .filter(
        (id) => concealed.has(id) || (roleOf(problem, id) ?? 'printed_before') !== 'printed_before',
      )
      .map((id) => [id, counts.get(id) ?? 0]),
  );
  const weigh = (id: string) =>
    problem.weights !== undefined && Object.hasOwn(problem.weights, id)
      ? (problem.weights[id] ?? 0)
      : (counts.get(id) ?? 0);
  const exposedBefore = solved.flatMap((one) => idsAt(one, one.suppression.exposedBefore)).sort();
  const certificate: Certificate = {
    suppressed,
    witnesses: joinWitnesses(solved, hiddenCounts),
    ...(exposedBefore.length === 0 ? {} : { exposed_before: exposedBefore }),
  };
  const isExact = solved.every(({ suppression }) => suppression.status === 'optimal');
  return {
    status: isExact ? ('optimal' as const) : ('heuristic' as const),
    reasons: [],
    cost: suppressed.reduce((sum, id) => sum + weigh(id), 0),
    suppressed,
    primary: suppressed.filter((id) => isPrimary(problem, id, counts.get(id) ?? 0)),
    published: Object.fromEntries(
      ids
        .filter((id) => !concealed.has(id) && roleOf(problem, id) === undefined)
        .map((id) => [id, counts.get(id) ?? 0]),
    ),
    certificate,
  };
}

/** Cells that a reader learns although the certificate does not give them up as known before. */
async function findExposed(
  problem: DisclosureProblem,
  counts: ReadonlyMap<string, number>,
  exposedBefore: readonly string[],
  found: readonly string[],
  options: RunOptions,
): Promise<string[]> {
  if (exposedBefore.length === 0) return [...found];
  const kept = new Set(problem.keep ?? []);
  const everything = [...counts.keys()].filter(
    (id) =>
      id !== grandTotalId &&
      !kept.has(id) &&
      counts.get(id) !== 0 &&
      roleOf(problem, id) === undefined,
  );
  const least = await audit({ ...problem, suppressed: everything }, options);
  const known = new Set(least.below_threshold);
  return found.filter((id) => !known.has(id));
}

async function protectWith(
  highs: Highs,
  problem: DisclosureProblem,
  counts: Map<string, number>,
  options: ProtectOptions,
): Promise<ProtectionResult> {
  const control = startRun(options);
  const limits: ExactLimits = {
    cells: options.exactCells ?? defaultExactCells,
    milliseconds: options.exactMilliseconds ?? defaultExactMilliseconds,
  };
  control.report({ step: 'preparing', done: 0 });
  const parts = splitSystem(buildLinkedSystem(problem, counts));
  const solved: SolvedPart[] = [];
  for (const part of parts) {
    const suppression = await chooseSuppression(highs, part.system, control, limits);
    solved.push({ part, suppression });
  }
  const unprotectable = solved.flatMap(({ part, suppression }) =>
    suppression.unprotectable.map((at) => part.system.ids[at] ?? ''),
  );
  if (unprotectable.length > 0) {
    return refuse([{ code: 'cannot_protect', cells: unprotectable.sort() }]);
  }
  const result = assemble(problem, counts, solved);
  const { ranges, below_threshold } = await audit(
    { ...problem, suppressed: result.suppressed },
    options,
  );
  const exposedBefore = result.certificate.exposed_before ?? [];
  const exposed = await findExposed(problem, counts, exposedBefore, below_threshold, options);
  const told = problem.insiders
    ? await auditInsiders({ ...problem, suppressed: result.suppressed }, options)
    : [];
  if (
    exposed.length > 0 ||
    told.length > 0 ||
    !checkCertificate(problem, result.certificate).valid
  ) {
    return refuse([{ code: 'audit_failed', cells: [...exposed, ...told] }]);
  }
  return { ...result, ranges };
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
