import { ProcedureError } from '#api/errors.ts';
import {
  type AssessmentDetails,
  type DomainScore,
  missingForCompletion,
} from '#domain/assessments/assessment.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { AssessmentTable } from '../database/tables/assessment-tables.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { getAssessment, listAssessments } from './queries.ts';

function rowOf(details: AssessmentDetails) {
  return {
    assessed_on: details.assessedOn,
    assessor: details.assessor,
    mediator: details.mediator || null,
    interpreted_in: details.interpretedIn ?? null,
    own_view: details.ownView || null,
    note: details.note || null,
  };
}

async function writeScores(tx: Db, id: string, scores: DomainScore[]): Promise<void> {
  await tx.deleteFrom('assessment_score').where('assessment_id', '=', id).execute();
  if (scores.length === 0) return;
  const rows = scores.map(({ domain, level, words, wantsGoal }) => ({
    assessment_id: id,
    domain,
    level,
    words: words || null,
    wants_goal: wantsGoal ? 1 : 0,
  }));
  await tx.insertInto('assessment_score').values(rows).execute();
}

async function create(
  context: CoreContext,
  personId: string,
  { state, details }: { state: AssessmentTable['state']; details: AssessmentDetails },
) {
  const id = context.ports.ids.next();
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      await tx
        .insertInto('assessment')
        .values({
          id,
          person_id: personId,
          revision: 1,
          state,
          ...rowOf(details),
          ...changedNow(context),
        })
        .execute();
      await writeScores(tx, id, details.scores);
    });
  announceChange(context, 'assessments');
  return { id };
}

export async function startAssessment(context: CoreContext, { personId }: { personId: string }) {
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const draft = (await listAssessments(db, personId)).find(({ state }) => state === 'draft');
  if (draft) return { id: draft.id };
  const assessedOn = context.ports.clock.today();
  const details = { assessedOn, assessor: user.name, scores: [] };
  return create(context, personId, { state: 'draft', details });
}

export async function recordScore(
  context: CoreContext,
  { personId, score }: { personId: string; score: DomainScore },
) {
  checkCode(context.resources, 'lifeDomains', score.domain);
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const assessedOn = context.ports.clock.today();
  const details = { assessedOn, assessor: user.name, scores: [score] };
  return create(context, personId, { state: 'completed', details });
}

function checkAssessmentCodes({ resources }: CoreContext, details: AssessmentDetails): void {
  for (const { domain } of details.scores) checkCode(resources, 'lifeDomains', domain);
  const { languages } = resources.vocabularies;
  const { interpretedIn } = details;
  if (interpretedIn && !languages.items.some((one) => one.code === interpretedIn)) {
    throw new ProcedureError('unknown_code', { field: 'interpretedIn' });
  }
}

export async function saveAssessment(
  context: CoreContext,
  { id, revision, details }: { id: string; revision: number; details: AssessmentDetails },
) {
  const { db } = registerOf(context);
  const assessment = await getAssessment(db, id);
  if (assessment.state === 'completed') throw new ProcedureError('assessment_completed');
  checkAssessmentCodes(context, details);
  await db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('assessment')
      .set({ revision: revision + 1, ...rowOf(details), ...changedNow(context) })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new ProcedureError('changed_meanwhile');
    await writeScores(tx, id, details.scores);
  });
  announceChange(context, 'assessments');
  return { revision: revision + 1, missing: missingForCompletion(details) };
}

async function setState(context: CoreContext, id: string, state: AssessmentTable['state']) {
  await registerOf(context)
    .db.updateTable('assessment')
    .set((eb) => ({ state, revision: eb('revision', '+', 1), ...changedNow(context) }))
    .where('id', '=', id)
    .execute();
  announceChange(context, 'assessments');
  return {};
}

export async function completeAssessment(context: CoreContext, { id }: { id: string }) {
  const { state, missing } = await getAssessment(registerOf(context).db, id);
  if (state === 'completed') throw new ProcedureError('assessment_completed');
  if (missing.length > 0) throw new ProcedureError('assessment_incomplete', { missing });
  return setState(context, id, 'completed');
}

export async function reopenAssessment(context: CoreContext, { id }: { id: string }) {
  await getAssessment(registerOf(context).db, id);
  return setState(context, id, 'draft');
}
