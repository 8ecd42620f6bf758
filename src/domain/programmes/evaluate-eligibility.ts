/*
 * Whether somebody may join a programme on a day, as its rules say: yes, no and by which rule, or not known and
 * which fact is missing. "Not known" is an answer of its own: a missing exit date is something a desk can ask
 * for tomorrow, and a person must not be turned away for a gap in our papers. Nothing is decided here; a
 * coordinator may decide otherwise, with a reason, and is counted apart (domain dossier 1.0).
 */
import { addMonths, type CalendarDate, partsOf } from '../dates/calendar-date.ts';
import { agesOn, type PartialDate, rangeOf } from '../dates/partial-date.ts';
import { type Amount, type RuleSet, type RuleTest, rulesOf } from './eligibility-rule.ts';
import type { Answer, FactName, ProgrammeFacts } from './programme-fact.ts';

export interface Situation {
  facts: ProgrammeFacts;
  /** The reference day; stored with the result. */
  on: CalendarDate;
  /** Values of the template's parameters, by code. */
  parameters: Readonly<Record<string, number>>;
}

export interface Eligibility {
  outcome: 'eligible' | 'notEligible' | 'missing';
  /** Codes of the rules that say no. */
  failed: string[];
  /** Facts without which it cannot be said. */
  missing: FactName[];
  /** Codes of rules that only warn, and do. */
  warnings: string[];
}

/** `unknown` names what is missing. */
type Verdict = { value: true } | { value: false; failed: string[] } | { unknown: FactName[] };

const yes: Verdict = { value: true };
const verdict = (holds: boolean): Verdict => (holds ? yes : { value: false, failed: [] });
const unknown = (...facts: FactName[]): Verdict => ({ unknown: facts });

function amountOf(amount: Amount, { parameters }: Situation): number {
  if (typeof amount === 'number') return amount;
  const value = parameters[amount.parameter];
  if (value === undefined) throw new Error(`no parameter ${amount.parameter}`);
  return value;
}

/** Papers with an assigned day are what offices go by; a partly known birth may leave the answer open. */
function ageVerdict(
  is: RuleTest & { test: 'age' },
  birth: PartialDate | undefined,
  situation: Situation,
): Verdict {
  if (!birth) return unknown('birth');
  let { on } = situation;
  if (is.on) {
    const answer = situation.facts.answers?.[is.on.answer];
    if (typeof answer !== 'string') return unknown(`answer:${is.on.answer}`);
    on = answer;
  }
  const from = is.from === undefined ? 0 : amountOf(is.from, situation);
  const to = is.to === undefined ? Number.POSITIVE_INFINITY : amountOf(is.to, situation);
  const { min, max } = agesOn(birth, on);
  if (min >= from && max <= to) return yes;
  return max < from || min > to ? verdict(false) : unknown('birth');
}

function bornInVerdict(years: readonly number[], birth: PartialDate | undefined): Verdict {
  if (!birth) return unknown('birth');
  const { earliest, latest } = rangeOf(birth);
  const [first, last] = [partsOf(earliest).year, partsOf(latest).year];
  const possible = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const fitting = possible.filter((year) => years.includes(year)).length;
  if (fitting === possible.length) return yes;
  return fitting === 0 ? verdict(false) : unknown('birth');
}

function answerVerdict(
  question: string,
  { facts }: Situation,
  holds: (answer: Answer) => boolean,
): Verdict {
  const answer = facts.answers?.[question];
  return answer === undefined ? unknown(`answer:${question}`) : verdict(holds(answer));
}

function verdictOf(is: RuleTest, situation: Situation): Verdict {
  const { facts, on } = situation;
  switch (is.test) {
    case 'codeIn': {
      const value = facts[is.fact];
      return value === undefined ? unknown(is.fact) : verdict(is.codes.includes(value));
    }
    case 'is': {
      const value = facts[is.fact];
      return value === undefined ? unknown(is.fact) : verdict(value === is.value);
    }
    case 'age':
      return ageVerdict(is, facts.birth, situation);
    case 'bornIn':
      return bornInVerdict(is.years, facts.birth);
    case 'known':
      return facts[is.fact] === undefined ? unknown(is.fact) : yes;
    case 'withinMonthsOf': {
      const day = facts[is.fact];
      if (day === undefined) return unknown(is.fact);
      return verdict(on <= addMonths(day, amountOf(is.months, situation)));
    }
    case 'lastsMonths': {
      const [from, to] = [facts[is.from], facts[is.to]];
      if (from === undefined) return unknown(is.from);
      if (to === undefined) return unknown(is.to);
      return verdict(addMonths(from, amountOf(is.months, situation)) <= to);
    }
    case 'answerIs':
      return answerVerdict(is.question, situation, (answer) => answer === is.value);
    case 'answerIn':
      return answerVerdict(is.question, situation, (answer) => is.codes.includes(String(answer)));
    case 'answerAtLeast':
      return answerVerdict(is.question, situation, (answer) => Number(answer) >= is.value);
    case 'answerAtMost':
      return answerVerdict(is.question, situation, (answer) => Number(answer) <= is.value);
  }
}

const failedIn = (verdicts: Verdict[]) =>
  verdicts.flatMap((one) => ('value' in one && !one.value ? one.failed : []));
const unknownIn = (verdicts: Verdict[]) =>
  verdicts.flatMap((one) => ('unknown' in one ? one.unknown : []));

function evaluateSet(set: RuleSet, situation: Situation): Verdict {
  if ('rule' in set) {
    if (set.rule.isWarning) return yes;
    const found = verdictOf(set.rule.is, situation);
    return 'value' in found && !found.value ? { value: false, failed: [set.rule.code] } : found;
  }
  if ('not' in set) {
    const found = evaluateSet(set.not, situation);
    if ('unknown' in found) return found;
    return found.value ? { value: false, failed: rulesOf(set.not).map(({ code }) => code) } : yes;
  }
  const verdicts = ('all' in set ? set.all : set.any).map((one) => evaluateSet(one, situation));
  const isTrue = (one: Verdict) => 'value' in one && one.value;
  const failed = failedIn(verdicts);
  const missing = unknownIn(verdicts);
  if ('all' in set) {
    if (failed.length > 0) return { value: false, failed };
    return missing.length > 0 ? unknown(...missing) : yes;
  }
  if (verdicts.some(isTrue)) return yes;
  return missing.length > 0 ? unknown(...missing) : { value: false, failed };
}

function warningsOf(set: RuleSet, situation: Situation): string[] {
  return rulesOf(set)
    .filter((rule) => rule.isWarning)
    .filter((rule) => {
      const found = verdictOf(rule.is, situation);
      return 'value' in found && !found.value;
    })
    .map(({ code }) => code);
}

/** @throws Error when a rule names a parameter that has no value: templates are checked for that when read. */
export function evaluateEligibility(set: RuleSet, situation: Situation): Eligibility {
  const found = evaluateSet(set, situation);
  const warnings = warningsOf(set, situation);
  if ('unknown' in found) {
    return { outcome: 'missing', failed: [], missing: [...new Set(found.unknown)], warnings };
  }
  if (found.value) return { outcome: 'eligible', failed: [], missing: [], warnings };
  return { outcome: 'notEligible', failed: [...new Set(found.failed)], missing: [], warnings };
}
