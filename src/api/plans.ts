import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { documentLanguage } from '#domain/documents/document-texts.ts';
import { planDetails, planStates } from '#domain/plans/plan.ts';
import { actionProgress, planReview } from '#domain/plans/review.ts';
import { planSignature } from '#domain/plans/signature.ts';
import { code } from '#domain/vocabularies/code.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const plan = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  version: z.int(),
  revision: z.int(),
  state: z.enum(planStates),
  signedOn: calendarDate.optional(),
  /** Absent in plans signed before it was asked for. */
  signature: planSignature.optional(),
  isLatest: z.boolean(),
  details: planDetails,
  missing: z.array(z.string()),
  /** Of a signed plan: how far its actions have come since. */
  progress: z.array(actionProgress),
  /** Oldest first. */
  reviews: z.array(z.strictObject({ id: z.uuid(), review: planReview })),
  /** A review decided to end it. */
  closedOn: calendarDate.optional(),
  /** The next look at it, by the plan or by its last review. */
  reviewDueOn: calendarDate.optional(),
});
export type Plan = z.infer<typeof plan>;

const duePlan = z.strictObject({
  kind: z.enum(['review', 'action']),
  planId: z.uuid(),
  personId: z.uuid(),
  listedName: z.string(),
  due: calendarDate,
  /** What was agreed, for an action. */
  about: z.string().optional(),
});
export type DuePlan = z.infer<typeof duePlan>;

export const planProcedures = {
  'plans.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(plan) }),
    role: desk,
    kind: 'query',
  }),
  'plans.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: plan,
    role: desk,
    kind: 'query',
  }),
  /** What the association's plan consists of. */
  'plans.template': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      rights: z.array(code),
      reviewAfterMonths: z.int(),
      reviewAfterMonthsOfMinors: z.int(),
    }),
    role: desk,
    kind: 'query',
  }),
  /** The first plan, or the next version after a signed one, with its goals carried over. */
  'plans.start': procedure({
    input: ofPerson,
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  'plans.save': procedure({
    input: z.strictObject({ id: z.uuid(), revision: z.int(), details: planDetails }),
    output: z.strictObject({ revision: z.int(), missing: z.array(z.string()) }),
    role: desk,
    kind: 'mutation',
  }),
  /**
   * Locks the plan as it was signed on paper; later changes make a new version. Without `signature` it is
   * taken from the plan: the person (or guardian), the operator and the mediator. The paper is kept as it is
   * printed now.
   */
  'plans.sign': procedure({
    input: z.strictObject({
      id: z.uuid(),
      signedOn: calendarDate,
      signature: planSignature.omit({ signedOn: true }).optional(),
      /** Beside Italian on the paper; without it, that of the interpretation where there are words for it. */
      language: documentLanguage.optional(),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** How far one action of a signed plan has come. */
  'plans.recordProgress': procedure({
    input: z.strictObject({ id: z.uuid(), progress: actionProgress }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'plans.recordReview': procedure({
    input: z.strictObject({ id: z.uuid(), review: planReview }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Reviews due until a day and actions overdue, in all plans in force, earliest first. */
  'plans.due': procedure({
    input: z.strictObject({ until: calendarDate }),
    output: z.strictObject({ items: z.array(duePlan) }),
    role: desk,
    kind: 'query',
  }),
};
