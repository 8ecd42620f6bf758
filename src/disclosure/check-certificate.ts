import { isCertificate } from './certificate.ts';
import { checkProblem } from './check-problem.ts';
import { type DisclosureProblem, grandTotalId } from './disclosure-problem.ts';

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
  const roles = new Map(Object.entries(problem.roles ?? {}));
  const isPast = (id: string) => ['hidden_before', 'derived_before'].includes(roles.get(id) ?? '');
  const thresholdOf = (id: string) =>
    isPast(id) && own.has(id) ? (own.get(id) ?? 0) : Math.max(problem.threshold, own.get(id) ?? 0);
  const suppressed = new Set(certificate.suppressed);
  const kept = new Set([grandTotalId, ...(problem.keep ?? [])]);
  for (const id of suppressed) {
    if (!counts.has(id)) failures.push({ code: 'unknown_cell', cell: id });
    else if (kept.has(id) || counts.get(id) === 0 || roles.has(id)) {
      failures.push({ code: 'may_not_be_hidden', cell: id });
    }
  }
  const unprinted = new Set(suppressed);
  for (const [id, role] of roles) if (role !== 'printed_before') unprinted.add(id);
  const unproven = new Set<string>();
  for (const [id, count] of counts) {
    if (count === 0 || count >= thresholdOf(id) || roles.get(id) === 'printed_before') continue;
    unproven.add(id);
    if (!unprinted.has(id)) failures.push({ code: 'small_count_printed', cell: id });
  }
  for (const [witness, { protects, hidden }] of certificate.witnesses.entries()) {
    const table = new Map(counts);
    const imagined = Object.entries(hidden);
    if (imagined.length !== unprinted.size || imagined.some(([id]) => !unprinted.has(id))) {
      failures.push({ code: 'not_the_hidden_cells', witness });
    }
    for (const [cell, count] of imagined) {
      table.set(cell, count);
      const isDerived = roles.get(cell)?.startsWith('derived') ?? false;
      const least = isDerived ? 0 : (problem.attacker_lower_bound ?? 1);
      if (!Number.isSafeInteger(count)) failures.push({ code: 'not_a_whole_count', cell, witness });
      else if (count < least) failures.push({ code: 'under_lower_bound', cell, witness });
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
  for (const cell of certificate.exposed_before ?? []) if (isPast(cell)) unproven.delete(cell);
  for (const cell of unproven) failures.push({ code: 'no_witness', cell });
  return { valid: failures.length === 0, failures };
}
