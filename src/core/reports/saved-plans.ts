/*
 * Reports that were put together here, kept by their title: a funder asks for the same tables each quarter, and a
 * report designed anew each time comes out a little different, so that more has to be hidden of both.
 */
import { ProcedureError } from '#api/errors.ts';
import type { SavedPlan } from '#api/report-plans.ts';
import { type ReportPlan, reportPlan } from '#domain/reports/report-plan.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { readPlan } from './plan-setup.ts';

/** By their titles. One that names a list that is no longer shipped fails when it is made, and says so. */
export async function listSavedPlans(context: CoreContext): Promise<SavedPlan[]> {
  const rows = await registerOf(context)
    .db.selectFrom('report_plan')
    .select(['id', 'plan'])
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map(({ id, plan }) => ({ id, plan: reportPlan.parse(JSON.parse(plan)) }));
}

/** Fails with `invalid_input` without a title, `not_found`, `unknown_code` for what is in no list. */
export async function savePlan(
  context: CoreContext,
  { id, plan }: { id?: string | undefined; plan: ReportPlan },
): Promise<{ id: string }> {
  const { db } = registerOf(context);
  if (plan.title === undefined) throw new ProcedureError('invalid_input', { field: 'title' });
  const today = context.ports.clock.today();
  await readPlan(context, { from: today, to: today }, plan, []);
  const columns = { title: plan.title, plan: JSON.stringify(plan), ...changedNow(context) };
  const saved = id ?? context.ports.ids.next();
  if (id) {
    const [done] = await db.updateTable('report_plan').set(columns).where('id', '=', id).execute();
    if (done?.numUpdatedRows !== 1n) throw new ProcedureError('not_found');
  } else
    await db
      .insertInto('report_plan')
      .values({ id: saved, ...columns })
      .execute();
  announceChange(context, 'reports');
  return { id: saved };
}

/** The page keeps what it shows, and can save it again. Fails with `not_found`. */
export async function removePlan(context: CoreContext, { id }: { id: string }) {
  const [done] = await registerOf(context)
    .db.deleteFrom('report_plan')
    .where('id', '=', id)
    .execute();
  if (done?.numDeletedRows !== 1n) throw new ProcedureError('not_found');
  announceChange(context, 'reports');
  return {};
}
