import { ProcedureError } from '#api/errors.ts';
import type { Plan } from '#api/plans.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { missingForSignature, type PlanDetails, planDetails } from '#domain/plans/plan.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { PlanTable } from '../database/tables/plan-tables.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';

function planFromRow(row: PlanTable, latestVersion: number): Plan {
  const details = planDetails.parse(JSON.parse(row.details));
  return {
    id: row.id,
    personId: row.person_id,
    version: row.version,
    revision: row.revision,
    state: row.state,
    ...(row.signed_on === null ? {} : { signedOn: row.signed_on }),
    isLatest: row.version === latestVersion,
    details,
    missing: missingForSignature(details),
  };
}

async function plansOf(db: Db, personId: string): Promise<Plan[]> {
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => planFromRow(row, rows[0]?.version ?? 0));
}

/** Fails with `not_found`. */
export async function getPlan(db: Db, id: string): Promise<Plan> {
  const row = await db
    .selectFrom('plan')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const plan = row && (await plansOf(db, row.person_id)).find((one) => one.id === id);
  if (!plan) throw new ProcedureError('not_found');
  return plan;
}

export async function listPlans(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  return { items: await plansOf(db, personId) };
}

/** What the next version keeps: open goals and agreements; what was done or dropped stays in the old one. */
function carriedOver(last: Plan | undefined): Pick<PlanDetails, 'priorities' | 'goals'> & {
  strengths?: string | undefined;
  contactAgreement?: string | undefined;
  rightsExplained: string[];
} {
  if (!last) return { priorities: [], goals: [], rightsExplained: [] };
  const { priorities, goals, strengths, contactAgreement, rightsExplained } = last.details;
  const openGoals = goals.map((goal) => ({
    ...goal,
    actions: goal.actions.filter(({ state }) => state === 'toDo' || state === 'doing'),
  }));
  return { priorities, goals: openGoals, strengths, contactAgreement, rightsExplained };
}

export async function startPlan(context: CoreContext, { personId }: { personId: string }) {
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const [last] = await plansOf(db, personId);
  if (last?.state === 'draft') return { id: last.id };
  const today = context.ports.clock.today();
  const reviewOn = addMonths(today, context.resources.plan.reviewAfterMonths);
  const details: PlanDetails = {
    madeOn: today,
    reviewOn,
    operator: user.name,
    ...carriedOver(last),
  };
  const id = context.ports.ids.next();
  await db
    .insertInto('plan')
    .values({
      id,
      person_id: personId,
      version: (last?.version ?? 0) + 1,
      revision: 1,
      state: 'draft',
      signed_on: null,
      review_on: reviewOn,
      details: JSON.stringify(details),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'plans');
  return { id };
}

function checkPlanCodes(context: CoreContext, details: PlanDetails): void {
  for (const goal of details.goals) checkCode(context.resources, 'lifeDomains', goal.domain);
  const unknown = details.rightsExplained.filter(
    (right) => !context.resources.plan.rights.includes(right),
  );
  if (unknown.length > 0) throw new ProcedureError('unknown_code', { field: 'rights' });
}

export async function savePlan(
  context: CoreContext,
  { id, revision, details }: { id: string; revision: number; details: PlanDetails },
) {
  const { db } = registerOf(context);
  const plan = await getPlan(db, id);
  if (plan.state === 'signed') throw new ProcedureError('plan_already_signed');
  if (plan.revision !== revision) throw new ProcedureError('changed_meanwhile');
  checkPlanCodes(context, details);
  await db
    .updateTable('plan')
    .set({
      revision: revision + 1,
      review_on: details.reviewOn ?? null,
      details: JSON.stringify(details),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .execute();
  announceChange(context, 'plans');
  return { revision: revision + 1, missing: missingForSignature(details) };
}

export async function signPlan(
  context: CoreContext,
  { id, signedOn }: { id: string; signedOn: CalendarDate },
) {
  const { db } = registerOf(context);
  const plan = await getPlan(db, id);
  if (plan.state === 'signed') throw new ProcedureError('plan_already_signed');
  if (!plan.isLatest) throw new ProcedureError('plan_not_latest');
  if (plan.missing.length > 0) {
    throw new ProcedureError('plan_incomplete', { missing: plan.missing });
  }
  await db
    .updateTable('plan')
    .set({ state: 'signed', signed_on: signedOn, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'plans');
  return {};
}
