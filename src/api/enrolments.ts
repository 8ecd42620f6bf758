import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { comparedFacts } from '#domain/programmes/compare-facts.ts';
import {
  enrolmentAnswers,
  enrolmentDetails,
  enrolmentOutcomes,
} from '#domain/programmes/enrolment.ts';
import { programmeKinds } from '#domain/programmes/programme-template.ts';
import { requiredText } from '#domain/text.ts';
import { code } from '#domain/vocabularies/code.ts';
import { ruleWords } from './deadlines.ts';
import { desk, procedure } from './procedure.ts';
import { ruleInWords } from './programmes.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});

const eligibility = z.strictObject({
  outcome: z.enum(['eligible', 'notEligible', 'missing']),
  failed: z.array(ruleInWords),
  /** Names of facts of the register, or `answer:` and the code of a question. */
  missing: z.array(z.string()),
  warnings: z.array(ruleInWords),
  until: calendarDate.optional(),
});
export type EligibilityAnswer = z.infer<typeof eligibility>;

const candidate = z.strictObject({
  personId: z.uuid(),
  listedName: z.string(),
  caseNumber: z.string(),
  outcome: z.enum(['eligible', 'missing']),
  missing: z.array(z.string()),
  until: calendarDate.optional(),
});
export type Candidate = z.infer<typeof candidate>;

const enrolment = z.strictObject({
  id: z.uuid(),
  programmeId: z.uuid(),
  programmeName: z.string(),
  personId: z.uuid(),
  listedName: z.string(),
  enrolledOn: calendarDate,
  isWaiting: z.boolean(),
  /** The furthest stage reached; absent in programmes without stages. */
  stage: code.optional(),
  stages: z.array(z.strictObject({ code, name: ruleWords, reachedOn: calendarDate.optional() })),
  outcome: z.enum(['eligible', 'notEligible', 'missing']),
  overrideReason: z.string().optional(),
  overriddenBy: z.string().optional(),
  leftOn: calendarDate.optional(),
  exit: z.enum(enrolmentOutcomes).optional(),
  /** Whether it was of help, as the person says; absent where nobody asked. */
  foundHelpful: z.boolean().optional(),
});
export type Enrolment = z.infer<typeof enrolment>;

const describedEnrolment = z.strictObject({
  ...enrolment.shape,
  /** Of the programme: what else belongs to an enrolment in it. */
  kinds: z.array(z.enum(programmeKinds)),
  /** Of the programme they were transferred from. */
  cameFrom: z.string().optional(),
  /** When they joined, and when they left or today. */
  facts: z.array(
    z.strictObject({
      fact: z.enum(comparedFacts),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});
export type DescribedEnrolment = z.infer<typeof describedEnrolment>;

const paging = {
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
};

export const enrolmentProcedures = {
  /** People of open files who could join today, or could if a fact were known; who soon cannot any more first. */
  'candidates.list': procedure({
    input: one.extend(paging),
    output: z.strictObject({
      items: z.array(candidate),
      total: z.int(),
      eligible: z.int(),
      missing: z.int(),
      notEligible: z.int(),
    }),
    role: desk,
    kind: 'query',
  }),
  'enrolments.check': procedure({
    input: z.strictObject({
      programmeId: z.uuid(),
      personId: z.uuid(),
      on: calendarDate,
      answers: enrolmentAnswers.default({}),
    }),
    output: eligibility,
    role: desk,
    kind: 'query',
  }),
  'enrolments.get': procedure({
    input: one,
    output: describedEnrolment,
    role: desk,
    kind: 'query',
  }),
  'enrolments.list': procedure({
    input: z.strictObject({
      programmeId: z.uuid().optional(),
      personId: z.uuid().optional(),
      ...paging,
    }),
    output: z.strictObject({ items: z.array(enrolment), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  'enrolments.create': procedure({
    input: enrolmentDetails,
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'enrolments.record': procedure({
    input: one.extend({ stage: code, reachedOn: calendarDate }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  'enrolments.close': procedure({
    input: one.extend({
      leftOn: calendarDate,
      exit: z.enum(enrolmentOutcomes),
      foundHelpful: z.boolean().optional(),
    }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** What they say of it, also while they are in it; null: nobody asked. */
  'enrolments.recordOpinion': procedure({
    input: one.extend({ foundHelpful: z.boolean().nullable() }),
    output: done,
    role: desk,
    kind: 'mutation',
  }),
  /** Leaves one programme for another on the same day, or stays where they are. */
  'enrolments.transfer': procedure({
    input: one.extend({
      programmeId: z.uuid(),
      on: calendarDate,
      answers: enrolmentAnswers.default({}),
      isWaiting: z.boolean().default(false),
      overrideReason: requiredText(600).optional(),
    }),
    output: one,
    role: desk,
    kind: 'mutation',
  }),
  'enrolments.reopen': procedure({ input: one, output: done, role: desk, kind: 'mutation' }),
};
