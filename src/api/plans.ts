import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { planDetails, planStates } from '#domain/plans/plan.ts';
import { desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const plan = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  version: z.int(),
  revision: z.int(),
  state: z.enum(planStates),
  signedOn: calendarDate.optional(),
  isLatest: z.boolean(),
  details: planDetails,
  missing: z.array(z.string()),
});
export type Plan = z.infer<typeof plan>;

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
  /** Locks the plan as it was signed on paper; later changes make a new version. */
  'plans.sign': procedure({
    input: z.strictObject({ id: z.uuid(), signedOn: calendarDate }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
