/*
 * A referral letter as data: which office it is for, which facts about the person it may carry, and its
 * words. The list of allowed facts is the need-to-know rule of the letter catalogue (domain dossier 3.2):
 * what a template does not list is never printed, whatever the register holds and whatever an association
 * writes into a version of its own.
 */
import { z } from 'zod';
import { longText, requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';
import { type LetterFact, letterFacts, specialTopics } from './letter-fact.ts';
import { factsThatName } from './letter-identity.ts';

export const letterLanguages = ['it', 'en', 'fr'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** When a paragraph is printed; a paragraph whose marks have no value is left out as well. */
export const paragraphConditions = [
  'always',
  'minor',
  'adult',
  'needsInterpreter',
  'urgent',
  'withAttachments',
] as const;
export type ParagraphCondition = (typeof paragraphConditions)[number];

/** What free text must not say to this recipient; it is found and shown before printing. */
export const excludedContents = [
  'permitNumber',
  'fiscalCode',
  'phone',
  'ownName',
  'otherPeople',
  'legalStay',
  'irregularStay',
  'consulate',
  ...specialTopics,
] as const;
export type ExcludedContent = (typeof excludedContents)[number];

/** Offices cut the subject of certified mail at this length. */
export const SHORT_SUBJECT = 64;

const paragraph = z.strictObject({
  when: z.enum(paragraphConditions),
  text: longText(1200).pipe(z.string().min(1)),
});

export const letterText = z.strictObject({
  /** True once somebody who grew up with the language has read it. */
  nativeRead: z.boolean(),
  title: requiredText(120),
  /** Neither subject ever says why; initials and case number, or the reference, are enough to find the file. */
  subject: requiredText(140),
  shortSubject: requiredText(SHORT_SUBJECT),
  introduction: longText(800).pipe(z.string().min(1)),
  paragraphs: z.array(paragraph).max(8),
  request: longText(1500).pipe(z.string().min(1)),
  legalBasis: longText(800).optional(),
  attachments: z.array(requiredText(160)).max(12),
  closing: longText(600).pipe(z.string().min(1)),
});
export type LetterText = z.infer<typeof letterText>;

/** The words of a letter by language, as an association may write them anew. */
export const ownTexts = z.strictObject({
  it: letterText,
  en: letterText.optional(),
  fr: letterText.optional(),
});
export type OwnTexts = z.infer<typeof ownTexts>;

const questionLabels = wordsInLanguages(requiredText(80));

/** Something this recipient needs that the register does not know; typed by the operator, one line each. */
const letterQuestion = z.strictObject({
  key: code,
  /** Code of the vocabulary `dataCategories` the consent has to cover. */
  category: code,
  isLong: z.boolean().optional(),
  isBold: z.boolean().optional(),
  label: questionLabels,
});

export const recipientSides = ['organisation', 'person'] as const;

const templateFields = z.strictObject({
  code: z.string().regex(/^[A-Z]{3,4}(-[A-Z]{3})?$/),
  ...sourced,
  /** How well the references were looked up: in the law's own text, in a second hand, or not at all. */
  evidence: z.enum(['law', 'secondary', 'notCompared']),
  /** `person`: the letter is for the person, about nobody else. */
  recipient: z.enum(recipientSides).default('organisation'),
  /** Codes of the vocabulary `organisationKinds` this letter is written for. */
  organisationKinds: z.array(code),
  /**
   * `code`: a reference stands in the place of the name, the one of the reply slip. It leads back to the letter here
   * and to nobody elsewhere; the case number stands on papers that have a name. `either`: the operator says which.
   */
  identity: z.enum(['name', 'code', 'either']),
  allowedFacts: z.array(z.enum(letterFacts)),
  /** Ticked when the dialog opens; always a part of `allowedFacts`. */
  usualFacts: z.array(z.enum(letterFacts)),
  questions: z.array(letterQuestion).max(10),
  /** Topics that may be added, each ticked by hand; all others are refused. */
  specialTopics: z.array(z.enum(specialTopics)),
  excluded: z.array(z.enum(excludedContents)),
  /** A second user looks at it before it is issued. */
  needsSecondPerson: z.boolean(),
  replyWithinDays: z.int().min(1).max(365),
  text: ownTexts,
});

type TemplateFields = z.infer<typeof templateFields>;

/** Marks any letter may use. What leads to the name is missing where a code stands in its place. */
const commonMarks = ['association', 'office', 'reference', 'replyBy', 'today'] as const;
const nameMarks = ['name', 'initials', 'caseNumber'] as const;

/** Those that are no fact about the person. */
export const marksOfLetters = [...commonMarks, ...nameMarks] as const;

export const letterMarks = [
  ...marksOfLetters,
  ...letterFacts.filter((fact): fact is Exclude<LetterFact, 'caseNumber'> => fact !== 'caseNumber'),
] as const;

/** The marks a version of this template may use: what its recipient may know, and nothing else. */
export function marksFor(template: Pick<TemplateFields, 'allowedFacts' | 'identity'>): string[] {
  const names = template.identity === 'code' ? [] : nameMarks;
  return [...new Set<string>([...commonMarks, ...names, ...template.allowedFacts])];
}

const MARK = /\{(\w*)\}/g;

const marksIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, mark]) => mark ?? '');

/** Every place of a text with its marks. */
function placesOfText(text: LetterText): [path: string, text: string][] {
  return [
    ['subject', text.subject],
    ['shortSubject', text.shortSubject],
    ['introduction', text.introduction],
    ...text.paragraphs.map((one, at): [string, string] => [`paragraphs.${at}.text`, one.text]),
    ['request', text.request],
    ['legalBasis', text.legalBasis ?? ''],
    ...text.attachments.map((line, at): [string, string] => [`attachments.${at}`, line]),
    ['closing', text.closing],
  ];
}

/** Places that use a mark outside the minimum data set, as `path: mark`. */
function forbiddenMarks(
  template: Pick<TemplateFields, 'allowedFacts' | 'identity'>,
  text: LetterText,
): string[] {
  const allowed = marksFor(template);
  return placesOfText(text).flatMap(([path, words]) =>
    marksIn(words)
      .filter((mark) => !allowed.includes(mark))
      .map((mark) => `${path}: {${mark}}`),
  );
}

/** Marks of a subject: a subject is read by whoever sorts the post, so it carries no fact. */
export const marksOfSubjects: readonly string[] = [
  'initials',
  'caseNumber',
  'reference',
  'association',
];

export const letterTemplate = templateFields.superRefine((template, check) => {
  const issue = (path: (string | number)[], message: string) =>
    check.addIssue({ code: 'custom', path, message });
  if ((template.recipient === 'organisation') !== template.organisationKinds.length > 0) {
    issue(['organisationKinds'], 'names offices exactly when it is for one');
  }
  const naming = template.allowedFacts.filter((fact) => factsThatName.includes(fact));
  if (template.identity === 'code' && naming.length > 0) {
    issue(['allowedFacts'], `leads to the name: ${naming.join(', ')}`);
  }
  for (const fact of template.usualFacts) {
    if (!template.allowedFacts.includes(fact)) issue(['usualFacts'], `${fact} is not allowed`);
  }
  if (template.excluded.some((one) => template.specialTopics.some((topic) => topic === one))) {
    issue(['excluded'], 'a topic is either allowed or excluded');
  }
  for (const [language, text] of Object.entries(template.text)) {
    if (!text) continue;
    for (const place of forbiddenMarks(template, text)) {
      issue(['text', language], `a mark outside the minimum data set, ${place}`);
    }
    for (const subject of ['subject', 'shortSubject'] as const) {
      const wrong = marksIn(text[subject]).filter((mark) => !marksOfSubjects.includes(mark));
      if (wrong.length > 0) issue(['text', language, subject], `says {${wrong.join('}, {')}}`);
    }
  }
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** The words in a language, in Italian where a template has none in it. */
export function textIn(template: LetterTemplate, language: LetterLanguage): LetterText {
  return template.text[language] ?? template.text.it;
}

/** Most associations have the word in their name: nobody writes "la scrivente associazione Associazione Ponte". */
const SAID_TWICE = /(?<![\p{L}\p{N}])associa(?:zione|tion) (?=associazione(?![\p{L}\p{N}]))/giu;

/** `{name}` marks in a text, replaced by values; a mark without a value is an error of the template. */
export function fillMarks(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(MARK, (_, mark: string) => {
    const value = values[mark];
    if (value === undefined) throw new Error(`no value for the mark {${mark}}`);
    return value;
  });
  return filled.replace(SAID_TWICE, '');
}

/**
 * A line that somebody typed: marks of letters are filled in, and nothing comes back when one has no value.
 * Other words in braces are no marks, and stay as they were typed.
 */
export function fillLine(
  line: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const marks: readonly string[] = letterMarks;
  return marksIn(line).every((mark) => marks.includes(mark)) ? fillIfKnown(line, values) : line;
}

/** Like `fillMarks`, and nothing when a mark has no value: the sentence would be about nothing. */
export function fillIfKnown(
  text: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  return marksIn(text).every((mark) => values[mark] !== undefined)
    ? fillMarks(text, values)
    : undefined;
}
