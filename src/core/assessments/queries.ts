import type { Assessment } from '#api/assessments.ts';
import { ProcedureError } from '#api/errors.ts';
import { type AssessmentDetails, missingForCompletion } from '#domain/assessments/assessment.ts';
import type { Db } from '../context.ts';
import type {
  AssessmentScoreTable,
  AssessmentTable,
} from '../database/tables/assessment-tables.ts';

function detailsOf(row: AssessmentTable, scores: AssessmentScoreTable[]): AssessmentDetails {
  return {
    assessedOn: row.assessed_on,
    assessor: row.assessor,
    ...(row.mediator === null ? {} : { mediator: row.mediator }),
    ...(row.interpreted_in === null ? {} : { interpretedIn: row.interpreted_in }),
    ...(row.own_view === null ? {} : { ownView: row.own_view }),
    ...(row.note === null ? {} : { note: row.note }),
    scores: scores
      .filter((score) => score.assessment_id === row.id)
      .map(({ domain, level, words, wants_goal }) => ({
        domain,
        level,
        ...(words === null ? {} : { words }),
        wantsGoal: wants_goal === 1,
      })),
  };
}

/** All of a person, newest first; among those of one day the one begun later is the newer. */
export async function listAssessments(db: Db, personId: string): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('assessed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const scores = await db
    .selectFrom('assessment_score')
    .innerJoin('assessment', 'assessment.id', 'assessment_score.assessment_id')
    .selectAll('assessment_score')
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => {
    const { id, person_id, revision, state } = row;
    const details = detailsOf(row, scores);
    return {
      id,
      personId: person_id,
      revision,
      state,
      details,
      missing: missingForCompletion(details),
    };
  });
}

/** Fails with `not_found`. */
export async function getAssessment(db: Db, id: string): Promise<Assessment> {
  const row = await db
    .selectFrom('assessment')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const found = row && (await listAssessments(db, row.person_id)).find((one) => one.id === id);
  if (!found) throw new ProcedureError('not_found');
  return found;
}
