/*
 * Who may join a programme, as the call or the grant agreement says it. Calls are unclear ("fino al 24esimo
 * anno"), change from edition to edition and are read differently by different offices; so a rule is data with
 * the sentence it comes from beside it, and what can be read in two ways is a parameter that a coordinator sets.
 * A rule buried in code would refuse people for a reason nobody can look up.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { code } from '../vocabularies/code.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';
import { codeFacts, dayFacts, yesNoFacts } from './programme-fact.ts';

/** In every language of the program. */
export const words = (max: number) => wordsInLanguages(z.string().min(3).max(max));

/** A number, or the parameter of the template that holds it. */
const amount = z.union([z.int().min(0).max(10_000), z.strictObject({ parameter: code })]);
export type Amount = z.infer<typeof amount>;

/** The day an age or a span is looked at: that of the enrolment unless a question of the template gives another. */
const onDay = z.strictObject({ answer: code });

const test = z.discriminatedUnion('test', [
  z.strictObject({
    test: z.literal('codeIn'),
    fact: z.enum(codeFacts),
    codes: z.array(z.string().min(1).max(60)).min(1).max(60),
  }),
  z.strictObject({ test: z.literal('is'), fact: z.enum(yesNoFacts), value: z.boolean() }),
  /** In whole years, both ends included. */
  z.strictObject({
    test: z.literal('age'),
    from: amount.optional(),
    to: amount.optional(),
    on: onDay.optional(),
  }),
  /** By the year on the papers, as some notices have it, and not by age. */
  z.strictObject({
    test: z.literal('bornIn'),
    years: z.array(z.int().min(1900).max(2199)).min(1).max(60),
  }),
  z.strictObject({ test: z.literal('known'), fact: z.enum(dayFacts) }),
  /** The day is not later than `months` calendar months after the fact. */
  z.strictObject({ test: z.literal('withinMonthsOf'), fact: z.enum(dayFacts), months: amount }),
  /** From the first day to the second there are at least `months` calendar months. */
  z.strictObject({
    test: z.literal('lastsMonths'),
    from: z.enum(dayFacts),
    to: z.enum(dayFacts),
    months: amount,
  }),
  z.strictObject({ test: z.literal('answerIs'), question: code, value: z.boolean() }),
  z.strictObject({
    test: z.literal('answerIn'),
    question: code,
    codes: z.array(code).min(1).max(60),
  }),
  z.strictObject({
    test: z.literal('answerAtLeast'),
    question: code,
    value: z.number().min(0).max(1_000_000),
  }),
  z.strictObject({
    test: z.literal('answerAtMost'),
    question: code,
    value: z.number().min(0).max(1_000_000),
  }),
]);
export type RuleTest = z.infer<typeof test>;

/** The sentence it comes from as it stands there, or what it says where only an account of it was seen; and where. */
export const cited = {
  quote: z.string().min(3).max(800).optional(),
  summary: z.string().min(3).max(800).optional(),
  source: z.string().min(3).max(300),
};

/** Passing an account for the words of a call would be a lie in every refusal that shows it. */
export const isCited = ({
  quote,
  summary,
}: {
  quote?: string | undefined;
  summary?: string | undefined;
}) => (quote === undefined) !== (summary === undefined);

const eligibilityRule = z
  .strictObject({
    code,
    /** What it asks, in plain words. */
    says: words(300),
    ...cited,
    checkedOn: calendarDate,
    /** Said with the result where the sentence was interpreted or the source is weak. */
    caution: words(400).optional(),
    /** Only tells; does not decide. */
    isWarning: z.boolean().optional(),
    is: test,
  })
  .refine(isCited, 'either a quote or a summary');
export type EligibilityRule = z.infer<typeof eligibilityRule>;

export type RuleSet =
  | { all: RuleSet[] }
  | { any: RuleSet[] }
  | { not: RuleSet }
  | { rule: EligibilityRule };

const children = () => z.array(z.lazy(() => nestedRuleSet)).max(40);
const nestedRuleSet: z.ZodType<RuleSet> = z.union([
  z.strictObject({ all: children() }),
  z.strictObject({ any: children().min(1) }),
  z.strictObject({ not: z.lazy(() => nestedRuleSet) }),
  z.strictObject({ rule: eligibilityRule }),
]);

const MAX_DEPTH = 6;

function depthOf(set: unknown, depth = 1): number {
  if (depth > MAX_DEPTH || typeof set !== 'object' || set === null) return depth;
  const { all, any, not } = set as { all?: unknown; any?: unknown; not?: unknown };
  const below = [all, any].flatMap((list) => (Array.isArray(list) ? list : []));
  if (not !== undefined) below.push(not);
  return Math.max(depth, ...below.map((one) => depthOf(one, depth + 1)));
}

/** Looked at for its depth before anything else, so that a hostile file cannot exhaust the reader. */
export const ruleSet = z
  .unknown()
  .refine((set) => depthOf(set) <= MAX_DEPTH, {
    error: `more than ${MAX_DEPTH} levels of rules`,
    abort: true,
  })
  .pipe(nestedRuleSet);

/** Every rule of a set, in the order they are written. */
export function rulesOf(set: RuleSet): EligibilityRule[] {
  if ('rule' in set) return [set.rule];
  if ('not' in set) return rulesOf(set.not);
  return ('all' in set ? set.all : set.any).flatMap(rulesOf);
}

/** The same with the place of each in the file; `path` is that of the set. */
export function rulesAt(
  set: RuleSet,
  path: readonly (string | number)[],
): { rule: EligibilityRule; path: readonly (string | number)[] }[] {
  if ('rule' in set) return [{ rule: set.rule, path: [...path, 'rule'] }];
  if ('not' in set) return rulesAt(set.not, [...path, 'not']);
  const [name, list] = 'all' in set ? (['all', set.all] as const) : (['any', set.any] as const);
  return list.flatMap((one, index) => rulesAt(one, [...path, name, index]));
}
