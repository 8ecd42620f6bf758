import { z } from 'zod';
import { documentLanguage } from '#domain/documents/document-texts.ts';
import { formKinds, formRequest, planPrints } from '#domain/documents/form.ts';
import { shortText } from '#domain/text.ts';
import { languageCode } from '#domain/vocabularies/code.ts';
import { grant } from './grant.ts';
import { desk, procedure } from './procedure.ts';
import { typesetPdf, withPassword, writtenPdf } from './typeset-file.ts';

const documentWords = z.strictObject({
  language: documentLanguage,
  /** As its speakers write it. */
  name: z.string(),
  /** Whose speakers read it. */
  registerLanguages: z.array(languageCode),
  /** Somebody who speaks it has read these words. */
  readByNativeSpeaker: z.boolean(),
});

/** The person the paper is about; for minutes the session, for a certificate the participant, for a sheet the activity. */
const wanted = z.strictObject({
  subjectId: z.uuid(),
  form: formRequest,
  /** Beside Italian. */
  language: documentLanguage.optional(),
});

export const formProcedures = {
  /** What can be printed besides letters, and in which languages. */
  'forms.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      kinds: z.array(z.enum([...planPrints, ...formKinds])),
      languages: z.array(documentWords),
    }),
    role: desk,
    kind: 'query',
  }),
  'forms.get': procedure({ input: wanted, output: typesetPdf, role: desk, kind: 'query' }),
  /** Written to a file, and noted in the person's diary. */
  'forms.save': procedure({
    input: wanted.extend({
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
  'forms.print': procedure({
    input: wanted.extend({ givenTo: shortText(160).optional() }),
    output: typesetPdf,
    role: desk,
    kind: 'mutation',
  }),
  /** Risks and agreed measures from a protected note, on a page of its own; for those who may read the note. */
  'safetyPages.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'safetyPages.print': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: typesetPdf,
    role: desk,
    kind: 'mutation',
  }),
  'safetyPages.save': procedure({
    input: z.strictObject({ id: z.uuid(), grant, withPassword }),
    output: writtenPdf,
    role: desk,
    kind: 'mutation',
  }),
};
