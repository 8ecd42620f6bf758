import type { caseworkProcedures } from '#api/casework.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { closeCaseFile, listNeeds, recordNeed, reopenCaseFile } from './case-files.ts';
import { giveConsent, listConsents, withdrawConsent } from './consents.ts';
import { issueLetter, listLetters, listTemplates, recordReply } from './letters.ts';
import { getPlan, listPlans, savePlan, signPlan, startPlan } from './plans.ts';
import { getToday } from './today.ts';

type CaseworkHandlers = Handlers<Pick<VaultContract, keyof typeof caseworkProcedures>, CoreContext>;

export const caseworkHandlers: CaseworkHandlers = {
  'caseFiles.close': closeCaseFile,
  'caseFiles.reopen': reopenCaseFile,
  'needs.list': listNeeds,
  'needs.record': recordNeed,
  'consents.list': listConsents,
  'consents.give': giveConsent,
  'consents.withdraw': withdrawConsent,
  'plans.list': listPlans,
  'plans.get': (context, { id }) => getPlan(registerOf(context).db, id),
  'plans.start': startPlan,
  'plans.save': savePlan,
  'plans.sign': signPlan,
  'letters.templates': listTemplates,
  'letters.list': listLetters,
  'letters.issue': issueLetter,
  'letters.recordReply': recordReply,
  'today.get': getToday,
};
