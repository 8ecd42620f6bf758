import { ProcedureError } from '#api/errors.ts';
import type { ProtectOptions } from '#disclosure/protect.ts';
import { type ReportPlan, standardPlan } from '#domain/reports/report-plan.ts';
import type { Period } from '#domain/reports/summary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { isCounted } from '../programmes/own-indicators.ts';
import { activitiesPopulation, participationRows } from './participations.ts';
import { readPlan, withPlan } from './plan-setup.ts';
import { type ProtectedSummary, protectedReport } from './protected-summary.ts';
import { sentReleases } from './release-rows.ts';
import { whileStoppable } from './running-report.ts';
import { servedPeople } from './served-people.ts';
import { whenPossible } from './when-possible.ts';

/** Of whom reports count some or all: everybody with a case file. All are protected together. */
export const servedPopulation = 'served';

/** What a file says of whom it counts where those are the people of a programme. */
export const programmePopulation = 'programme';

/** What a file says of whom it counts where those are people who came to activities. */
export const activitiesInFile = 'activities';

async function explainRefusal(
  context: CoreContext,
  period: Period,
  failure: ProcedureError,
): Promise<never> {
  const { db } = registerOf(context);
  const missing = failure.details?.missing;
  if (typeof missing !== 'number') throw failure;
  const sent = await sentReleases(db, servedPopulation);
  const today = context.ports.clock.today();
  const possible = await whenPossible(db, period, { sent, missing, today });
  throw new ProcedureError('report_refused', {
    ...failure.details,
    ...(possible
      ? { possibleFrom: possible.date, isEstimate: possible.isEstimate ? 'yes' : 'no' }
      : {}),
  });
}

/**
 * A report by its plan, protected together with all that were sent. Fails with `period_invalid`, `unknown_code`,
 * `report_stopped`, `report_refused`; where waiting helps, its details say from which day.
 */
export async function makeReport(
  context: CoreContext,
  period: Period,
  plan?: ReportPlan,
): Promise<ProtectedSummary> {
  if (period.from > period.to) throw new ProcedureError('period_invalid');
  // From the first moment: a stop that comes while people are still read would be lost.
  return whileStoppable(context, (options) => protectPlan(context, period, { plan, options }));
}

async function protectPlan(
  context: CoreContext,
  period: Period,
  { plan, options }: { plan: ReportPlan | undefined; options: ProtectOptions },
): Promise<ProtectedSummary> {
  const { db } = registerOf(context);
  if (plan?.counts === 'activities') return protectActivities(context, period, { plan, options });
  const sent = await sentReleases(db, servedPopulation);
  const read = await readPlan(context, period, plan ?? standardPlan, sent);
  const { axis } = read.setup;
  const indicators = read.indicators.filter(isCounted);
  const rows = await servedPeople(db, {
    period,
    axis,
    indicators,
    programmeId: read.plan.programmeId,
    areas: read.setup.areas,
  });
  try {
    const made = await protectedReport(rows, read.setup, sent, options);
    if (plan === undefined) return made;
    return { ...made, summary: withPlan(read, made.setup, made.summary) };
  } catch (failure) {
    if (!(failure instanceof ProcedureError) || failure.code !== 'report_refused') throw failure;
    return explainRefusal(context, period, failure);
  }
}

/** Of who came to activities; each programme's, and those of none, are a system of their own. */
async function protectActivities(
  context: CoreContext,
  period: Period,
  { plan, options }: { plan: ReportPlan; options: ProtectOptions },
): Promise<ProtectedSummary> {
  const { db } = registerOf(context);
  const population = await activitiesPopulation(db, plan);
  const sent = await sentReleases(db, population);
  const read = await readPlan(context, period, plan, sent);
  const { setup, indicators } = read;
  const rows = await participationRows(context, { period, plan, axis: setup.axis, indicators });
  const made = await protectedReport(rows, setup, sent, options);
  return { ...made, population, summary: withPlan(read, made.setup, made.summary) };
}
