import { ProcedureError } from '#api/errors.ts';
import type { Plan } from '#api/plans.ts';
import { isUnderAge } from '#domain/consents/coming-of-age.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import {
  isOpenAction,
  isOpenGoal,
  missingForSignature,
  type PlanDetails,
  planDetails,
} from '#domain/plans/plan.ts';
import { asItStands } from '#domain/plans/review.ts';
import { type PlanSignature, planSignature } from '#domain/plans/signature.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { documentLanguageOf, printForSignature } from '../documents/plan/print-plan.ts';
import { getBirth, getCaseFile, getDetails } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { checkLinked } from './progress.ts';
import { getPlan, plansOf } from './queries.ts';

export async function listPlans(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  return { items: await plansOf(db, personId) };
}

export function getTemplate({ resources }: CoreContext) {
  const { rights, reviewAfterMonths, reviewAfterMonthsOfMinors } = resources.plan;
  return { rights, reviewAfterMonths, reviewAfterMonthsOfMinors };
}

/** The plan as it stands today: signed words, with progress and reviews since. */
function standingDetails({ details, progress, reviews }: Plan): PlanDetails {
  const held = reviews.map(({ review }) => review);
  return asItStands(details, progress, held);
}

/** What the next version keeps: open goals and agreements; what was done or dropped stays in the old one. */
function carriedOver(last: Plan | undefined): Partial<PlanDetails> {
  if (!last) return {};
  const standing = standingDetails(last);
  const goals = standing.goals
    .filter(isOpenGoal)
    .map((goal) => ({ ...goal, actions: goal.actions.filter(isOpenAction) }));
  const { priorities, strengths, contactAgreement, rightsExplained, guardian } = standing;
  const { personResponsibilities, associationCommitments, budget } = standing;
  return {
    priorities,
    goals,
    strengths,
    contactAgreement,
    rightsExplained,
    guardian,
    personResponsibilities,
    associationCommitments,
    budget,
  };
}

export async function startPlan(context: CoreContext, { personId }: { personId: string }) {
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const [last] = await plansOf(db, personId);
  if (last?.state === 'draft') return { id: last.id };
  const today = context.ports.clock.today();
  const birth = await getBirth(db, personId);
  const { reviewAfterMonths, reviewAfterMonthsOfMinors } = context.resources.plan;
  const isMinor = isUnderAge(birth, today);
  const reviewOn = addMonths(today, isMinor ? reviewAfterMonthsOfMinors : reviewAfterMonths);
  const details = planDetails.parse({
    madeOn: today,
    reviewOn,
    operator: user.name,
    priorities: [],
    goals: [],
    rightsExplained: [],
    ...carriedOver(last),
  });
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
      signature: null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'plans');
  return { id };
}

async function checkPlan(context: CoreContext, personId: string, details: PlanDetails) {
  for (const goal of details.goals) {
    checkCode(context.resources, 'lifeDomains', goal.domain);
    for (const { linked } of goal.actions) {
      if (linked) await checkLinked(registerOf(context).db, personId, linked);
    }
  }
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
  await checkPlan(context, plan.personId, details);
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
  const birth = await getBirth(db, plan.personId);
  const isMinor = isUnderAge(birth, details.madeOn);
  return { revision: revision + 1, missing: missingForSignature(details, { isMinor }) };
}

type GivenSignature = Omit<PlanSignature, 'signedOn'>;

/** The signatures the printed plan has places for. */
async function expectedSignature(context: CoreContext, plan: Plan): Promise<GivenSignature> {
  const { names } = await getDetails(
    registerOf(context).db,
    plan.personId,
    context.ports.clock.today(),
  );
  const { operator, mediator, interpretedIn, guardian } = plan.details;
  const signers: GivenSignature['signers'] = [
    { role: 'person', name: listedName(officialName(names)).slice(0, 160) },
    { role: 'operator', name: operator },
  ];
  if (guardian) signers.push({ role: 'guardian', name: guardian });
  if (mediator) signers.push({ role: 'mediator', name: mediator });
  return {
    signers,
    ...(interpretedIn && mediator ? { interpreter: mediator, interpretedIn } : {}),
  };
}

export async function signPlan(
  context: CoreContext,
  input: {
    id: string;
    signedOn: CalendarDate;
    signature?: GivenSignature | undefined;
    language?: string | undefined;
  },
) {
  const { id, signedOn } = input;
  const { db } = registerOf(context);
  const plan = await getPlan(db, id);
  if (plan.state === 'signed') throw new ProcedureError('plan_already_signed');
  if (!plan.isLatest) throw new ProcedureError('plan_not_latest');
  if (plan.missing.length > 0) {
    throw new ProcedureError('plan_incomplete', { missing: plan.missing });
  }
  const given = input.signature ?? (await expectedSignature(context, plan));
  const signature = planSignature.parse({ ...given, signedOn });
  const language = input.language ?? documentLanguageOf(context, signature.interpretedIn);
  const signed: Plan = { ...plan, state: 'signed', signedOn, signature };
  const paper = await printForSignature(context, signed, language);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('plan')
      .set({
        state: 'signed',
        signed_on: signedOn,
        signature: JSON.stringify(signature),
        ...changedNow(context),
      })
      .where('id', '=', id)
      .execute();
    await tx.insertInto('signed_plan').values(paper).execute();
  });
  announceChange(context, 'plans');
  return {};
}
