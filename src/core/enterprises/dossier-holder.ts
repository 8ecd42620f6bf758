import { ProcedureError } from '#api/errors.ts';
import type { BusinessPlanModel } from '#domain/enterprise/business-plan.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';

export interface DossierHolder {
  enrolmentId: string;
  personId: string;
  programmeId: string;
  programmeName: string;
  template: ProgrammeTemplate;
  model: BusinessPlanModel;
}

export function modelFor({ resources }: CoreContext, template: ProgrammeTemplate) {
  return template.businessPlan ?? resources.enterprise.plan;
}

/** Of any enrolment: whether the programme has dossiers at all is for the page to say. Fails with `not_found`. */
export async function holderOf(context: CoreContext, enrolmentId: string): Promise<DossierHolder> {
  const { db } = registerOf(context);
  const enrolment = await getEnrolment(db, enrolmentId);
  const { row, template } = await getProgramme(db, enrolment.programme_id);
  return {
    enrolmentId,
    personId: enrolment.person_id,
    programmeId: row.id,
    programmeName: row.name,
    template,
    model: modelFor(context, template),
  };
}

/** Before anything is written. Fails with `not_found`, `no_enterprise_programme`. */
export async function dossierHolder(
  context: CoreContext,
  enrolmentId: string,
): Promise<DossierHolder> {
  const holder = await holderOf(context, enrolmentId);
  if (!holder.template.kinds.includes('enterprise')) {
    throw new ProcedureError('no_enterprise_programme');
  }
  return holder;
}
