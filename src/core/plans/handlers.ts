import type { VaultContract } from '#api/contract.ts';
import type { planProcedures } from '#api/plans.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { duePlans } from './due-plans.ts';
import { getTemplate, listPlans, savePlan, signPlan, startPlan } from './plans.ts';
import { recordProgress, recordReview } from './progress.ts';
import { getPlan } from './queries.ts';

type PlanHandlers = Handlers<Pick<VaultContract, keyof typeof planProcedures>, CoreContext>;

export const planHandlers: PlanHandlers = {
  'plans.list': listPlans,
  'plans.get': (context, { id }) => getPlan(registerOf(context).db, id),
  'plans.template': getTemplate,
  'plans.start': startPlan,
  'plans.save': savePlan,
  'plans.sign': signPlan,
  'plans.recordProgress': recordProgress,
  'plans.recordReview': recordReview,
  'plans.due': async (context, { until }) => {
    const today = context.ports.clock.today();
    return { items: await duePlans(registerOf(context).db, { until, today }) };
  },
};
