import { checkProblem } from './check-problem.ts';
import { type DisclosureProblem, grandTotalId } from './disclosure-problem.ts';

/*
 * The proof that a release is safe, checkable without a solver: for every small count a table of
 * whole numbers that fits everything printed and lifts that count to its threshold. A certificate
 * says more of the hidden cells than the release does, so it stays in the register.
 */

/** `hidden`: counts a reader can imagine for the hidden cells. `protects`: cells it lifts. */
export interface WitnessTable {
  readonly protects: readonly string[];
  readonly hidden: Readonly<Record<string, number>>;
}

export interface Certificate {
  readonly suppressed: readonly string[];
  readonly witnesses: readonly WitnessTable[];
}

export interface CertificateFailure {
  readonly code:
    | 'malformed'
    | 'unknown_cell'
    | 'may_not_be_hidden'
    | 'small_count_printed'
    | 'not_the_hidden_cells'
    | 'not_a_whole_count'
    | 'under_lower_bound'
    | 'not_additive'
    | 'under_threshold'
    | 'no_witness';
  readonly cell?: string;
  /** Position of the witness table in the certificate. */
  readonly witness?: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isIdList = (list: unknown) =>
  Array.isArray(list) && list.every((id) => typeof id === 'string');

function isCertificate(value: unknown): value is Certificate {
  if (!isObject(value) || !isIdList(value.suppressed)) return false;
  const isWitness = (item: unknown) =>
    isObject(item) && isIdList(item.protects) && isObject(item.hidden);
  return Array.isArray(value.witnesses) && value.witnesses.every(isWitness);
}

/**
 * Checks a certificate against the problem with whole-number arithmetic only.
 * @throws DisclosureInputError for an unsound problem; a bad certificate is never an exception
 */
export function checkCertificate(
  problem: DisclosureProblem,
  certificate: unknown,
): { valid: boolean; failures: CertificateFailure[] } {
  const counts = checkProblem(problem);
  if (!isCertificate(certificate)) return { valid: false, failures: [{ code: 'malformed' }] };
  const failures: CertificateFailure[] = [];
  const own = new Map(Object.entries(problem.cellThresholds ?? {}));
  const thresholdOf = (id: string) => Math.max(problem.threshold, own.get(id) ?? 0);
  const suppressed = new Set(certificate.suppressed);
  for (const id of suppressed) {
    const isForbidden = id === grandTotalId || counts.get(id) === 0 || problem.keep?.includes(id);
    if (!counts.has(id)) failures.push({ code: 'unknown_cell', cell: id });
    else if (isForbidden) failures.push({ code: 'may_not_be_hidden', cell: id });
  }
  const unproven = new Set<string>();
  for (const [id, count] of counts) {
    if (count === 0 || count >= thresholdOf(id)) continue;
    unproven.add(id);
    if (!suppressed.has(id)) failures.push({ code: 'small_count_printed', cell: id });
  }
  for (const [witness, { protects, hidden }] of certificate.witnesses.entries()) {
    const table = new Map(counts);
    const imagined = Object.entries(hidden);
    if (imagined.length !== suppressed.size || imagined.some(([id]) => !suppressed.has(id))) {
      failures.push({ code: 'not_the_hidden_cells', witness });
    }
    for (const [cell, count] of imagined) {
      table.set(cell, count);
      if (!Number.isSafeInteger(count)) failures.push({ code: 'not_a_whole_count', cell, witness });
      else if (count < (problem.attacker_lower_bound ?? 1)) {
        failures.push({ code: 'under_lower_bound', cell, witness });
      }
    }
    for (const { total, parts } of problem.relations) {
      const sum = parts.reduce((partial, part) => partial + (table.get(part) ?? 0), 0);
      if (sum !== table.get(total)) failures.push({ code: 'not_additive', cell: total, witness });
    }
    for (const cell of protects) {
      if ((table.get(cell) ?? 0) >= thresholdOf(cell)) unproven.delete(cell);
      else failures.push({ code: 'under_threshold', cell, witness });
    }
  }
  for (const cell of unproven) failures.push({ code: 'no_witness', cell });
  return { valid: failures.length === 0, failures };
}
