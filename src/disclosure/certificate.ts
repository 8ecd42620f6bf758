/*
 * The proof that a release is safe, checkable without a solver: for every small count a table of
 * whole numbers that fits everything printed and lifts that count to its threshold. A certificate
 * says more of the hidden cells than the release does, so it stays in the register.
 */

/** `hidden`: counts a reader can imagine for all that is not printed. `protects`: cells it lifts. */
interface WitnessTable {
  readonly protects: readonly string[];
  readonly hidden: Readonly<Record<string, number>>;
}

/** `exposed_before`: small counts that earlier releases give away by themselves. */
export interface Certificate {
  readonly suppressed: readonly string[];
  readonly witnesses: readonly WitnessTable[];
  readonly exposed_before?: readonly string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isIdList = (list: unknown) =>
  Array.isArray(list) && list.every((id) => typeof id === 'string');

export function isCertificate(value: unknown): value is Certificate {
  if (!isObject(value) || !isIdList(value.suppressed)) return false;
  if (value.exposed_before !== undefined && !isIdList(value.exposed_before)) return false;
  const isWitness = (item: unknown) =>
    isObject(item) && isIdList(item.protects) && isObject(item.hidden);
  return Array.isArray(value.witnesses) && value.witnesses.every(isWitness);
}
