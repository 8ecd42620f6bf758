import { ProcedureError } from '#api/errors.ts';
import type { FormOf } from '#domain/documents/form.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { ideaOf, planOf } from './dossier.ts';
import { dossierHolder } from './dossier-holder.ts';
import { completePlan } from './draft-letter.ts';

/** Fails with `not_found` for somebody else's dossier, and `business_plan_incomplete` for a final one with a hole. */
export async function planContents(
  context: CoreContext,
  personId: string,
  { enrolmentId, isFinal }: FormOf<'businessPlan'>,
) {
  const holder = await dossierHolder(context, enrolmentId);
  if (holder.personId !== personId) throw new ProcedureError('not_found');
  const plan = await (isFinal ? completePlan : planOf)(context, holder);
  return {
    isFinal,
    programmeName: holder.programmeName,
    idea: await ideaOf(registerOf(context).db, enrolmentId),
    madeOn: context.ports.clock.today(),
    ...plan,
  };
}

export type PlanContents = Awaited<ReturnType<typeof planContents>>;
