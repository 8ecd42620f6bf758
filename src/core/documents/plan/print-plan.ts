/*
 * What comes out of the printer when a plan is asked for. A draft is made from what the register knows now; a
 * signed plan comes from the bytes kept when it was signed, so that the paper in the file, the one at the
 * person's home and the one on the screen are the same for good.
 */
import { createHash } from 'node:crypto';
import { ProcedureError } from '#api/errors.ts';
import type { Plan } from '#api/plans.ts';
import type { PlanPrint } from '#domain/documents/form.ts';
import { mediationGaps } from '#domain/plans/plan.ts';
import type { TypesetDocument, TypesetResult } from '#typesetting/document.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../../context.ts';
import { textsFor } from '../texts.ts';
import { type Typesetting, typesetPdf } from '../typeset-pdf.ts';
import type { Voice } from '../voice.ts';
import { originalLanguage, wordsIn } from '../words.ts';
import { closingDocument } from './closing.ts';
import { gatherPlan } from './gather-plan.ts';
import { onePageDocument } from './one-page.ts';
import { planDocument } from './plan-document.ts';
import { planTodayDocument } from './plan-today.ts';
import type { Said } from './section.ts';

type Printed = Pick<TypesetResult, 'bytes' | 'pageCount'> & Partial<TypesetResult>;

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Italian, and beside it another language when one is asked for. */
export function voiceOf({ resources }: CoreContext, language: string | undefined): Voice {
  const italian = wordsIn(resources, originalLanguage);
  const isOther = language !== undefined && language !== originalLanguage;
  return isOther ? [italian, wordsIn(resources, language)] : [italian];
}

const italianTexts = (context: CoreContext) =>
  textsFor(context.ports.localesDir, 'it', context.resources.vocabularies);

/** The language of documents that speakers of a language of the register read. */
export function documentLanguageOf(
  { resources }: CoreContext,
  registerLanguage: string | undefined,
): string | undefined {
  if (registerLanguage === undefined) return undefined;
  return [...resources.documentTexts.values()].find(({ registerLanguages }) =>
    Object.hasOwn(registerLanguages, registerLanguage),
  )?.language;
}

/** Fails with `mediator_missing`: a plan that was interpreted says by whom and in which language. */
function checkMediation({ details }: Plan): void {
  const missing = mediationGaps(details);
  if (missing.length > 0) throw new ProcedureError('mediator_missing', { missing });
}

async function composePlan(
  context: CoreContext,
  plan: Plan,
  language: string | undefined,
): Promise<TypesetDocument> {
  checkMediation(plan);
  const said: Said = { voice: voiceOf(context, language), texts: italianTexts(context) };
  return planDocument(await gatherPlan(context, plan), said);
}

/** The paper of a plan that is being signed, to be kept with the signature: as PDF/A, for years to come. */
export async function printForSignature(
  context: CoreContext,
  plan: Plan,
  language: string | undefined,
) {
  const document = await composePlan(context, plan, language);
  const { bytes, pageCount } = await typesetPdf(context, document, { archive: true });
  const isOther = language !== undefined && language !== originalLanguage;
  return {
    plan_id: plan.id,
    language: isOther ? language : null,
    bytes,
    sha256: sha256Of(bytes),
    page_count: pageCount,
    ...changedNow(context),
  };
}

/** Undefined for plans signed before papers were kept. Fails with `document_failed` on other bytes. */
async function keptPaper(db: Db, planId: string): Promise<Printed | undefined> {
  const row = await db
    .selectFrom('signed_plan')
    .select(['bytes', 'sha256', 'page_count'])
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (sha256Of(row.bytes) !== row.sha256) throw new ProcedureError('document_failed');
  return { bytes: new Uint8Array(row.bytes), pageCount: row.page_count };
}

async function comingAppointments(context: CoreContext, personId: string) {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('appointment')
    .innerJoin('appointment_person', 'appointment_id', 'appointment.id')
    .select(['planned_on', 'start', 'kind', 'place'])
    .where('person_id', '=', personId)
    .where('state', '=', 'planned')
    .where('planned_on', '>=', context.ports.clock.today())
    .orderBy('planned_on')
    .orderBy('start')
    .limit(3)
    .execute();
  return rows.map(({ planned_on, start, kind, place }) => ({
    on: planned_on,
    start: start ?? undefined,
    kind,
    place: place ?? undefined,
  }));
}

/** What is tried one after the other until it is one page: the person loses size last. */
const ONE_PAGE_SIZES = [
  { isLarge: true, isTight: false, most: 3 },
  { isLarge: true, isTight: true, most: 3 },
  { isLarge: true, isTight: true, most: 2 },
  { isLarge: false, isTight: false, most: 3 },
  { isLarge: false, isTight: true, most: 2 },
  { isLarge: false, isTight: true, most: 1 },
] as const;

async function printOnePage(
  context: CoreContext,
  plan: Plan,
  { language, via }: { language: string; via: Typesetting },
): Promise<Printed> {
  const said: Said = {
    voice: [wordsIn(context.resources, language)],
    texts: italianTexts(context),
  };
  const contents = await gatherPlan(context, plan);
  const appointments = await comingAppointments(context, plan.personId);
  let printed: Printed | undefined;
  for (const size of ONE_PAGE_SIZES) {
    printed = await via(context, onePageDocument({ ...contents, appointments, ...size }, said));
    if (printed.pageCount === 1) return printed;
  }
  if (!printed) throw new ProcedureError('document_failed');
  return printed;
}

/** Fails with `plan_not_closed` before a review has closed it. */
async function printClosing(
  context: CoreContext,
  plan: Plan,
  { language, via }: { language: string | undefined; via: Typesetting },
): Promise<Printed> {
  const closing = plan.reviews.findLast(({ review }) => review.decision === 'close');
  if (!closing || plan.signedOn === undefined) throw new ProcedureError('plan_not_closed');
  const first = await registerOf(context)
    .db.selectFrom('plan')
    .select((is) => is.fn.min('signed_on').as('on'))
    .where('person_id', '=', plan.personId)
    .where('signed_on', 'is not', null)
    .executeTakeFirstOrThrow();
  const contents = {
    ...(await gatherPlan(context, plan)),
    from: first.on ?? plan.signedOn,
    closedOn: closing.review.reviewedOn,
  };
  const said: Said = { voice: voiceOf(context, language), texts: italianTexts(context) };
  return via(context, closingDocument(contents, said));
}

export interface WantedPlanPrint {
  print: PlanPrint;
  language?: string | undefined;
  via: Typesetting;
}

export async function printPlan(
  context: CoreContext,
  plan: Plan,
  { print, language, via }: WantedPlanPrint,
): Promise<Printed> {
  const { db } = registerOf(context);
  if (print === 'onePage') {
    const own = language ?? documentLanguageOf(context, plan.details.interpretedIn);
    return printOnePage(context, plan, { language: own ?? originalLanguage, via });
  }
  if (print === 'closing') return printClosing(context, plan, { language, via });
  if (print === 'today') {
    if (plan.state !== 'signed') throw new ProcedureError('plan_not_signed');
    const said: Said = { voice: voiceOf(context, undefined), texts: italianTexts(context) };
    const contents = await gatherPlan(context, plan);
    return via(context, planTodayDocument(contents, said, context.ports.clock.today()));
  }
  const kept = plan.state === 'signed' ? await keptPaper(db, plan.id) : undefined;
  return kept ?? via(context, await composePlan(context, plan, language));
}
