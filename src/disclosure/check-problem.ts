import { DisclosureInputError } from './disclosure-input-error.ts';
import {
  type DisclosureProblem,
  grandTotalId,
  maxCells,
  maxEntries,
  type Relation,
} from './disclosure-problem.ts';

const maxCount = 2 ** 40;
const maxThreshold = maxCount;

function checkSize(problem: DisclosureProblem): void {
  if (Object.keys(problem.cells).length > maxCells) {
    throw new DisclosureInputError('too_large', `more than ${maxCells} cells`);
  }
  let entries = 0;
  for (const relation of problem.relations) entries += relation.parts.length + 1;
  if (entries > maxEntries) {
    throw new DisclosureInputError('too_large', `more than ${maxEntries} relation entries`);
  }
}

function checkCount(count: unknown, cell: string): void {
  if (typeof count !== 'number' || Number.isNaN(count)) {
    throw new DisclosureInputError('invalid_count', 'a count is not a number', { cell });
  }
  if (count < 0) throw new DisclosureInputError('negative_count', 'a count is negative', { cell });
  if (count > maxCount) {
    throw new DisclosureInputError('count_too_large', 'a count is above 2^40', { cell });
  }
  if (!Number.isInteger(count)) {
    throw new DisclosureInputError('fractional_count', 'a count is not a whole number', { cell });
  }
}

function checkThreshold(threshold: unknown, cell?: string): void {
  if (
    typeof threshold !== 'number' ||
    !Number.isInteger(threshold) ||
    threshold < 2 ||
    threshold > maxThreshold
  ) {
    throw new DisclosureInputError(
      'invalid_threshold',
      'a threshold is a whole number from 2 to 2^40',
      cell === undefined ? {} : { cell },
    );
  }
}

function checkKnown(counts: ReadonlyMap<string, number>, id: string, relation?: number): void {
  if (counts.has(id)) return;
  const place = relation === undefined ? { cell: id } : { cell: id, relation };
  throw new DisclosureInputError('unknown_cell', 'a cell is named that has no count', place);
}

function checkRelation(
  counts: ReadonlyMap<string, number>,
  { total, parts }: Relation,
  relation: number,
): void {
  if (parts.length === 0) {
    throw new DisclosureInputError('empty_parts', 'a total has no parts', {
      cell: total,
      relation,
    });
  }
  checkKnown(counts, total, relation);
  const seen = new Set<string>();
  const expected = counts.get(total) ?? 0;
  let sum = 0;
  for (const part of parts) {
    checkKnown(counts, part, relation);
    if (seen.has(part)) {
      throw new DisclosureInputError('duplicate_part', 'a part is named twice', {
        cell: part,
        relation,
      });
    }
    seen.add(part);
    // Stopping at the total keeps the sum exact however many parts there are.
    if (sum <= expected) sum += counts.get(part) ?? 0;
  }
  if (seen.has(total)) {
    throw new DisclosureInputError('cyclic_relation', 'a total is its own part', {
      cell: total,
      relation,
    });
  }
  if (sum !== expected) {
    throw new DisclosureInputError('not_additive', 'the parts do not add up to the total', {
      cell: total,
      relation,
    });
  }
}

function checkAcyclic(relations: readonly Relation[]): void {
  const waitingFor = new Map<string, number>();
  const totalsOf = new Map<string, string[]>();
  for (const { total, parts } of relations) {
    waitingFor.set(total, (waitingFor.get(total) ?? 0) + parts.length);
    for (const part of parts) {
      const totals = totalsOf.get(part);
      if (totals) totals.push(total);
      else totalsOf.set(part, [total]);
      if (!waitingFor.has(part)) waitingFor.set(part, 0);
    }
  }
  const ready = [...waitingFor].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    waitingFor.delete(id);
    for (const total of totalsOf.get(id) ?? []) {
      const left = (waitingFor.get(total) ?? 0) - 1;
      waitingFor.set(total, left);
      if (left === 0) ready.push(total);
    }
  }
  const stuck = [...waitingFor.keys()].sort()[0];
  if (stuck !== undefined) {
    throw new DisclosureInputError('cyclic_relation', 'totals contain each other', { cell: stuck });
  }
}

function checkList(
  counts: ReadonlyMap<string, number>,
  list: readonly string[],
  isNonzero: boolean,
): void {
  const seen = new Set<string>();
  for (const id of list) {
    checkKnown(counts, id);
    if (seen.has(id)) {
      throw new DisclosureInputError('duplicate_cell', 'a cell is listed twice', { cell: id });
    }
    seen.add(id);
    if (isNonzero && counts.get(id) === 0) {
      throw new DisclosureInputError('zero_suppressed', 'a zero is always printed', { cell: id });
    }
  }
}

/**
 * Checks what the numbers say: whole counts from 0 to 2^40, additive and acyclic relations, known
 * cells, sane thresholds and weights. Returns the counts by id.
 * @throws DisclosureInputError with the code of the first fault; sizes are checked first, so that
 * a huge input is refused at once
 */
export function checkProblem(problem: DisclosureProblem): Map<string, number> {
  checkSize(problem);
  checkThreshold(problem.threshold);
  const counts = new Map(Object.entries(problem.cells));
  for (const [id, count] of counts) checkCount(count, id);
  problem.relations.forEach((relation, index) => {
    checkRelation(counts, relation, index);
  });
  checkAcyclic(problem.relations);
  checkList(counts, problem.keep ?? [], false);
  checkList(counts, problem.suppressed ?? [], true);
  for (const [id, weight] of Object.entries(problem.weights ?? {})) {
    checkKnown(counts, id);
    if (typeof weight !== 'number' || !(weight >= 0 && weight <= maxCount)) {
      throw new DisclosureInputError('invalid_weight', 'a weight is from 0 to 2^40', { cell: id });
    }
  }
  for (const [id, threshold] of Object.entries(problem.cellThresholds ?? {})) {
    checkKnown(counts, id);
    checkThreshold(threshold, id);
  }
  for (const [id, role] of Object.entries(problem.roles ?? {})) {
    checkKnown(counts, id);
    if (role === 'hidden_before' && counts.get(id) === 0) {
      throw new DisclosureInputError('zero_suppressed', 'a zero is always printed', { cell: id });
    }
  }
  const lowerBound: unknown = problem.attacker_lower_bound ?? 1;
  if (lowerBound !== 0 && lowerBound !== 1) {
    throw new DisclosureInputError('malformed', 'attacker_lower_bound is 0 or 1');
  }
  return counts;
}

/** The population: `ALL`, or without one the largest total that is no part of another. */
export function populationCell(
  problem: DisclosureProblem,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  if (counts.has(grandTotalId)) return grandTotalId;
  const parts = new Set(problem.relations.flatMap((relation) => relation.parts));
  const totals = new Set(problem.relations.map(({ total }) => total));
  let largest: string | undefined;
  for (const id of [...totals].sort()) {
    if (parts.has(id)) continue;
    if (largest === undefined || (counts.get(id) ?? 0) > (counts.get(largest) ?? 0)) largest = id;
  }
  return largest;
}
