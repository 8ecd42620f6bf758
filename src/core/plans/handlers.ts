import type { VaultContract } from '#api/contract.ts';
import type { planProcedures } from '#api/plans.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getPlan, listPlans, savePlan, signPlan, startPlan } from './plans.ts';

type PlanHandlers = Handlers<Pick<VaultContract, keyof typeof planProcedures>, CoreContext>;

export const planHandlers: PlanHandlers = {
  'plans.list': listPlans,
  'plans.get': (context, { id }) => getPlan(registerOf(context).db, id),
  'plans.start': startPlan,
  'plans.save': savePlan,
  'plans.sign': signPlan,
};
