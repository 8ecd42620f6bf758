/*
 * How people are some months after they left a programme, or arrived where they were matched. Funders ask who
 * is still in work or still there at 6 and 12 months (AMIF annex VIII, COMET); whoever asks nobody reports only
 * those who come back by themselves.
 */
import { z } from 'zod';
import { addMonths, type CalendarDate, calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const followUpSince = ['exit', 'arrival'] as const;
export type FollowUpSince = (typeof followUpSince)[number];

export const followUpAnswers = ['answered', 'notFound', 'refused'] as const;

export const followUpDetails = z.strictObject({
  askedOn: calendarDate,
  answer: z.enum(followUpAnswers),
  /** Lives where they lived when they left, or were matched to. */
  isStillThere: z.boolean().optional(),
  /** Code of the vocabulary `employmentStatuses`. */
  employment: code.optional(),
  note: longText(600).optional(),
});
export type FollowUpDetails = z.output<typeof followUpDetails>;

export interface FollowUpDue {
  since: FollowUpSince;
  months: number;
  dueOn: CalendarDate;
}

/** The days on which somebody is to be asked; none where nothing has begun to count. */
export function followUpsDue(
  months: readonly number[],
  from: Partial<Record<FollowUpSince, CalendarDate>>,
): FollowUpDue[] {
  return followUpSince.flatMap((since) => {
    const first = from[since];
    if (first === undefined) return [];
    return [...months]
      .sort((a, b) => a - b)
      .map((count) => ({ since, months: count, dueOn: addMonths(first, count) }));
  });
}
