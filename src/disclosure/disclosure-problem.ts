import { DisclosureInputError } from './disclosure-input-error.ts';

/** `total` equals the sum of `parts`; all are cell ids. Two relations may describe the same total. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * What a reader is told of a cell other than by this release. `derived`: never printed, yet it could be
 * computed (what a total leaves, what was added since an earlier release); may be 0, costs nothing.
 * The others stand in earlier releases, which cannot be taken back: `printed_before` is known and no
 * longer judged, `hidden_before` stays hidden, `derived_before` follows from earlier releases alone.
 */
export const cellRoles = ['derived', 'printed_before', 'hidden_before', 'derived_before'] as const;
export type CellRole = (typeof cellRoles)[number];

/**
 * A release to protect. Counts are whole numbers of persons (or of whatever is counted).
 * `threshold`: counts from 1 to `threshold - 1` may not be learnt by a reader.
 * `keep`: cells that must be printed. `weights`: cost of hiding a cell, its count when absent.
 * `cellThresholds`: raises (never lowers) the threshold of single cells; cells of earlier releases
 * have the one of then. `roles`: cells that this release does not print by itself.
 * `insiders`: also somebody who is one of one or two people in a cell, and so knows it, learns no other.
 * `attacker_lower_bound`: what a reader knows of every hidden cell; 1, because zeros are printed.
 * `suppressed`: the hidden cells, read by `audit` only.
 */
export interface DisclosureProblem {
  readonly threshold: number;
  readonly cells: Readonly<Record<string, number>>;
  readonly relations: readonly Relation[];
  readonly keep?: readonly string[];
  readonly weights?: Readonly<Record<string, number>>;
  readonly cellThresholds?: Readonly<Record<string, number>>;
  readonly roles?: Readonly<Record<string, CellRole>>;
  readonly insiders?: boolean;
  readonly attacker_lower_bound?: 0 | 1;
  readonly suppressed?: readonly string[];
}

export const grandTotalId = 'ALL';

export const maxCells = 200_000;
export const maxEntries = 1_000_000;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isNumberRecord(value: unknown): value is Record<string, number> {
  return isObject(value) && Object.values(value).every((item) => typeof item === 'number');
}

function isRoleRecord(value: unknown): value is Record<string, CellRole> {
  const known = new Set<unknown>(cellRoles);
  return isObject(value) && Object.values(value).every((role) => known.has(role));
}

function malformed(field: string): DisclosureInputError {
  return new DisclosureInputError('malformed', `"${field}" has the wrong shape`);
}

function parseCells(cells: unknown): Record<string, number> {
  if (!isObject(cells)) throw malformed('cells');
  const ids = Object.keys(cells);
  if (ids.length > maxCells) {
    throw new DisclosureInputError('too_large', `more than ${maxCells} cells`);
  }
  for (const id of ids) {
    if (typeof cells[id] !== 'number') {
      throw new DisclosureInputError('invalid_count', 'a count is not a number', { cell: id });
    }
  }
  return cells as Record<string, number>;
}

function parseRelations(relations: unknown): Relation[] {
  if (!Array.isArray(relations)) throw malformed('relations');
  let entries = 0;
  return relations.map((relation: unknown, index) => {
    if (!isObject(relation) || typeof relation.total !== 'string' || !Array.isArray(relation.parts))
      throw malformed(`relations[${index}]`);
    entries += relation.parts.length + 1;
    if (entries > maxEntries) {
      throw new DisclosureInputError('too_large', `more than ${maxEntries} relation entries`);
    }
    if (!isStringList(relation.parts)) throw malformed(`relations[${index}].parts`);
    return { total: relation.total, parts: relation.parts };
  });
}

/**
 * Reads a problem from unknown JSON: shapes and sizes only. What the numbers say is checked by
 * `protect` and `audit`, which also accept problems that never were JSON.
 * @throws DisclosureInputError `malformed`, `invalid_count`, `invalid_threshold`, `too_large`
 */
export function parseProblem(json: unknown): DisclosureProblem {
  if (!isObject(json)) throw malformed('problem');
  const { threshold, keep, weights, cellThresholds, roles, insiders, suppressed } = json;
  const lowerBound = json.attacker_lower_bound;
  if (typeof threshold !== 'number') {
    throw new DisclosureInputError('invalid_threshold', 'the threshold is not a number');
  }
  const cells = parseCells(json.cells);
  const relations = parseRelations(json.relations);
  if (keep !== undefined && !isStringList(keep)) throw malformed('keep');
  if (suppressed !== undefined && !isStringList(suppressed)) throw malformed('suppressed');
  if (weights !== undefined && !isNumberRecord(weights)) throw malformed('weights');
  if (cellThresholds !== undefined && !isNumberRecord(cellThresholds)) {
    throw malformed('cellThresholds');
  }
  if (roles !== undefined && !isRoleRecord(roles)) throw malformed('roles');
  if (insiders !== undefined && typeof insiders !== 'boolean') throw malformed('insiders');
  if (lowerBound !== undefined && lowerBound !== 0 && lowerBound !== 1) {
    throw malformed('attacker_lower_bound');
  }
  return {
    threshold,
    cells,
    relations,
    ...(keep === undefined ? {} : { keep }),
    ...(weights === undefined ? {} : { weights }),
    ...(cellThresholds === undefined ? {} : { cellThresholds }),
    ...(roles === undefined ? {} : { roles }),
    ...(insiders === undefined ? {} : { insiders }),
    ...(lowerBound === undefined ? {} : { attacker_lower_bound: lowerBound }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
}
