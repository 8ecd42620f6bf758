export type DisclosureInputCode =
  | 'malformed'
  | 'invalid_count'
  | 'negative_count'
  | 'fractional_count'
  | 'count_too_large'
  | 'invalid_threshold'
  | 'invalid_weight'
  | 'unknown_cell'
  | 'empty_parts'
  | 'duplicate_part'
  | 'duplicate_cell'
  | 'cyclic_relation'
  | 'not_additive'
  | 'zero_suppressed'
  | 'too_large'
  | 'unknown_category'
  | 'invalid_name'
  | 'tables_disagree';

/**
 * The input cannot be worked on. `cell` is a cell id, `relation` the position of the relation in
 * the input. The message never contains a count, so it may be shown and logged.
 */
export class DisclosureInputError extends Error {
  readonly code: DisclosureInputCode;
  readonly cell?: string;
  readonly relation?: number;

  constructor(
    code: DisclosureInputCode,
    message: string,
    place: { cell?: string; relation?: number } = {},
  ) {
    super(message);
    this.name = 'DisclosureInputError';
    this.code = code;
    if (place.cell !== undefined) this.cell = place.cell;
    if (place.relation !== undefined) this.relation = place.relation;
  }
}

/** The caller's signal was raised before the work was done. Nothing is returned. */
export class DisclosureCancelledError extends Error {
  constructor() {
    super('cancelled');
    this.name = 'DisclosureCancelledError';
  }
}
