/*
 * Somebody in a programme: since when, at which stage, with what they answered, and how it ended. What the
 * rules said on that day is kept with it, because a call changes and an auditor asks years later why a person
 * was let in. A coordinator may let somebody in against the rules, with a reason; reports count those apart.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const enrolmentOutcomes = [
  'goalsReached',
  'partlyReached',
  'leftByChoice',
  'lostContact',
  'transferred',
  'movedAway',
  'notEntitled',
  'programmeEnded',
  'other',
] as const;

/** Answers to the questions of the template: yes or no, a day, a number or the code of a choice. */
export const enrolmentAnswers = z.record(
  code,
  z.union([z.boolean(), z.number().min(-1_000_000).max(1_000_000), z.string().max(60)]),
);

export const enrolmentDetails = z.strictObject({
  programmeId: z.uuid(),
  personId: z.uuid(),
  enrolledOn: calendarDate,
  answers: enrolmentAnswers.default({}),
  /** Waiting for a place: not enrolled yet, and not forgotten. */
  isWaiting: z.boolean().default(false),
  /** Why somebody joins whom the rules do not let in. */
  overrideReason: requiredText(600).optional(),
});
