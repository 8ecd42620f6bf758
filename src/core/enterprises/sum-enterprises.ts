import type { EnterpriseSums } from '#api/enterprises.ts';
import { planGaps, type SectionContent } from '#domain/enterprise/business-plan.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { modelFor } from './dossier-holder.ts';

async function plansIn(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('business_plan_section')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['enrolment_id', 'section', 'words', 'amounts'])
    .where('programme_id', '=', programmeId)
    .execute();
  const plans = new Map<string, Map<string, SectionContent>>();
  for (const { enrolment_id: id, section, words, amounts } of rows) {
    const plan = plans.get(id) ?? new Map<string, SectionContent>();
    plans.set(id, plan.set(section, { words, amounts: JSON.parse(amounts) }));
  }
  return [...plans.values()];
}

async function countIn(
  db: Db,
  table: 'enterprise' | 'mentor_meeting' | 'firm',
  programmeId: string,
  where?: 'closed_on',
): Promise<number> {
  let query = db
    .selectFrom(table)
    .innerJoin('enrolment', 'enrolment.id', `${table}.enrolment_id`)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('programme_id', '=', programmeId);
  if (where) query = query.where(where, 'is not', null);
  return (await query.executeTakeFirstOrThrow()).count;
}

async function loansIn(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('loan_application')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .select(['state', 'asked_cents', 'granted_cents', 'repayment'])
    .where('programme_id', '=', programmeId)
    .where('state', 'not in', ['preparing', 'withdrawn'])
    .execute();
  const granted = rows.filter(({ state }) => state === 'granted');
  const like = (wanted: string) => granted.filter(({ repayment }) => repayment === wanted).length;
  return {
    loansAsked: rows.length,
    askedCents: rows.reduce((sum, row) => sum + row.asked_cents, 0),
    loansGranted: granted.length,
    grantedCents: granted.reduce((sum, row) => sum + (row.granted_cents ?? 0), 0),
    repaid: like('repaid'),
    late: like('late'),
    notRepaid: like('notRepaid'),
  };
}

/** Of everybody who is or was in the programme. Fails with `not_found`. */
export async function sumEnterprises(
  context: CoreContext,
  { programmeId }: { programmeId: string },
): Promise<EnterpriseSums> {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, programmeId);
  const model = modelFor(context, template);
  const plans = await plansIn(db, programmeId);
  return {
    ideas: await countIn(db, 'enterprise', programmeId),
    completePlans: plans.filter((plan) => planGaps(model, plan).length === 0).length,
    ...(await loansIn(db, programmeId)),
    firmsOpened: await countIn(db, 'firm', programmeId),
    firmsClosed: await countIn(db, 'firm', programmeId, 'closed_on'),
    meetings: await countIn(db, 'mentor_meeting', programmeId),
  };
}
