import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
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
  /** Of one that was taken in: no programme was started from it, so that it can be removed. */
  isUnused: z.boolean().optional(),
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

export const ruleInWords = z.strictObject({
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
    output: z.strictObject({
      code,
      name: ruleWords,
      /** What its rules answer to its own worked cases; one that differs says that the file is not what it says. */
      cases: z.array(
        z.strictObject({
          title: ruleWords,
          isMet: z.boolean(),
          outcome: z.enum(['eligible', 'notEligible', 'missing']),
        }),
      ),
    }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** One that was taken in. Fails with `not_found`, and `programme_template_in_use` while a programme rests on it. */
  'programmeTemplates.remove': procedure({
    input: one,
    output: done,
    role: coordinators,
    kind: 'mutation',
  }),
  'programmeTemplates.restore': procedure({
    input: one,
    output: done,
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
};
