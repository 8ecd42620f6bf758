/*
 * The review of a plan: what became of each goal, who was there, and what follows. A plan nobody looks at
 * again is a form; SAI and protection case management both want a dated review with a decision. The signed
 * plan is never changed by it: results and progress are kept beside it, and a revision is a new version.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { itemKey } from './item-keys.ts';
import { actionStates, goalResults, linkedRecord, type PlanDetails } from './plan.ts';

export const reviewDecisions = ['continue', 'revise', 'close'] as const;

const reviewOutcome = z
  .strictObject({
    goalKey: itemKey,
    result: z.enum(goalResults),
    note: shortText(400).optional(),
  })
  .refine((outcome) => outcome.result !== 'dropped' || Boolean(outcome.note), {
    message: 'a goal is dropped for a reason',
    path: ['note'],
  });

export const planReview = z
  .strictObject({
    reviewedOn: calendarDate,
    present: shortText(300),
    outcomes: z.array(reviewOutcome).max(12),
    decision: z.enum(reviewDecisions),
    nextReviewOn: calendarDate.optional(),
    note: longText(1500).optional(),
  })
  .refine(
    (review) =>
      review.decision !== 'continue' ||
      (review.nextReviewOn !== undefined && review.nextReviewOn > review.reviewedOn),
    { message: 'a plan that goes on is looked at again', path: ['nextReviewOn'] },
  );
export type PlanReview = z.output<typeof planReview>;

/** How far an action of a signed plan has come since. */
export const actionProgress = z.strictObject({
  goalKey: itemKey,
  actionKey: itemKey,
  state: z.enum(actionStates),
  doneOn: calendarDate.optional(),
  droppedWhy: shortText(240).optional(),
  linked: linkedRecord.optional(),
});
export type ActionProgress = z.output<typeof actionProgress>;

/** The plan as it stands today: what was signed, with the progress and the reviews (oldest first) since. */
export function asItStands(
  details: PlanDetails,
  progress: ActionProgress[],
  reviews: PlanReview[],
): PlanDetails {
  const goals = details.goals.map((goal) => {
    const outcome = reviews
      .flatMap((review) => review.outcomes)
      .findLast(({ goalKey }) => goalKey === goal.key);
    const actions = goal.actions.map((action) => {
      const now = progress.find((one) => one.goalKey === goal.key && one.actionKey === action.key);
      if (!now) return action;
      const { state, doneOn, droppedWhy, linked = action.linked } = now;
      return { ...action, state, doneOn, droppedWhy, linked };
    });
    return {
      ...goal,
      actions,
      ...(outcome ? { result: outcome.result, resultWhy: outcome.note ?? goal.resultWhy } : {}),
    };
  });
  return { ...details, goals };
}
