import type { VaultContract } from '#api/contract.ts';
import type { documentProcedures } from '#api/documents.ts';
import type { Handlers } from '#api/server.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import {
  asLetter,
  asPersonCopy,
  draftContents,
  issuedContents,
} from '../letters/compose-letter.ts';
import { recordCopy } from '../letters/letter-copies.ts';
import { letterFile, letterToShow } from '../letters/letter-file.ts';
import { letterHold } from '../letters/letter-hold.ts';
import { getLetterRow } from '../letters/letter-rows.ts';
import { prepareLetter } from '../letters/prepare-letter.ts';
import { getPlan } from '../plans/queries.ts';
import { noteGiven } from './given-documents.ts';
import { printPlan } from './plan/print-plan.ts';
import { typesetPdf, typesetToLook } from './typeset-pdf.ts';
import { writePdf } from './write-pdf.ts';

type DocumentHandlers = Handlers<Pick<VaultContract, keyof typeof documentProcedures>, CoreContext>;

interface DraftLetter {
  personId: string;
  details: LetterDetails;
  urgency: Urgency;
}

async function composePersonCopy(context: CoreContext, row: LetterTable): Promise<TypesetDocument> {
  return asPersonCopy(context, await issuedContents(context, row));
}

async function previewLetter(context: CoreContext, { personId, details, urgency }: DraftLetter) {
  const prepared = await prepareLetter(context, personId, details);
  return asLetter(context, await draftContents(context, prepared, { urgency }));
}

const letterRow = (context: CoreContext, id: string) => getLetterRow(registerOf(context).db, id);

const namedToday = (context: CoreContext, kind: string) =>
  `${kind}-${context.ports.clock.today()}.pdf`;

async function asPdf(context: CoreContext, document: TypesetDocument, kind: string) {
  const shown = await typesetToLook(context, document);
  return { ...shown, suggestedName: namedToday(context, kind) };
}

export const documentHandlers: DocumentHandlers = {
  'documents.plan': async (context, { planId, print, language }) => {
    const plan = await getPlan(registerOf(context).db, planId);
    const shown = await printPlan(context, plan, { print, language, via: typesetToLook });
    return { ...shown, suggestedName: namedToday(context, 'piano') };
  },
  'documents.savePlan': async (context, { planId, print, language, givenTo, ...file }) => {
    const plan = await getPlan(registerOf(context).db, planId);
    const printed = await printPlan(context, plan, { print, language, via: typesetPdf });
    const { bytes, written } = await writePdf(context, { ...file, bytes: printed.bytes });
    const { personId } = plan;
    await noteGiven(context, { personId, kind: print, bytes, language, givenTo });
    return written;
  },
  'documents.printPlan': async (context, { planId, print, language, givenTo }) => {
    const plan = await getPlan(registerOf(context).db, planId);
    const { bytes, pageCount } = await printPlan(context, plan, {
      print,
      language,
      via: typesetPdf,
    });
    const { personId } = plan;
    await noteGiven(context, { personId, kind: print, bytes, language, givenTo });
    return { bytes, pageCount, suggestedName: namedToday(context, 'piano') };
  },
  'documents.previewLetter': async (context, wanted) =>
    asPdf(context, await previewLetter(context, wanted), 'lettera'),
  'documents.letter': async (context, { letterId }) => ({
    ...(await letterToShow(context, await letterRow(context, letterId))),
    suggestedName: namedToday(context, 'lettera'),
  }),
  'documents.saveLetter': async (context, { letterId, ...file }) => {
    const row = await letterRow(context, letterId);
    const held = await letterHold(context, row);
    if (held) throw held;
    const { bytes } = await letterFile(context, row);
    const { written } = await writePdf(context, { ...file, bytes });
    await recordCopy(context, row, { kind: 'office', manner: 'saved' });
    return written;
  },
  'documents.letterCopy': async (context, { letterId }) =>
    asPdf(context, await composePersonCopy(context, await letterRow(context, letterId)), 'copia'),
  'documents.saveLetterCopy': async (context, { letterId, ...file }) => {
    const row = await letterRow(context, letterId);
    const { bytes } = await typesetPdf(context, await composePersonCopy(context, row));
    const { written } = await writePdf(context, { ...file, bytes });
    await recordCopy(context, row, { kind: 'person', manner: 'saved' });
    return written;
  },
};
