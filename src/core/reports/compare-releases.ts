/*
 * Why a figure that was sent differs from a later one: another period, people registered meanwhile, dates and
 * facts corrected, files merged or erased, or a number that one report shows and the other hides. A funder asks,
 * and "the program says so" is no answer. Printed numbers only; what the register knows besides is the number of
 * people registered since: ids are given in the order of time.
 */
import type { OutputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { SentRelease } from '#disclosure/release.ts';
import { unhcrAgeBands } from '#domain/dates/age-band.ts';
import { ageAxis } from '#domain/reports/age-axis.ts';
import { type Period, wasOpenDuring } from '#domain/reports/summary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type OpenFile, openFiles } from './open-files.ts';
import { activityDimension, participationRows } from './participations.ts';
import { findRelease, type KeptRelease, listReleases } from './release-rows.ts';

type Comparison = OutputOf<VaultContract, 'releases.compare'>;

function printedAt({ cells, roles, suppressed }: SentRelease): Map<string, number> {
  const hidden = new Set([...suppressed, ...Object.keys(roles ?? {})]);
  return new Map(Object.entries(cells).filter(([id]) => !hidden.has(id)));
}

function differencesOf(earlier: SentRelease, later: SentRelease) {
  const [before, after] = [printedAt(earlier), printedAt(later)];
  const both = Object.keys(earlier.cells).filter((id) => Object.hasOwn(later.cells, id));
  const all = both.sort().map((cell) => ({
    cell,
    before: before.get(cell) ?? null,
    after: after.get(cell) ?? null,
  }));
  const differences = all.filter((one) => one.before !== one.after);
  const isHidden = (one: (typeof all)[number]) => one.before === null || one.after === null;
  return { differences, hiddenInOne: differences.filter(isHidden).length };
}

const countIn = (files: readonly OpenFile[], period: Period) =>
  files.filter((file) => wasOpenDuring(file, period)).length;

/** How many came, as the register has it now. */
async function participationsNow(
  context: CoreContext,
  { period, plan }: KeptRelease['summary'],
): Promise<number> {
  if (!plan) return 0;
  const axis = ageAxis(unhcrAgeBands);
  const rows = await participationRows(context, { period, plan, axis, indicators: [] });
  const { activityId } = plan;
  return activityId === undefined
    ? rows.length
    : rows.filter((row) => row[activityDimension(activityId)] === 'yes').length;
}

async function kept(context: CoreContext, id: string): Promise<KeptRelease> {
  const found = await findRelease(registerOf(context).db, id);
  if (found === undefined) throw new ProcedureError('release_unknown');
  return found;
}

export async function compareReleases(
  context: CoreContext,
  { id, withId }: { id: string; withId?: string | undefined },
): Promise<Comparison> {
  const { db } = registerOf(context);
  const [one, other] = [await kept(context, id), withId ? await kept(context, withId) : undefined];
  const [earlier, later] = other && other.sent.id < one.sent.id ? [other, one] : [one, other];
  const listed = await listReleases(db);
  const lineOf = (release: KeptRelease) => {
    const line = listed.find(({ id: listedId }) => listedId === release.sent.id);
    if (line === undefined) throw new ProcedureError('release_unknown');
    return line;
  };
  const { period, plan } = earlier.summary;
  const isOfActivities = plan?.counts === 'activities';
  const files = isOfActivities ? [] : await openFiles(db);
  const laterPeriod = later?.summary.period ?? period;
  const until = later?.sent.id ?? context.ports.ids.next();
  const registeredSince = files.filter((file) => {
    const { personId } = file;
    // An id of later than now was not given in the order of time, as in the demonstration: it says nothing.
    if (personId === undefined || personId < earlier.sent.id || personId > until) return false;
    return wasOpenDuring(file, period);
  }).length;
  const before = earlier.summary.total;
  const now = () =>
    isOfActivities ? participationsNow(context, earlier.summary) : countIn(files, period);
  const after = later?.summary.total ?? (await now());
  const byPeriod = countIn(files, laterPeriod) - countIn(files, period);
  return {
    earlier: lineOf(earlier),
    ...(later ? { later: lineOf(later) } : {}),
    total: { before, after },
    byPeriod,
    registeredSince,
    otherChange: after - before - byPeriod - registeredSince,
    ...(later ? differencesOf(earlier.sent, later.sent) : { differences: [], hiddenInOne: 0 }),
  };
}
