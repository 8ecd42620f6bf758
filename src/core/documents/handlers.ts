import type { VaultContract } from '#api/contract.ts';
import type { documentProcedures } from '#api/documents.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { type LetterDetails, letterDetails } from '#domain/referrals/letter.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/referral-tables.ts';
import { getPlan } from '../plans/queries.ts';
import { letterHold } from '../referrals/letter-hold.ts';
import { getLetterRow, prepareLetter, protocolOf } from '../referrals/letters.ts';
import { getAssociation } from '../settings/handlers.ts';
import { noteGiven } from './given-documents.ts';
import { type Addressee, letterDocument } from './letter-document.ts';
import { printPlan } from './plan/print-plan.ts';
import { statedFactsSchema } from './stated-facts.ts';
import { textsFor } from './texts.ts';
import { typesetPdf } from './typeset-pdf.ts';

type DocumentHandlers = Handlers<Pick<VaultContract, keyof typeof documentProcedures>, CoreContext>;

const italian = (context: CoreContext) =>
  textsFor(context.ports.localesDir, 'it', context.resources.vocabularies);

async function isDemo(db: Db): Promise<boolean> {
  const row = await db.selectFrom('register').select('is_demo').executeTakeFirstOrThrow();
  return row.is_demo === 1;
}

async function composeDraftLetter(
  context: CoreContext,
  personId: string,
  details: LetterDetails,
): Promise<TypesetDocument> {
  const { db } = registerOf(context);
  const prepared = await prepareLetter(context, personId, details);
  const today = context.ports.clock.today();
  return letterDocument(
    {
      ...prepared,
      association: await getAssociation(db),
      issuedOn: today,
      replyBy: details.replyBy ?? addDays(today, prepared.template.replyWithinDays),
      isDemo: await isDemo(db),
    },
    italian(context),
  );
}

/** An issued letter again, from what was kept when it was issued. */
async function composeIssuedLetter(
  context: CoreContext,
  row: LetterTable,
): Promise<TypesetDocument> {
  const { db } = registerOf(context);
  const details = letterDetails.parse(JSON.parse(row.details));
  const template = context.resources.letters.get(details.templateCode);
  if (!template) throw new ProcedureError('not_found');
  return letterDocument(
    {
      association: await getAssociation(db),
      organisation: JSON.parse(row.addressee) as Addressee,
      isHeld: (await letterHold(context, row)) !== undefined,
      template,
      details,
      facts: statedFactsSchema.parse(JSON.parse(row.facts)),
      protocol: protocolOf(row),
      issuedOn: row.issued_on,
      replyBy: row.reply_by ?? row.issued_on,
      isDemo: await isDemo(db),
    },
    italian(context),
  );
}

async function asPdf(context: CoreContext, document: TypesetDocument, kind: string) {
  const { bytes, pageCount } = await typesetPdf(context, document);
  return { bytes, pageCount, suggestedName: `${kind}-${context.ports.clock.today()}.pdf` };
}

async function write(context: CoreContext, document: TypesetDocument, grant: string) {
  const { bytes } = await typesetPdf(context, document);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length };
}

export const documentHandlers: DocumentHandlers = {
  'documents.plan': async (context, { planId, print, language }) => {
    const plan = await getPlan(registerOf(context).db, planId);
    const { bytes, pageCount } = await printPlan(context, plan, { print, language });
    return { bytes, pageCount, suggestedName: `piano-${context.ports.clock.today()}.pdf` };
  },
  'documents.savePlan': async (context, { planId, print, language, givenTo, grant }) => {
    const plan = await getPlan(registerOf(context).db, planId);
    const { bytes } = await printPlan(context, plan, { print, language });
    await context.ports.files.write(grant, bytes);
    const { personId } = plan;
    await noteGiven(context, { personId, kind: print, bytes, language, givenTo });
    return { byteCount: bytes.length };
  },
  'documents.previewLetter': async (context, { personId, details }) =>
    asPdf(context, await composeDraftLetter(context, personId, details), 'lettera'),
  'documents.letter': async (context, { letterId }) =>
    asPdf(
      context,
      await composeIssuedLetter(context, await getLetterRow(registerOf(context).db, letterId)),
      'lettera',
    ),
  'documents.saveLetter': async (context, { letterId, grant }) => {
    const row = await getLetterRow(registerOf(context).db, letterId);
    const held = await letterHold(context, row);
    if (held) throw held;
    return write(context, await composeIssuedLetter(context, row), grant);
  },
};
