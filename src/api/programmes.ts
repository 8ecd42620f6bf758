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
import { grant } from './grant.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
const kinds = z.array(z.enum(programmeKinds));

const listedTemplate = z.strictObject({
  /** Of one that comes with the program; the id of one that was taken in from a file. */
  code,
  name: ruleWords,
  about: ruleWords,
  kinds,
  funder: z.string(),
  isBlank: z.boolean(),
  /** The day it was taken in from a file; absent for what comes with the program. */
  takenInOn: calendarDate.optional(),
});
export type ListedTemplate = z.infer<typeof listedTemplate>;

const listedProgramme = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  templateName: ruleWords,
  kinds,
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  isOpen: z.boolean(),
  enrolled: z.int(),
  waiting: z.int(),
});
export type ListedProgramme = z.infer<typeof listedProgramme>;

const ruleInWords = z.strictObject({
  code,
  says: ruleWords,
  /** The words of the call, or an account of them. */
  quote: z.string().optional(),
  summary: z.string().optional(),
  source: z.string(),
  caution: ruleWords.optional(),
});
export type RuleInWords = z.infer<typeof ruleInWords>;

const parameterInUse = z.strictObject({
  code,
  name: ruleWords,
  value: z.int(),
  choices: z.array(z.int()).optional(),
  quote: z.string().optional(),
  summary: z.string().optional(),
  source: z.string(),
});

const question = z.strictObject({
  code,
  asks: ruleWords,
  kind: z.enum(['yesNo', 'day', 'number', 'choice']),
  choices: z.array(z.strictObject({ code, name: ruleWords })).optional(),
});
export type ProgrammeQuestion = z.infer<typeof question>;

const programme = z.strictObject({
  ...listedProgramme.shape,
  templateCode: code,
  about: ruleWords,
  funder: z.string(),
  grantCode: z.string().optional(),
  source: z.string(),
  checkedOn: calendarDate,
  stages: z.array(z.strictObject({ code, name: ruleWords, reached: z.int(), lost: z.int() })),
  indicators: z.array(
    z.strictObject({
      code,
      name: ruleWords,
      funderCode: z.string().optional(),
      target: z.int().optional(),
    }),
  ),
  parameters: z.array(parameterInUse),
  questions: z.array(question),
  rules: z.array(ruleInWords),
  /** There is money in it, for its people or of its own. */
  hasBudget: z.boolean(),
  /** Joined against the rules. */
  overridden: z.int(),
  left: z.int(),
});
export type Programme = z.infer<typeof programme>;

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
});
export type Enrolment = z.infer<typeof enrolment>;

const describedEnrolment = z.strictObject({
  ...enrolment.shape,
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

export const programmeProcedures = {
  'programmeTemplates.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(listedTemplate) }),
    role: coordinators,
    kind: 'query',
  }),
  /** The template of a programme as this register uses it, with its parameters, as JSON. */
  'programmeTemplates.export': procedure({
    input: one.extend({ grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /**
   * Takes such a file in as a new template. Fails with `programme_template_not_valid` and the place of the first
   * fault, `programme_template_newer`, `programme_template_known` or `programme_templates_full`.
   */
  'programmeTemplates.import': procedure({
    input: z.strictObject({ grant }),
    output: z.strictObject({ code, name: ruleWords }),
    role: coordinators,
    kind: 'mutation',
  }),
  'programmes.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(listedProgramme) }),
    role: desk,
    kind: 'query',
  }),
  'programmes.get': procedure({ input: one, output: programme, role: desk, kind: 'query' }),
  'programmes.create': procedure({
    input: z.strictObject({
      templateCode: code,
      name: requiredText(120),
      grantCode: requiredText(60).optional(),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
    }),
    output: one,
    role: coordinators,
    kind: 'mutation',
  }),
  /** Whom a change of the parameters would treat otherwise, before it is saved. */
  'programmes.preview': procedure({
    input: one.extend({ parameters: z.record(code, z.int().min(0).max(10_000)) }),
    output: z.strictObject({
      changed: z.array(
        z.strictObject({
          personId: z.uuid(),
          listedName: z.string(),
          before: z.enum(['eligible', 'notEligible', 'missing']),
          after: z.enum(['eligible', 'notEligible', 'missing']),
        }),
      ),
    }),
    role: coordinators,
    kind: 'query',
  }),
  'programmes.save': procedure({
    input: one.extend({
      name: requiredText(120),
      grantCode: requiredText(60).optional(),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      parameters: z.record(code, z.int().min(0).max(10_000)),
    }),
    output: done,
    role: coordinators,
    kind: 'mutation',
  }),
  'programmes.close': procedure({ input: one, output: done, role: coordinators, kind: 'mutation' }),
  'programmes.reopen': procedure({
    input: one,
    output: done,
    role: coordinators,
    kind: 'mutation',
  }),
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
    input: one.extend({ leftOn: calendarDate, exit: z.enum(enrolmentOutcomes) }),
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
