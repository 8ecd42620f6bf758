import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import {
  letterLanguages,
  letterMarks,
  letterText,
  ownTexts,
} from '#domain/letters/letter-template.ts';
import { letterheadChoice } from '#domain/letters/letterhead.ts';
import { shortText } from '#domain/text.ts';
import { grant } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';
import { typesetPdf } from './typeset-file.ts';

const byCode = z.strictObject({ code: z.string().max(8) });

const version = z.strictObject({
  version: z.int(),
  /** False when this version went back to the original words. */
  isOwn: z.boolean(),
  note: z.string().optional(),
  changedOn: calendarDate,
  changedBy: z.string(),
});

export const letterTemplateProcedures = {
  /** The words in use, the original ones, and what they may speak of. */
  'letterTemplates.get': procedure({
    input: byCode,
    output: z.strictObject({
      texts: ownTexts,
      original: ownTexts,
      marks: z.array(z.enum(letterMarks)),
      versions: z.array(version),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /** The words of a version as it was saved; of 0, the original. Fails with `not_found`. */
  'letterTemplates.version': procedure({
    input: byCode.extend({ version: z.int().min(0) }),
    output: z.strictObject({ texts: ownTexts }),
    role: coordinators,
    kind: 'query',
  }),
  /** The real letter with these words, about an invented person. Fails with `template_not_valid`. */
  'letterTemplates.preview': procedure({
    input: byCode.extend({ language: z.enum(letterLanguages), text: letterText }),
    output: typesetPdf,
    role: coordinators,
    kind: 'query',
  }),
  /** A new version of the words; what may leave stays as it is. Fails with `template_not_valid`. */
  'letterTemplates.save': procedure({
    input: byCode.extend({ texts: ownTexts, note: shortText(200).optional() }),
    output: z.strictObject({ version: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'letterTemplates.restore': procedure({
    input: byCode,
    output: z.strictObject({ version: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'letterTemplates.export': procedure({
    input: byCode.extend({ grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Takes a file in as a new version. Fails with `template_not_valid` and the places that are wrong. */
  'letterTemplates.import': procedure({
    input: z.strictObject({ grant }),
    output: z.strictObject({ code: z.string(), version: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  'letterhead.get': procedure({
    input: z.strictObject({}),
    output: letterheadChoice.extend({ hasLogo: z.boolean() }),
    role: coordinators,
    kind: 'query',
  }),
  'letterhead.save': procedure({
    input: letterheadChoice,
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** A picture for the head of every letter, PNG or SVG; `null` takes it away. */
  'letterhead.saveLogo': procedure({
    input: z.strictObject({ grant: grant.nullable() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};
