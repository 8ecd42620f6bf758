import type { VaultContract } from '#api/contract.ts';
import type { enrolmentProcedures } from '#api/enrolments.ts';
import type { programmeResultProcedures } from '#api/programme-results.ts';
import type { programmeProcedures } from '#api/programmes.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { checkEligibility, listCandidates, previewParameters } from './candidates.ts';
import { createProgramme } from './create-programme.ts';
import { createEnrolment, transferEnrolment } from './enrol.ts';
import {
  closeEnrolment,
  describeEnrolment,
  listEnrolments,
  recordOpinion,
  recordStage,
  reopenEnrolment,
} from './enrolments.ts';
import {
  exportTemplate,
  importTemplate,
  listTemplates,
  removeTemplate,
  restoreTemplate,
} from './own-templates.ts';
import { describeProgramme, listProgrammes, saveProgramme, setOpen } from './programmes.ts';
import { getProgrammeResults, openProgrammeResult, saveTargets } from './results.ts';

type ProgrammeHandlers = Handlers<
  Pick<
    VaultContract,
    | keyof typeof programmeProcedures
    | keyof typeof programmeResultProcedures
    | keyof typeof enrolmentProcedures
  >,
  CoreContext
>;

export const programmeHandlers: ProgrammeHandlers = {
  'programmeTemplates.list': listTemplates,
  'programmeTemplates.export': exportTemplate,
  'programmeTemplates.import': importTemplate,
  'programmeTemplates.remove': removeTemplate,
  'programmeTemplates.restore': restoreTemplate,
  'programmes.list': listProgrammes,
  'programmes.get': describeProgramme,
  'programmes.create': createProgramme,
  'programmes.preview': previewParameters,
  'programmes.save': saveProgramme,
  'programmes.close': (context, { id }) => setOpen(context, id, false),
  'programmes.reopen': (context, { id }) => setOpen(context, id, true),
  'programmeResults.get': getProgrammeResults,
  'programmeResults.open': openProgrammeResult,
  'programmeTargets.save': saveTargets,
  'candidates.list': listCandidates,
  'enrolments.check': checkEligibility,
  'enrolments.get': describeEnrolment,
  'enrolments.list': listEnrolments,
  'enrolments.create': createEnrolment,
  'enrolments.record': recordStage,
  'enrolments.close': closeEnrolment,
  'enrolments.transfer': transferEnrolment,
  'enrolments.recordOpinion': recordOpinion,
  'enrolments.reopen': reopenEnrolment,
};
