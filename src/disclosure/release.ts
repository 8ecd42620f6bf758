import {
  type CellRole,
  type DisclosureProblem,
  grandTotalId,
  type Relation,
} from './disclosure-problem.ts';
import { type ProtectionResult, type ProtectOptions, protect } from './protect.ts';
import { countAt, findGroupAttributes, type LinkedCells } from './virtual-cells.ts';

/*
 * A release and the ones sent before it are one system: two cumulative reports a month apart give the
 * people of that month by subtraction, two recipients can lay their reports side by side, and a corrected
 * report shows what was corrected (disclosure design B4, attacks 1, 3, 4, 15, 16 and 17). What was printed
 * cannot be taken back; the new release is chosen so that all of them together give nobody away.
 */

/** `from`, `to`: first and last day of the period, ISO dates. Cells with the same id count the same thing. */
export interface Release extends LinkedCells {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly threshold: number;
  readonly cellThresholds?: Readonly<Record<string, number>>;
  /** Cells that a reader has from elsewhere: a ministry publishes the same total. They are printed. */
  readonly keep?: readonly string[];
  /** Dimensions of which even a whole group may not be told something, or `dimension=category`. */
  readonly sensitiveDimensions?: readonly string[];
}

/** A release as it was sent. */
export interface SentRelease extends Release {
  readonly suppressed: readonly string[];
}

/** Everybody counted in the one is counted in the other. */
function contains(outer: Release, inner: Release): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function isNested(one: Release, other: Release): boolean {
  return contains(one, other) || contains(other, one);
}

/** Earlier releases that a reader can connect with this one, over any number of others. */
export function findConnected<Sent extends Release>(
  release: Release,
  sent: readonly Sent[],
): Sent[] {
  const reached = new Set<Sent>();
  const open: Release[] = [release];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of sent) {
      if (reached.has(other) || !isNested(next, other)) continue;
      reached.add(other);
      open.push(other);
    }
  }
  return sent.filter((one) => reached.has(one));
}

interface Parts {
  readonly cells: Map<string, number>;
  readonly relations: Relation[];
  readonly roles: Map<string, CellRole>;
  readonly cellThresholds: Map<string, number>;
}

function addSent(parts: Parts, sent: SentRelease): void {
  const name = (id: string) => `${id}@${sent.id}`;
  const suppressed = new Set(sent.suppressed);
  for (const [id, count] of Object.entries(sent.cells)) {
    parts.cells.set(name(id), count);
    const own = sent.roles !== undefined && Object.hasOwn(sent.roles, id);
    const role = own ? 'derived_before' : suppressed.has(id) ? 'hidden_before' : 'printed_before';
    parts.roles.set(name(id), role);
    parts.cellThresholds.set(
      name(id),
      Math.max(sent.threshold, new Map(Object.entries(sent.cellThresholds ?? {})).get(id) ?? 0),
    );
  }
  for (const relation of sent.relations) {
    parts.relations.push({ total: name(relation.total), parts: relation.parts.map(name) });
  }
}

/** What changed between two releases of which one contains the other, cell by cell. */
function addIncrements(
  parts: Parts,
  one: { readonly release: Release; readonly name: (id: string) => string },
  other: { readonly release: Release; readonly name: (id: string) => string },
  isPast: boolean,
): void {
  for (const [id, count] of Object.entries(one.release.cells)) {
    if (!Object.hasOwn(other.release.cells, id)) continue;
    const before = countAt(other.release, id);
    if (count === 0 && before === 0) continue;
    const increment = `${one.name(id)}~${other.name(id)}`;
    const [larger, smaller] = count >= before ? [one, other] : [other, one];
    parts.cells.set(increment, Math.abs(count - before));
    parts.roles.set(increment, isPast ? 'derived_before' : 'derived');
    if (isPast) {
      const threshold = Math.min(one.release.threshold, other.release.threshold);
      parts.cellThresholds.set(increment, threshold);
    } else {
      const own = new Map(Object.entries(one.release.cellThresholds ?? {})).get(id);
      if (own !== undefined) parts.cellThresholds.set(increment, own);
    }
    parts.relations.push({ total: larger.name(id), parts: [smaller.name(id), increment] });
  }
}

/** One problem of a release and all earlier ones it can be compared with. */
export function joinReleases(release: Release, sent: readonly SentRelease[]): DisclosureProblem {
  const connected = findConnected(release, sent);
  const parts: Parts = {
    cells: new Map(Object.entries(release.cells)),
    relations: [...release.relations],
    roles: new Map(Object.entries(release.roles ?? {})),
    cellThresholds: new Map(Object.entries(release.cellThresholds ?? {})),
  };
  for (const one of connected) addSent(parts, one);
  const named = [
    { release, name: (id: string) => id },
    ...connected.map((one) => ({ release: one, name: (id: string) => `${id}@${one.id}` })),
  ];
  for (const [at, one] of named.entries()) {
    for (const other of named.slice(at + 1)) {
      if (isNested(one.release, other.release)) addIncrements(parts, one, other, at > 0);
    }
  }
  return {
    threshold: release.threshold,
    insiders: true,
    keep: release.keep ?? [],
    cells: Object.fromEntries(parts.cells),
    relations: parts.relations,
    roles: Object.fromEntries(parts.roles),
    cellThresholds: Object.fromEntries(parts.cellThresholds),
  };
}

/** A refusal that concerns releases; `cells` are ids of earlier releases, or of cells. */
interface ReleaseRefusal {
  readonly code: 'increment_too_small' | 'group_attribute';
  readonly cells: string[];
  /** How many people more make it possible. */
  readonly missing?: number;
}

/** Why this release cannot be made at all, whatever is hidden. */
export function findRefusals(release: Release, sent: readonly Release[]): ReleaseRefusal[] {
  const refusals: ReleaseRefusal[] = [];
  // Totals that must be printed: of everybody, and of the population where that is a part of them.
  const tooClose = sent.flatMap((one) =>
    [grandTotalId, ...(release.keep ?? [])].flatMap((id) => {
      if (id !== grandTotalId && !Object.hasOwn(one.cells, id)) return [];
      const increment = Math.abs(countAt(release, id) - countAt(one, id));
      const isClose = isNested(release, one) && increment > 0 && increment < release.threshold;
      return isClose ? [{ id: one.id, missing: release.threshold - increment }] : [];
    }),
  );
  if (tooClose.length > 0) {
    refusals.push({
      code: 'increment_too_small',
      cells: [...new Set(tooClose.map(({ id }) => id))],
      missing: Math.max(...tooClose.map(({ missing }) => missing)),
    });
  }
  const groups = (release.sensitiveDimensions ?? []).flatMap((dimension) =>
    findGroupAttributes(release, dimension),
  );
  if (groups.length > 0) refusals.push({ code: 'group_attribute', cells: groups.sort() });
  return refusals;
}

export interface ProtectedRelease {
  readonly problem: DisclosureProblem;
  readonly result: ProtectionResult;
  readonly refusals: ReleaseRefusal[];
}

/**
 * Protects a release together with those sent before, and audits once more what a reader of all of them
 * can work out. `result` is about the cells of this release alone.
 * @throws DisclosureInputError, DisclosureCancelledError as `protect`
 */
export async function protectRelease(
  release: Release,
  sent: readonly SentRelease[],
  options: ProtectOptions = {},
): Promise<ProtectedRelease> {
  const problem = joinReleases(release, sent);
  const refusals = findRefusals(release, sent);
  if (refusals.length > 0) {
    const nothing = { cost: null, suppressed: [], primary: [], published: {}, ranges: {} };
    const result = { ...nothing, status: 'refused' as const, reasons: [], certificate: null };
    return { problem, result, refusals };
  }
  return { problem, result: await protect(problem, options), refusals };
}
