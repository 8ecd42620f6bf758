import { z } from 'zod';
import { letterDetails } from '#domain/referrals/letter.ts';
import { grant } from './grant.ts';
import { desk, procedure } from './procedure.ts';
import { typesetPdf } from './typeset-file.ts';

const written = z.strictObject({ byteCount: z.int() });

export const documentProcedures = {
  'documents.plan': procedure({
    input: z.strictObject({ planId: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.savePlan': procedure({
    input: z.strictObject({ planId: z.uuid(), grant }),
    output: written,
    role: desk,
    kind: 'mutation',
  }),
  /** The letter as it would be issued, marked as a draft; the same consent check as issuing. */
  'documents.previewLetter': procedure({
    input: z.strictObject({ personId: z.uuid(), details: letterDetails }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.letter': procedure({
    input: z.strictObject({ letterId: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.saveLetter': procedure({
    input: z.strictObject({ letterId: z.uuid(), grant }),
    output: written,
    role: desk,
    kind: 'mutation',
  }),
};
