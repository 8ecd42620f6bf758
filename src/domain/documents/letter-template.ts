/*
 * A referral letter as data: which office it is for, which facts about the person it may carry, and its
 * words. The list of allowed facts is the need-to-know rule of the letter catalogue (domain dossier 3):
 * what a template does not list is never printed, whatever the register holds.
 */
import { z } from 'zod';
import { longText, requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

/** Facts a letter can state about the person; health, violence and asylum reasons are not among them. */
export const letterFacts = [
  'birth',
  'sex',
  'nationality',
  'legalStatus',
  'address',
  'contact',
  'languages',
  'receptionExit',
  'caseNumber',
] as const;
export type LetterFact = (typeof letterFacts)[number];

const letterText = z.strictObject({
  title: requiredText(120),
  /** Offices cut certified e-mail subjects at 64 characters; initials and case number go into it. */
  subject: requiredText(100),
  introduction: longText(800).pipe(z.string().min(1)),
  request: longText(1500).pipe(z.string().min(1)),
  legalBasis: longText(800).optional(),
  attachments: z.array(requiredText(160)).max(12),
  closing: longText(600).pipe(z.string().min(1)),
});

export const letterTemplate = z.strictObject({
  code: z.string().regex(/^[A-Z]{3,4}(-[A-Z]{3})?$/),
  ...sourced,
  /** Codes of the vocabulary `organisationKinds` this letter is written for. */
  organisationKinds: z.array(code).min(1),
  allowedFacts: z.array(z.enum(letterFacts)),
  /** Ticked when the dialog opens; always a part of `allowedFacts`. */
  usualFacts: z.array(z.enum(letterFacts)),
  replyWithinDays: z.int().min(1).max(365),
  text: z.strictObject({ it: letterText }),
});

export type LetterTemplate = z.infer<typeof letterTemplate>;

/** `{name}` marks in a template, replaced by values; a mark without a value is an error of the template. */
export function fillMarks(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, mark: string) => {
    const value = values[mark];
    if (value === undefined) throw new Error(`no value for the mark {${mark}}`);
    return value;
  });
}
