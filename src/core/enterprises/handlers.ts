import type { VaultContract } from '#api/contract.ts';
import type { enterpriseProcedures } from '#api/enterprises.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { getDossier } from './dossier.ts';
import { draftLetter } from './draft-letter.ts';
import { removeLoan, restoreLoan, saveLoan } from './loans.ts';
import { removeMeeting, restoreMeeting, saveMeeting } from './meetings.ts';
import { removeFirm, saveFirm, saveIdea, saveSection } from './save-dossier.ts';
import { sumEnterprises } from './sum-enterprises.ts';

type EnterpriseHandlers = Handlers<
  Pick<VaultContract, keyof typeof enterpriseProcedures>,
  CoreContext
>;

export const enterpriseHandlers: EnterpriseHandlers = {
  'enterprises.get': getDossier,
  'enterprises.save': saveIdea,
  'enterprises.sum': sumEnterprises,
  'businessPlans.save': saveSection,
  'businessPlans.draftLetter': draftLetter,
  'loanApplications.save': saveLoan,
  'loanApplications.remove': removeLoan,
  'loanApplications.restore': restoreLoan,
  'firms.save': saveFirm,
  'firms.remove': removeFirm,
  'mentorMeetings.save': saveMeeting,
  'mentorMeetings.remove': removeMeeting,
  'mentorMeetings.restore': restoreMeeting,
};
