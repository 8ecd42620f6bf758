/*
 * Everything that is kept of one person's firm: idea, plan, loan, what came of it. What a plan needs comes from
 * the template of the programme, or from the program where the template says nothing of it.
 */
import type { Dossier } from '#api/enterprises.ts';
import { centsIn, planGaps, type SectionContent } from '#domain/enterprise/business-plan.ts';
import type { FirmDetails, IdeaDetails } from '#domain/enterprise/enterprise.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { EnterpriseTable, FirmTable } from '../database/tables/enterprise-tables.ts';
import { type DossierHolder, holderOf } from './dossier-holder.ts';
import { loansOf } from './loans.ts';
import { meetingsOf } from './meetings.ts';

const nothing: SectionContent = { words: '', amounts: [] };

/** By the code of the section; of sections the model does not have any more as well. */
async function contentsOf(
  db: Db,
  enrolmentId: string,
): Promise<ReadonlyMap<string, SectionContent>> {
  const rows = await db
    .selectFrom('business_plan_section')
    .select(['section', 'words', 'amounts'])
    .where('enrolment_id', '=', enrolmentId)
    .execute();
  return new Map(
    rows.map((row) => [row.section, { words: row.words, amounts: JSON.parse(row.amounts) }]),
  );
}

const ideaFrom = (row: EnterpriseTable): IdeaDetails => ({
  title: row.title,
  ...(row.idea === null ? {} : { idea: row.idea }),
  ...(row.town === null ? {} : { town: row.town }),
  ...(row.experience === null ? {} : { experience: row.experience }),
  ...(row.together === null ? {} : { together: row.together }),
  ...(row.own_cents === null ? {} : { ownCents: row.own_cents }),
  ...(row.tutor === null ? {} : { tutor: row.tutor }),
  ...(row.mentor === null ? {} : { mentor: row.mentor }),
});

const firmFrom = (row: FirmTable): FirmDetails => ({
  openedOn: row.opened_on,
  form: row.form,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.ateco === null ? {} : { ateco: row.ateco }),
  ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
  ...(row.note === null ? {} : { note: row.note }),
});

export async function ideaOf(db: Db, enrolmentId: string): Promise<IdeaDetails | undefined> {
  const row = await db
    .selectFrom('enterprise')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst();
  return row && ideaFrom(row);
}

async function firmOf(db: Db, enrolmentId: string): Promise<FirmDetails | undefined> {
  const row = await db
    .selectFrom('firm')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst();
  return row && firmFrom(row);
}

/** What the plan holds, in the order of its sections. */
export async function planOf(context: CoreContext, holder: DossierHolder) {
  const contents = await contentsOf(registerOf(context).db, holder.enrolmentId);
  const sections = holder.model.sections.map(({ enclosure: _, ...section }) => ({
    ...section,
    content: contents.get(section.code) ?? nothing,
  }));
  const sum = (kind: 'costs' | 'funding') =>
    sections
      .filter(({ holds }) => holds === kind)
      .reduce((all, { content }) => all + centsIn(content), 0);
  return {
    sections,
    gaps: planGaps(holder.model, contents),
    costsCents: sum('costs'),
    fundingCents: sum('funding'),
  };
}

/** Fails with `not_found`. */
export async function getDossier(
  context: CoreContext,
  { enrolmentId }: { enrolmentId: string },
): Promise<Dossier> {
  const { db } = registerOf(context);
  const holder = await holderOf(context, enrolmentId);
  const idea = await ideaOf(db, enrolmentId);
  const firm = await firmOf(db, enrolmentId);
  return {
    enrolmentId,
    personId: holder.personId,
    programmeName: holder.programmeName,
    isEnterprise: holder.template.kinds.includes('enterprise'),
    ...(idea ? { idea } : {}),
    ...(await planOf(context, holder)),
    source: holder.model.source,
    checkedOn: holder.model.checkedOn,
    loans: await loansOf(db, enrolmentId),
    ...(firm ? { firm } : {}),
    meetings: await meetingsOf(db, enrolmentId),
    letters: context.resources.enterprise.letters.map(({ code, name }) => ({ code, name })),
  };
}
