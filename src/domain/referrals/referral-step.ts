/*
 * One step in the life of a referral, and what has to be said with it: a refusal without its reason cannot be
 * answered by another office, and an end without its outcome counts for nothing in a report. Fields that do
 * not belong to a step are refused, so that none of them is kept where nobody will read it.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { type ReferralState, referralStates, referralWays } from './referral.ts';

const stepFields = [
  'way',
  'answeredBy',
  'theirProtocol',
  'declineReason',
  'waitingUntil',
  'outcome',
  'feedback',
  'nextStep',
] as const;
export type StepField = (typeof stepFields)[number];

export type StepTarget = Exclude<ReferralState, 'draft'>;

interface FieldsOfStep {
  needs: readonly StepField[];
  may: readonly StepField[];
}

const ANSWER = ['way', 'answeredBy', 'theirProtocol', 'nextStep'] as const;

/** What a step into each state has to say, and what it may. */
export const fieldsOfStep: Readonly<Record<StepTarget, FieldsOfStep>> = {
  sent: { needs: ['way'], may: [] },
  received: { needs: [], may: ['way', 'answeredBy', 'theirProtocol'] },
  accepted: { needs: [], may: ANSWER },
  waitingList: { needs: [], may: ['waitingUntil', ...ANSWER] },
  declined: { needs: ['declineReason'], may: ANSWER },
  inProgress: { needs: [], may: ['nextStep'] },
  concluded: { needs: ['outcome'], may: ['feedback', 'nextStep'] },
  noReply: { needs: [], may: ['nextStep'] },
  withdrawn: { needs: [], may: [] },
};

/** States an office's reply can lead to. */
export const replyTargets = ['accepted', 'waitingList', 'declined', 'received'] as const;

export const referralStep = z
  .strictObject({
    to: z.enum(referralStates).exclude(['draft']),
    on: calendarDate,
    note: longText(600).optional(),
    /** How it was sent, or how the answer came. */
    way: z.enum(referralWays).optional(),
    answeredBy: shortText(160).optional(),
    /** The number the other office gave it. */
    theirProtocol: shortText(60).optional(),
    /** Code of the vocabulary `declineReasons`. */
    declineReason: code.optional(),
    waitingUntil: calendarDate.optional(),
    /** Code of the vocabulary `referralOutcomes`. */
    outcome: code.optional(),
    /** What the person says of it, from 1 to 5. */
    feedback: z.int().min(1).max(5).optional(),
    nextStep: shortText(300).optional(),
  })
  .superRefine((step, check) => {
    const { needs, may } = fieldsOfStep[step.to];
    for (const field of stepFields) {
      const isSaid = step[field] !== undefined && step[field] !== '';
      const isWrong = isSaid
        ? !needs.includes(field) && !may.includes(field)
        : needs.includes(field);
      if (isWrong) check.addIssue({ code: 'custom', path: [field], message: 'not as it must be' });
    }
  })
  .refine(({ on, waitingUntil }) => waitingUntil === undefined || waitingUntil >= on, {
    message: 'before the step itself',
    path: ['waitingUntil'],
  });
export type ReferralStep = z.infer<typeof referralStep>;
