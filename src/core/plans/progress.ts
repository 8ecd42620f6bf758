/*
 * What happens to a signed plan after the signature. The plan is a locked snapshot of what was agreed, so
 * progress of its actions and its reviews are rows of their own beside it.
 */
import { ProcedureError } from '#api/errors.ts';
import type { Plan } from '#api/plans.ts';
import type { PlanAction } from '#domain/plans/plan.ts';
import type { ActionProgress, PlanReview } from '#domain/plans/review.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getPlan } from './queries.ts';

/** Fails with `not_found` unless the record is there and is this person's. */
export async function checkLinked(
  db: Db,
  personId: string,
  { kind, id }: NonNullable<PlanAction['linked']>,
): Promise<void> {
  const tables = { letter: 'letter', service: 'service' } as const;
  const row =
    kind === 'appointment'
      ? await db
          .selectFrom('appointment_person')
          .select('person_id')
          .where('appointment_id', '=', id)
          .where('person_id', '=', personId)
          .executeTakeFirst()
      : await db
          .selectFrom(tables[kind])
          .select('person_id')
          .where('id', '=', id)
          .where('person_id', '=', personId)
          .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
}

/** Fails with `plan_not_signed` or `plan_closed`. */
async function planInForce(db: Db, id: string): Promise<Plan> {
  const plan = await getPlan(db, id);
  if (plan.state !== 'signed') throw new ProcedureError('plan_not_signed');
  if (plan.closedOn !== undefined) throw new ProcedureError('plan_closed');
  return plan;
}

export async function recordProgress(
  context: CoreContext,
  { id, progress }: { id: string; progress: ActionProgress },
) {
  const { db } = registerOf(context);
  const plan = await planInForce(db, id);
  const { goalKey, actionKey, state, linked } = progress;
  const goal = plan.details.goals.find(({ key }) => key === goalKey);
  if (!goal?.actions.some(({ key }) => key === actionKey)) throw new ProcedureError('not_found');
  if (linked) await checkLinked(db, plan.personId, linked);
  const values = {
    state,
    done_on: state === 'done' ? (progress.doneOn ?? context.ports.clock.today()) : null,
    dropped_why: state === 'dropped' ? progress.droppedWhy || null : null,
    linked_kind: linked?.kind ?? null,
    linked_id: linked?.id ?? null,
    ...changedNow(context),
  };
  await db
    .insertInto('plan_progress')
    .values({ plan_id: id, goal_key: goalKey, action_key: actionKey, ...values })
    .onConflict((oc) => oc.columns(['plan_id', 'goal_key', 'action_key']).doUpdateSet(values))
    .execute();
  announceChange(context, 'plans');
  return {};
}

export async function recordReview(
  context: CoreContext,
  { id: planId, review }: { id: string; review: PlanReview },
) {
  const { db } = registerOf(context);
  const plan = await planInForce(db, planId);
  const known = plan.details.goals.map(({ key }) => key);
  if (review.outcomes.some(({ goalKey }) => !known.includes(goalKey))) {
    throw new ProcedureError('not_found');
  }
  const id = context.ports.ids.next();
  await db
    .insertInto('plan_review')
    .values({
      id,
      plan_id: planId,
      reviewed_on: review.reviewedOn,
      decision: review.decision,
      next_review_on: review.nextReviewOn ?? null,
      details: JSON.stringify(review),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'plans');
  return { id };
}
