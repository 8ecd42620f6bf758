/*
 * What people are asked at the end of an activity and some months later, and by which groups of origin they are
 * counted. AMIF asks for both answers (Regulation (EU) 2021/1147, Annex VIII, results 5 and 6 of specific objective
 * (a)); asked in other words they could not be reported under its codes, so the questions are data with a source.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { words } from '../programmes/eligibility-rule.ts';
import { code, countryCode } from '../vocabularies/code.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';

const short = wordsInLanguages(z.string().min(1).max(60));

const answer = z.strictObject({
  code,
  name: short,
  /** Whether a report counts it under the question. */
  counts: z.boolean(),
});
const question = z
  .strictObject({ asks: words(240), answers: z.array(answer).min(2).max(6) })
  .refine(({ answers }) => answers.some(({ counts }) => counts), 'no answer that counts');

export const unknownOrigin = 'unknown';

export const activityForm = z.strictObject({
  source: z.string().min(3).max(600),
  checkedOn: calendarDate,
  useful: question,
  satisfaction: z
    .strictObject({
      asks: words(240),
      /** From the lowest to the highest. */
      steps: z
        .array(z.strictObject({ score: z.int().min(1).max(10), name: short }))
        .min(3)
        .max(10),
    })
    .refine(
      ({ steps }) => steps.every(({ score }, at) => score === at + 1),
      'steps are numbered from 1',
    ),
  usesSkills: question,
  /** Months after the last day at which people are asked the last question. */
  followUpMonths: z.int().min(1).max(24),
  /** By nationality; the group without countries takes everybody else. */
  origins: z
    .array(z.strictObject({ code, name: short, countries: z.array(countryCode).max(60) }))
    .min(2)
    .max(10)
    .refine(
      (list) => list.filter(({ countries }) => countries.length === 0).length === 1,
      'one group takes everybody else',
    ),
});
export type ActivityForm = z.infer<typeof activityForm>;

export const countsIn = (
  { answers }: ActivityForm['useful'],
  given: string | null | undefined,
): boolean => answers.some((one) => one.code === given && one.counts);

export function originOf(country: string | null, { origins }: ActivityForm): string {
  if (country === null) return unknownOrigin;
  const found =
    origins.find(({ countries }) => countries.includes(country)) ??
    origins.find(({ countries }) => countries.length === 0);
  return found?.code ?? unknownOrigin;
}
