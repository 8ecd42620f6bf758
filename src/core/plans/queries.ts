import { ProcedureError } from '#api/errors.ts';
import type { Plan } from '#api/plans.ts';
import { isUnderAge } from '#domain/consents/coming-of-age.ts';
import { missingForSignature, planDetails } from '#domain/plans/plan.ts';
import { actionProgress, planReview } from '#domain/plans/review.ts';
import { planSignature } from '#domain/plans/signature.ts';
import type { Db } from '../context.ts';
import type {
  PlanProgressTable,
  PlanReviewTable,
  PlanTable,
} from '../database/tables/plan-tables.ts';
import { getBirth } from '../people/queries.ts';

function progressFromRow(row: PlanProgressTable) {
  return actionProgress.parse({
    goalKey: row.goal_key,
    actionKey: row.action_key,
    state: row.state,
    ...(row.done_on === null ? {} : { doneOn: row.done_on }),
    ...(row.dropped_why === null ? {} : { droppedWhy: row.dropped_why }),
    ...(row.linked_kind === null ? {} : { linked: { kind: row.linked_kind, id: row.linked_id } }),
  });
}

interface Around {
  latestVersion: number;
  isMinor: boolean;
  progress: PlanProgressTable[];
  reviews: PlanReviewTable[];
}

function planFromRow(row: PlanTable, around: Around): Plan {
  const details = planDetails.parse(JSON.parse(row.details));
  const reviews = around.reviews
    .filter((review) => review.plan_id === row.id)
    .map((review) => ({ id: review.id, review: planReview.parse(JSON.parse(review.details)) }));
  const last = reviews.at(-1)?.review;
  const isClosed = last?.decision === 'close';
  const reviewDueOn = last ? last.nextReviewOn : details.reviewOn;
  return {
    id: row.id,
    personId: row.person_id,
    version: row.version,
    revision: row.revision,
    state: row.state,
    ...(row.signed_on === null ? {} : { signedOn: row.signed_on }),
    ...(row.signature === null
      ? {}
      : { signature: planSignature.parse(JSON.parse(row.signature)) }),
    isLatest: row.version === around.latestVersion,
    details,
    missing: missingForSignature(details, around),
    progress: around.progress.filter((one) => one.plan_id === row.id).map(progressFromRow),
    reviews,
    ...(isClosed ? { closedOn: last.reviewedOn } : {}),
    ...(!isClosed && reviewDueOn ? { reviewDueOn } : {}),
  };
}

/** All versions of a person's plan, the newest first. Fails with `not_found`. */
export async function plansOf(db: Db, personId: string): Promise<Plan[]> {
  const birth = await getBirth(db, personId);
  const ofPerson = db.selectFrom('plan').where('person_id', '=', personId);
  const rows = await ofPerson.selectAll('plan').orderBy('version', 'desc').execute();
  const progress = await ofPerson
    .innerJoin('plan_progress', 'plan_progress.plan_id', 'plan.id')
    .selectAll('plan_progress')
    .execute();
  const reviews = await ofPerson
    .innerJoin('plan_review', 'plan_review.plan_id', 'plan.id')
    .selectAll('plan_review')
    .orderBy('plan_review.reviewed_on')
    .orderBy('plan_review.id')
    .execute();
  return rows.map((row) => {
    const madeOn = row.signed_on ?? planDetails.parse(JSON.parse(row.details)).madeOn;
    const isMinor = isUnderAge(birth, madeOn);
    return planFromRow(row, { latestVersion: rows[0]?.version ?? 0, isMinor, progress, reviews });
  });
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
