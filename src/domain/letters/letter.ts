import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { referralWays } from '../referrals/referral.ts';
import { longText, requiredText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { categoryOfFact, categoryOfTopic, letterFacts, specialTopics } from './letter-fact.ts';
import { type LetterTemplate, letterLanguages } from './letter-template.ts';

const answer = z.strictObject({ key: code, text: longText(600) });

/** `isTicked` is the tick of this one topic; without it nothing of it leaves. */
const specialContent = z.strictObject({
  topic: z.enum(specialTopics),
  text: longText(800).pipe(z.string().min(1)),
  isTicked: z.literal(true),
});

export const letterDetails = z.strictObject({
  templateCode: z.string().min(3).max(8),
  language: z.enum(letterLanguages).default('it'),
  /** Missing only when the letter is for the person. */
  organisationId: z.uuid().optional(),
  /** Whom in the office it is for. */
  attention: shortText(120).optional(),
  /** How it goes, as the letter says it. */
  way: z.enum(referralWays).optional(),
  facts: z.array(z.enum(letterFacts)),
  /** A reference in the place of the name, where the template leaves the choice. */
  isConfidential: z.boolean().default(false),
  /** What was typed for the questions of the template. */
  answers: z.array(answer).max(10).default([]),
  special: z.array(specialContent).max(specialTopics.length).default([]),
  /** What the office needs to know, written by the operator. */
  situation: longText(1500).optional(),
  /** Replaces the request of the template when given. */
  request: longText(1500).optional(),
  attachments: z.array(requiredText(160)).max(12),
  signedBy: requiredText(120),
  contactHours: shortText(160).optional(),
  replyBy: calendarDate.optional(),
});

export type LetterDetails = z.infer<typeof letterDetails>;
/** As given: what has a usual value may be left out. */
export type LetterInput = z.input<typeof letterDetails>;

/** Topics that a second person looks at before they leave (domain dossier 3.1). */
export const tellsOfDanger = ({ special }: Pick<LetterDetails, 'special'>): boolean =>
  special.some(({ topic }) => topic === 'violence' || topic === 'trafficking');

/** Codes of the vocabulary `dataCategories` that a consent has to cover before this letter may go. */
export function categoriesOfLetter(
  details: Pick<LetterDetails, 'facts'> & Partial<Pick<LetterDetails, 'answers' | 'special'>>,
  template?: Pick<LetterTemplate, 'questions'>,
): string[] {
  const { facts, answers = [], special = [] } = details;
  const asked = answers.flatMap(({ key, text }) => {
    const question = template?.questions.find((one) => one.key === key);
    return text !== '' && question ? [question.category] : [];
  });
  return [
    ...new Set([
      // The name or the code is always in a letter, so identity always is.
      'identity',
      ...facts.map((fact) => categoryOfFact[fact]),
      ...asked,
      ...special.map(({ topic }) => categoryOfTopic[topic]),
    ]),
  ];
}
