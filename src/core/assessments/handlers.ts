import type { assessmentProcedures } from '#api/assessments.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import {
  completeAssessment,
  recordScore,
  reopenAssessment,
  saveAssessment,
  startAssessment,
} from './assessments.ts';
import { getAssessment, listAssessments } from './queries.ts';
import {
  closeSpecificNeed,
  listSpecificNeeds,
  recordSpecificNeed,
  removeSpecificNeed,
} from './specific-needs.ts';

type AssessmentHandlers = Handlers<
  Pick<VaultContract, keyof typeof assessmentProcedures>,
  CoreContext
>;

export const assessmentHandlers: AssessmentHandlers = {
  'assessments.list': async (context, { personId }) => {
    const { db } = registerOf(context);
    await getCaseFile(db, personId);
    return { items: await listAssessments(db, personId) };
  },
  'assessments.get': (context, { id }) => getAssessment(registerOf(context).db, id),
  'assessments.start': startAssessment,
  'assessments.save': saveAssessment,
  'assessments.complete': completeAssessment,
  'assessments.reopen': reopenAssessment,
  'assessments.record': recordScore,
  'specificNeeds.list': listSpecificNeeds,
  'specificNeeds.record': recordSpecificNeed,
  'specificNeeds.close': closeSpecificNeed,
  'specificNeeds.remove': removeSpecificNeed,
};
