/*
 * A programme as a funder runs it: whom it is for, by which steps, with which services, money, papers and
 * numbers. One file a programme, so that a coordinator starts one in minutes, changes it without a programmer
 * and hands it to another association. Each sentence that decides something carries its source and the day
 * somebody compared it; worked cases inside the file show what the rules mean and are tried at every check.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { partialDate } from '../dates/partial-date.ts';
import { businessPlanModel } from '../enterprise/business-plan.ts';
import { code } from '../vocabularies/code.ts';
import { cited, isCited, type RuleSet, ruleSet, rulesAt, words } from './eligibility-rule.ts';
import { matchWeights } from './match-weights.ts';
import { budgetModel } from './programme-budget.ts';
import { codeFacts, dayFacts, yesNoFacts } from './programme-fact.ts';
import { programmeIndicator } from './programme-indicator.ts';

/** Raised when an older program could not understand the file any more. */
export const programmeFormat = 1;

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
  indicators: z.array(programmeIndicator).max(60),
  reports: z.array(reportDue).max(20),
  /** Months after an enrolment ends at which people are asked how they are. */
  followUpMonths: z.array(z.int().min(1).max(60)).max(10),
  retentionMonths: z.int().min(0).max(600).optional(),
  /** Points of the reasons places are proposed for; absent: the usual ones. */
  weights: matchWeights.optional(),
  /** Sections of the plan of whoever opens a firm; absent: those that come with the program. */
  businessPlan: businessPlanModel.optional(),
  workedCases: z.array(workedCase).max(60),
});

export type ProgrammeTemplate = z.infer<typeof fields>;

type Path = readonly (string | number)[];

/** Every rule of the template with its place in the file. */
export function rulesWithPlaces({
  eligibility,
  paths,
}: Pick<ProgrammeTemplate, 'eligibility' | 'paths'>) {
  const sets: [RuleSet | undefined, Path][] = [
    [eligibility, ['eligibility']],
    ...paths.map((one, index): [RuleSet, Path] => [
      one.eligibility,
      ['paths', index, 'eligibility'],
    ]),
  ];
  return sets.flatMap(([set, path]) => (set ? rulesAt(set, path) : []));
}

interface LooseEnd {
  path: Path;
  reason: 'unknownName' | 'twice' | 'notAChoice';
  name: string;
}

interface Coded {
  code: string;
}

const codesOf = (list: readonly Coded[]) => new Set(list.map((one) => one.code));

/** Parameters and questions that a rule names and the template does not have. */
function looseRules(template: ProgrammeTemplate): LooseEnd[] {
  const parameters = codesOf(template.parameters);
  const questions = codesOf(template.questions);
  return rulesWithPlaces(template).flatMap(({ rule: { is }, path }) => {
    const amounts =
      is.test === 'age'
        ? ([
            ['from', is.from],
            ['to', is.to],
          ] as const)
        : 'months' in is
          ? ([['months', is.months]] as const)
          : [];
    const found: LooseEnd[] = [];
    for (const [field, amount] of amounts) {
      if (typeof amount === 'object' && !parameters.has(amount.parameter)) {
        found.push({
          path: [...path, 'is', field, 'parameter'],
          reason: 'unknownName',
          name: amount.parameter,
        });
      }
    }
    if ('question' in is && !questions.has(is.question)) {
      found.push({ path: [...path, 'is', 'question'], reason: 'unknownName', name: is.question });
    }
    if (is.test === 'age' && is.on && !questions.has(is.on.answer)) {
      found.push({
        path: [...path, 'is', 'on', 'answer'],
        reason: 'unknownName',
        name: is.on.answer,
      });
    }
    return found;
  });
}

type Reference = [known: Set<string>, name: string | undefined, ...path: Path];

/** Sources of money, paths and rules that are named and not there. */
function looseNames(template: ProgrammeTemplate): LooseEnd[] {
  const sources = codesOf(template.fundingSources);
  const paths = codesOf(template.paths);
  const rules = codesOf(rulesWithPlaces(template).map(({ rule }) => rule));
  const ofServices = template.services.map(
    ({ fundingSource }, at): Reference => [sources, fundingSource, 'services', at, 'fundingSource'],
  );
  const ofBudgets = template.budgets.flatMap(({ lines }, budget) =>
    lines.map(({ fundingSource }, at): Reference => {
      return [sources, fundingSource, 'budgets', budget, 'lines', at, 'fundingSource'];
    }),
  );
  const ofPaths = template.paths.map(
    ({ otherwise }, at): Reference => [paths, otherwise, 'paths', at, 'otherwise'],
  );
  const ofCases = template.workedCases.flatMap(({ path, expects }, at): Reference[] => [
    [paths, path, 'workedCases', at, 'path'],
    ...[...(expects.failed ?? []), ...(expects.warnings ?? [])].map(
      (code): Reference => [rules, code, 'workedCases', at, 'expects'],
    ),
  ]);
  const stages = codesOf(template.stages);
  const ofIndicators = template.indicators.map(({ counts }, at): Reference => {
    const stage = counts && 'stage' in counts ? counts.stage : undefined;
    return [stages, stage, 'indicators', at, 'counts', 'stage'];
  });
  return [...ofServices, ...ofBudgets, ...ofPaths, ...ofCases, ...ofIndicators].flatMap(
    ([known, name, ...path]): LooseEnd[] =>
      name === undefined || known.has(name) ? [] : [{ path, reason: 'unknownName', name }],
  );
}

function doubles(template: ProgrammeTemplate): LooseEnd[] {
  const listed = (name: string, list: readonly Coded[]) =>
    list.map(({ code }, index) => ({ code, path: [name, index, 'code'] as Path }));
  const { stages, questions, indicators, budgets, parameters, paths, fundingSources } = template;
  const rules = rulesWithPlaces(template);
  const lists = [
    rules.map(({ rule, path }) => ({ code: rule.code, path: [...path, 'code'] as Path })),
    ...Object.entries({
      stages,
      questions,
      indicators,
      budgets,
      parameters,
      paths,
      fundingSources,
    }).map(([name, list]) => listed(name, list)),
    ...questions.map(({ choices = [] }, at) =>
      choices.map(({ code }, index) => ({
        code,
        path: ['questions', at, 'choices', index, 'code'] as Path,
      })),
    ),
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap(({ code, path }): LooseEnd[] => {
      const isTwice = seen.has(code);
      seen.add(code);
      return isTwice ? [{ path, reason: 'twice', name: code }] : [];
    });
  });
}

const offChoices = ({ parameters }: ProgrammeTemplate): LooseEnd[] =>
  parameters.flatMap(({ value, choices }, at) =>
    choices && !choices.includes(value)
      ? [{ path: ['parameters', at, 'value'], reason: 'notAChoice', name: String(value) }]
      : [],
  );

/** The whole file, and that everything it names is in it. `params.reason` says which kind of fault it is. */
export const programmeTemplate = fields.superRefine((template, context) => {
  const found = [looseRules, looseNames, doubles, offChoices].flatMap((look) => look(template));
  for (const { path, reason, name } of found) {
    context.addIssue({
      code: 'custom',
      message: `${reason} ${name}`,
      path: [...path],
      params: { reason },
    });
  }
});
