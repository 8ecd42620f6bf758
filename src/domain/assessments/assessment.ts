/*
 * Where a person stands in the domains of life on one day, on our own scale from 1 (in crisis) to 5 (stands
 * alone). The idea of five steps is common to self-sufficiency matrices; their descriptors are written for
 * other countries or licensed, so ours are our own. The numbers describe and never decide who is helped, the
 * person may see and contest them, and there is no total: a sum of housing and health means nothing.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code, languageCode } from '../vocabularies/code.ts';

export const levels = [1, 2, 3, 4, 5] as const;

export const assessmentStates = ['draft', 'completed'] as const;

export const domainScore = z.strictObject({
  /** Code of the vocabulary `lifeDomains`. */
  domain: code,
  level: z.int().min(1).max(5),
  /** One sentence, best in the person's own words. */
  words: longText(600).optional(),
  /** The person wants to work on it; proposes a goal for the plan. */
  wantsGoal: z.boolean().default(false),
});
export type DomainScore = z.output<typeof domainScore>;

export const assessmentDetails = z.strictObject({
  assessedOn: calendarDate,
  assessor: shortText(120),
  mediator: shortText(120).optional(),
  /** Language it was talked through in. */
  interpretedIn: languageCode.optional(),
  scores: z
    .array(domainScore)
    .max(40)
    .refine((scores) => new Set(scores.map(({ domain }) => domain)).size === scores.length, {
      message: 'a domain stands twice',
    }),
  /** How the person sees it all, also where they disagree with the levels. */
  ownView: longText(1500).optional(),
  note: longText(2000).optional(),
});
export type AssessmentDetails = z.output<typeof assessmentDetails>;

/** What is still missing before an assessment counts, as codes for the page. */
export function missingForCompletion(details: AssessmentDetails): string[] {
  const missing: string[] = [];
  if (details.scores.length === 0) missing.push('scores');
  if (details.assessor === '') missing.push('assessor');
  if (details.interpretedIn !== undefined && !details.mediator) missing.push('mediator');
  return missing;
}
