/*
 * A programme as a funder runs it: whom it is for, by which steps, with which services, money, papers and
 * numbers. One file a programme, so that a coordinator starts one in minutes, changes it without a programmer
 * and hands it to another association. Each sentence that decides something carries its source and the day
 * somebody compared it; worked cases inside the file show what the rules mean and are tried at every check.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { partialDate } from '../dates/partial-date.ts';
import { code } from '../vocabularies/code.ts';
import { cited, isCited, type RuleSet, ruleSet, rulesOf, words } from './eligibility-rule.ts';
import { budgetModel } from './programme-budget.ts';
import { codeFacts, dayFacts, yesNoFacts } from './programme-fact.ts';

/** Raised when an older program could not understand the file any more. */
const programmeFormat = 1;

export const programmeKinds = [
  'casework',
  'pathwayMatching',
  'enterprise',
  'capacity',
  'communityMap',
  'campaign',
] as const;

const programmeTargets = [
  'person',
  'household',
  'organisation',
  'staff',
  'volunteer',
  'employer',
  'public',
] as const;

const named = z.strictObject({ code, name: words(160) });

/** What can be read in two ways, or differs between editions; a coordinator sets it and sees the sentence. */
const parameter = z
  .strictObject({
    code,
    name: words(160),
    value: z.int().min(0).max(10_000),
    choices: z.array(z.int().min(0).max(10_000)).min(2).max(20).optional(),
    ...cited,
  })
  .refine(isCited, 'either a quote or a summary');

const question = z.strictObject({
  code,
  asks: words(200),
  kind: z.enum(['yesNo', 'day', 'number', 'choice']),
  choices: z.array(named).min(2).max(60).optional(),
});

const indicator = z.strictObject({
  code,
  name: words(240),
  level: z.enum(['output', 'result']),
  /** Code in the funder's own list, where it has one. */
  funderCode: z.string().min(1).max(40).optional(),
  target: z.int().min(0).max(1_000_000).optional(),
});

/** A place somebody is sent on to, with rules of its own and what to propose when they say no. */
const path = z.strictObject({
  code,
  name: words(160),
  eligibility: ruleSet,
  otherwise: code.optional(),
});

const reportDue = z.strictObject({
  name: words(160),
  /** Months between two reports; absent: once, at the end. */
  everyMonths: z.int().min(1).max(60).optional(),
  /** Days after the end of the period within which it is sent. */
  withinDays: z.int().min(0).max(400),
});

const factsOfCase = z.strictObject({
  ...Object.fromEntries(codeFacts.map((name) => [name, z.string().min(1).max(60).optional()])),
  ...Object.fromEntries(dayFacts.map((name) => [name, calendarDate.optional()])),
  ...Object.fromEntries(yesNoFacts.map((name) => [name, z.boolean().optional()])),
  birth: partialDate.optional(),
  answers: z.record(code, z.union([z.boolean(), z.number(), z.string().max(60)])).optional(),
});

const workedCase = z.strictObject({
  title: words(200),
  on: calendarDate,
  facts: factsOfCase,
  parameters: z.record(code, z.int()).optional(),
  /** The rules of this path instead of those of the programme. */
  path: code.optional(),
  expects: z.strictObject({
    outcome: z.enum(['eligible', 'notEligible', 'missing']),
    failed: z.array(code).optional(),
    missing: z.array(z.string().min(1).max(60)).optional(),
    warnings: z.array(code).optional(),
    until: calendarDate.optional(),
    otherwise: code.optional(),
  }),
});
export type WorkedCase = z.infer<typeof workedCase>;

const fields = z.strictObject({
  format: z.literal(programmeFormat),
  code,
  name: words(120),
  /** One paragraph: what it is for. */
  about: words(1200),
  kinds: z.array(z.enum(programmeKinds)).min(1),
  targets: z.array(z.enum(programmeTargets)).min(1),
  funder: z.string().max(200),
  period: z
    .strictObject({ from: calendarDate.optional(), to: calendarDate.optional() })
    .refine(({ from, to }) => !from || !to || from <= to, 'ends before it begins'),
  territories: z.array(z.string().min(2).max(80)).max(60),
  source: z.string().min(3).max(600),
  checkedOn: calendarDate,
  fundingSources: z.array(named).max(12),
  parameters: z.array(parameter).max(30),
  questions: z.array(question).max(40),
  /** Absent where nobody enrols: trainings, maps of associations, campaigns. */
  eligibility: ruleSet.optional(),
  paths: z.array(path).max(20),
  /** In order; somebody is in one of them. */
  stages: z.array(named).max(20),
  /** Codes of the vocabulary `serviceTypes`, with the source that pays for them where it is split. */
  services: z
    .array(z.strictObject({ type: code, fundingSource: code.optional(), phase: code.optional() }))
    .max(40),
  /** Codes of the letters it uses most. */
  letters: z.array(code).max(40),
  /** Codes of the vocabulary `consentPurposes`. */
  consents: z.array(code).max(20),
  budgets: z.array(budgetModel).max(12),
  /** The whole grant, where it is a sum of its own to keep to. */
  grantCents: z.int().min(0).max(10_000_000_000).optional(),
  indicators: z.array(indicator).max(60),
  reports: z.array(reportDue).max(20),
  /** Months after an enrolment ends at which people are asked how they are. */
  followUpMonths: z.array(z.int().min(1).max(60)).max(10),
  retentionMonths: z.int().min(0).max(600).optional(),
  workedCases: z.array(workedCase).max(60),
});

export type ProgrammeTemplate = z.infer<typeof fields>;

function ruleSetsOf({ eligibility, paths }: ProgrammeTemplate): RuleSet[] {
  return [...(eligibility ? [eligibility] : []), ...paths.map((one) => one.eligibility)];
}

const twice = (codes: string[]) => codes.filter((one, index) => codes.indexOf(one) !== index);

/** What the file names and does not have. Sentences for whoever writes the file, in English like its keys. */
function loose(template: ProgrammeTemplate): string[] {
  const parameters = new Set(template.parameters.map((one) => one.code));
  const questions = new Set(template.questions.map((one) => one.code));
  const sources = new Set(template.fundingSources.map((one) => one.code));
  const paths = new Set(template.paths.map((one) => one.code));
  const rules = ruleSetsOf(template).flatMap(rulesOf);
  const found: string[] = [];
  const want = (known: Set<string>, name: string | undefined, what: string) => {
    if (name !== undefined && !known.has(name)) found.push(`no ${what} ${name}`);
  };
  for (const { is } of rules) {
    const amounts =
      is.test === 'age' ? [is.from, is.to] : 'months' in is ? [is.months] : ([] as const);
    for (const one of amounts) {
      if (typeof one === 'object') want(parameters, one.parameter, 'parameter');
    }
    if ('question' in is) want(questions, is.question, 'question');
    if (is.test === 'age') want(questions, is.on?.answer, 'question');
  }
  for (const one of template.services) want(sources, one.fundingSource, 'funding source');
  for (const { lines } of template.budgets) {
    for (const line of lines) want(sources, line.fundingSource, 'funding source');
  }
  for (const one of template.paths) want(paths, one.otherwise, 'path');
  for (const one of template.workedCases) want(paths, one.path, 'path');
  const lists = [
    rules.map((one) => one.code),
    template.stages.map((one) => one.code),
    template.questions.map((one) => one.code),
    template.indicators.map((one) => one.code),
    template.budgets.map((one) => one.code),
  ];
  return [...found, ...lists.flatMap(twice).map((one) => `${one} stands twice`)];
}

export const programmeTemplate = fields.superRefine((template, context) => {
  for (const message of loose(template)) context.addIssue({ code: 'custom', message });
});
