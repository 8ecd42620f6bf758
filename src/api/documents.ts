import { z } from 'zod';
import { documentLanguage } from '#domain/documents/document-texts.ts';
import { planPrints } from '#domain/documents/form.ts';
import { letterDetails } from '#domain/letters/letter.ts';
import { urgencies } from '#domain/referrals/referral.ts';
import { shortText } from '#domain/text.ts';
import { grant } from './grant.ts';
import { desk, procedure } from './procedure.ts';
import { typesetPdf, withPassword, writtenPdf } from './typeset-file.ts';

const printedPlan = z.strictObject({
  planId: z.uuid(),
  print: z.enum(planPrints).default('plan'),
  /** Beside Italian; of the page for the person, the only one. A signed plan keeps its own. */
  language: documentLanguage.optional(),
});

export const documentProcedures = {
  'documents.plan': procedure({
    input: printedPlan,
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.savePlan': procedure({
    input: printedPlan.extend({
      grant,
      /** Whoever gets it, when it is not for the person. */
      givenTo: shortText(160).optional(),
      withPassword,
    }),
    output: writtenPdf,
    role: desk,
    kind: 'mutation',
  }),
  /** The bytes for the printer, noted as given. */
  'documents.printPlan': procedure({
    input: printedPlan.extend({ givenTo: shortText(160).optional() }),
    output: typesetPdf,
    role: desk,
    kind: 'mutation',
  }),
  /** The letter as it would be issued, marked as a draft; the same consent check as issuing. */
  'documents.previewLetter': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      details: letterDetails,
      urgency: z.enum(urgencies).default('normal'),
    }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  /** As it left, from the stored bytes. */
  'documents.letter': procedure({
    input: z.strictObject({ letterId: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.saveLetter': procedure({
    input: z.strictObject({ letterId: z.uuid(), grant, withPassword }),
    output: writtenPdf,
    role: desk,
    kind: 'mutation',
  }),
  /** What the person keeps: in plain words first, then the letter word for word. */
  'documents.letterCopy': procedure({
    input: z.strictObject({ letterId: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.saveLetterCopy': procedure({
    input: z.strictObject({ letterId: z.uuid(), grant, withPassword }),
    output: writtenPdf,
    role: desk,
    kind: 'mutation',
  }),
};
