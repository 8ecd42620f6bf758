/*
 * A rule that turns a fact into a deadline. Laws change, and practice differs from office to office, so each
 * rule is data: its source, the day somebody last compared it with that source, versions by date, and how
 * certain it is. A date computed here is a suggestion to be checked with a lawyer and on the notified act;
 * a rule that looked like the law itself would make people miss the real term.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { code } from '../vocabularies/code.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';
import { type FactKind, factKinds } from './fact-kind.ts';

/** A rule without its Italian and English words is refused at start; without others the Italian is shown. */
const ruleText = (max: number) => wordsInLanguages(z.string().min(3).max(max));

/** A term to keep, a day from which something is possible, or a day to be there. */
export const deadlineKinds = ['term', 'opens', 'appointment'] as const;
export const actors = ['person', 'association', 'host', 'office'] as const;
export const certainties = [
  'settled',
  'confirmOnNotifiedAct',
  'practiceDiffers',
  'sourceToCheck',
] as const;

const factKind = z.enum(factKinds as [FactKind, ...FactKind[]]);

const countedUnits = ['days', 'workingDays', 'hours', 'months', 'years'] as const;
export type CountedUnit = (typeof countedUnits)[number];

const term = z.discriminatedUnion('unit', [
  z
    .strictObject({
      unit: z.enum(countedUnits),
      /** Negative: before the fact. */
      amount: z.int().min(-1000).max(1000),
      /** Terms that the act or the case may carry instead of `amount`, which is the cautious one. */
      choices: z.array(z.int().min(1).max(1000)).min(2).optional(),
    })
    .refine((one) => !one.choices || one.choices.includes(one.amount), 'amount is not a choice')
    .refine((one) => one.unit !== 'workingDays' || one.amount > 0, 'working days count forwards'),
  z.strictObject({
    unit: z.literal('age'),
    years: z.int().min(1).max(120),
    plusDays: z.int().min(-400).max(800).optional(),
    plusMonths: z.int().min(1).max(60).optional(),
  }),
  z.strictObject({ unit: z.literal('date'), on: calendarDate }),
  z.strictObject({
    unit: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(28).or(z.literal(30)),
  }),
]);
export type Term = z.infer<typeof term>;

const reminder = z.strictObject({
  from: z.enum(['fact', 'due']),
  days: z.int().min(-1000).max(1000).optional(),
  months: z.int().min(-300).max(300).optional(),
});
export type Reminder = z.infer<typeof reminder>;

const version = z
  .strictObject({
    source: z.string().min(3).max(300),
    validFrom: calendarDate.optional(),
    validTo: calendarDate.optional(),
    certainty: z.enum(certainties),
    term,
    reminders: z.array(reminder).min(1),
  })
  .refine(
    (one) => !one.validFrom || !one.validTo || one.validFrom <= one.validTo,
    'ends too early',
  );
export type RuleVersion = z.infer<typeof version>;

const condition = z.strictObject({
  /** Codes of `legalStatuses`; the rule is silent while the status is not recorded. */
  legalStatuses: z.array(code).min(1).optional(),
  /** Codes that the fact itself must carry, as the type of a reception stay. */
  factCodes: z.array(code).min(1).optional(),
  hasFact: z.array(factKind).min(1).optional(),
  lacksFact: z.array(factKind).min(1).optional(),
  age: z.enum(['minor', 'adult']).optional(),
});

export const deadlineRule = z.strictObject({
  code,
  title: ruleText(120),
  advice: ruleText(500),
  kind: z.enum(deadlineKinds),
  /** What ends with it: permits that expire have a place of their own on the first screen. */
  concerns: z.literal('permit').optional(),
  actor: z.enum(actors),
  checkedOn: calendarDate,
  trigger: factKind,
  when: condition.optional(),
  /** Facts that settle it, dated not more than `daysBefore` before the fact that started it. */
  endedBy: z
    .strictObject({
      facts: z.array(factKind).min(1),
      daysBefore: z.int().min(0).max(1000).optional(),
    })
    .optional(),
  /** How long after its day it is still shown as overdue (or as possible). */
  shownDaysAfter: z.int().min(0).max(1000),
  versions: z.array(version).min(1),
});
export type DeadlineRule = z.infer<typeof deadlineRule>;

export const deadlineRuleFile = z.strictObject({ rules: z.array(deadlineRule).min(1) });

/** A coordinator's own decision about a rule: switched off, or with another number of days. */
export interface RuleChange {
  isOff: boolean;
  amount?: number | undefined;
}

/** Only a plain count can be changed: printed choices, ages and fixed days are not ours to move. */
export function canChangeAmount(rule: DeadlineRule): boolean {
  return rule.versions.every(({ term }) => 'amount' in term && term.choices === undefined);
}

/** The rule as this association uses it; undefined when it is switched off. */
export function ruleInUse(
  rule: DeadlineRule,
  change: RuleChange | undefined,
): DeadlineRule | undefined {
  if (change?.isOff) return undefined;
  const amount = change?.amount;
  if (amount === undefined || !canChangeAmount(rule)) return rule;
  return {
    ...rule,
    versions: rule.versions.map((one) =>
      'amount' in one.term ? { ...one, term: { ...one.term, amount } } : one,
    ),
  };
}
