import { ProcedureError } from '#api/errors.ts';
import type { SectionContent } from '#domain/enterprise/business-plan.ts';
import type { FirmDetails, IdeaDetails } from '#domain/enterprise/enterprise.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { dossierHolder } from './dossier-holder.ts';

interface OfEnrolment {
  enrolmentId: string;
}

/** Fails with `not_found`, `no_enterprise_programme`. */
export async function saveIdea(
  context: CoreContext,
  { enrolmentId, details }: OfEnrolment & { details: IdeaDetails },
) {
  await dossierHolder(context, enrolmentId);
  const columns = {
    title: details.title,
    idea: details.idea || null,
    town: details.town ?? null,
    experience: details.experience || null,
    together: details.together ?? null,
    own_cents: details.ownCents ?? null,
    tutor: details.tutor ?? null,
    mentor: details.mentor ?? null,
    ...changedNow(context),
  };
  await registerOf(context)
    .db.insertInto('enterprise')
    .values({ enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) => conflict.column('enrolment_id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'enterprises');
  return {};
}

/** Fails also with `unknown_code` for a section the programme does not have; sums stand only where they are asked. */
export async function saveSection(
  context: CoreContext,
  wanted: OfEnrolment & { section: string; content: SectionContent },
) {
  const { enrolmentId, section, content } = wanted;
  const { model } = await dossierHolder(context, enrolmentId);
  const known = model.sections.find(({ code }) => code === section);
  if (!known || (known.holds === 'words' && content.amounts.length > 0)) {
    throw new ProcedureError('unknown_code', { field: 'section' });
  }
  const columns = {
    words: content.words,
    amounts: JSON.stringify(content.amounts),
    ...changedNow(context),
  };
  await registerOf(context)
    .db.insertInto('business_plan_section')
    .values({ enrolment_id: enrolmentId, section, ...columns })
    .onConflict((conflict) => conflict.columns(['enrolment_id', 'section']).doUpdateSet(columns))
    .execute();
  announceChange(context, 'enterprises');
  return {};
}

/** Fails also with `date_in_future`: a firm that is to open is an idea still. */
export async function saveFirm(
  context: CoreContext,
  { enrolmentId, details }: OfEnrolment & { details: FirmDetails },
) {
  await dossierHolder(context, enrolmentId);
  const today = context.ports.clock.today();
  if (details.openedOn > today || (details.closedOn ?? today) > today) {
    throw new ProcedureError('date_in_future');
  }
  const columns = {
    opened_on: details.openedOn,
    form: details.form,
    name: details.name ?? null,
    ateco: details.ateco ?? null,
    closed_on: details.closedOn ?? null,
    note: details.note || null,
    ...changedNow(context),
  };
  await registerOf(context)
    .db.insertInto('firm')
    .values({ enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) => conflict.column('enrolment_id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'enterprises');
  return {};
}

export async function removeFirm(context: CoreContext, { enrolmentId }: OfEnrolment) {
  await dossierHolder(context, enrolmentId);
  await registerOf(context).db.deleteFrom('firm').where('enrolment_id', '=', enrolmentId).execute();
  announceChange(context, 'enterprises');
  return {};
}
