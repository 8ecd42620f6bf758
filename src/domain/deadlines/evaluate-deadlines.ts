/*
 * Facts, rules and what people decided about them, made into deadlines with a day, a state and the reason
 * why they are there. Pure, so that the same facts on the same day always give the same list, and every row
 * of the rules can be tested by its worked date. What is computed is a suggestion; certainty says how firm.
 */
import { addDays, ageOn, type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import type { DeadlineRule, RuleVersion } from './deadline-rule.ts';
import {
  amountOf,
  type Clockwork,
  dueDate,
  FRESH_DAYS,
  reminderDates,
  versionOn,
} from './due-date.ts';
import type { FactKind } from './fact-kind.ts';
import { isClosedDay } from './working-days.ts';

export interface Fact {
  kind: FactKind;
  on: CalendarDate;
  /** Which row says so; with the day and the term it makes the key that marks are kept under. */
  source?: string | undefined;
  /** Set where somebody noted it here and can change it here. */
  row?: 'event' | 'task' | undefined;
  /** A code that comes with it, as the type of a reception stay. */
  code?: string | undefined;
  term?: number | undefined;
  agreedOn?: CalendarDate | undefined;
  /** What somebody wrote about it. */
  words?: string | undefined;
  note?: string | undefined;
  /** The day is not known for sure; the earliest possible one is used. */
  isEstimated?: boolean | undefined;
}

/** What the rules may ask about somebody; empty for the association itself. */
export interface Situation {
  legalStatus?: string | undefined;
  facts: readonly Fact[];
}

export const markStates = ['snoozed', 'done', 'notApplicable'] as const;
type MarkState = (typeof markStates)[number];

export interface Mark {
  rule: string;
  factKey: string;
  state: MarkState;
  /** First day on which a snoozed deadline is shown again. */
  until?: CalendarDate | undefined;
  doneOn?: CalendarDate | undefined;
  reason?: string | undefined;
}

export const deadlineStates = [
  'overdue',
  'upcoming',
  'ahead',
  'snoozed',
  'done',
  'notApplicable',
  'past',
] as const;
type DeadlineState = (typeof deadlineStates)[number];

export interface Deadline {
  rule: DeadlineRule;
  version: RuleVersion;
  fact: Fact;
  factKey: string;
  due: CalendarDate;
  daysLeft: number;
  /** The next day to look at it; absent when it is settled or its last reminder has passed. */
  nextReminder?: CalendarDate | undefined;
  state: DeadlineState;
  mark?: Mark | undefined;
  /** The day of the fact that settled it, where one did. */
  endedOn?: CalendarDate | undefined;
  /** The term that was assumed because nobody noted the one on the act. */
  assumedTerm?: number | undefined;
  fallsOnClosedDay: boolean;
  /** It was to be looked at on a day of the last weeks. */
  isFresh: boolean;
}

/** Changes with the day, the printed term and the row of the fact: what was said of the old one ends with it. */
export function factKeyOf(fact: Fact): string {
  const parts = [fact.kind, fact.source ?? '', fact.on, fact.term ?? '', fact.agreedOn ?? ''];
  return parts.join('|');
}

function holds(rule: DeadlineRule, fact: Fact, situation: Situation, today: CalendarDate): boolean {
  const { when } = rule;
  if (!when) return true;
  const has = (kind: FactKind) => situation.facts.some((one) => one.kind === kind);
  const { legalStatus } = situation;
  if (when.legalStatuses && !(legalStatus && when.legalStatuses.includes(legalStatus)))
    return false;
  if (when.factCodes && !(fact.code && when.factCodes.includes(fact.code))) return false;
  if (when.hasFact && !when.hasFact.every(has)) return false;
  if (when.lacksFact?.some(has)) return false;
  if (when.age === undefined) return true;
  const birth = situation.facts.find((one) => one.kind === 'birth');
  const isMinor = birth !== undefined && ageOn(birth.on, today) < 18;
  return when.age === 'minor' ? isMinor : !isMinor;
}

function endingOf(rule: DeadlineRule, fact: Fact, situation: Situation): CalendarDate | undefined {
  const { endedBy } = rule;
  if (!endedBy) return undefined;
  const earliest = addDays(fact.on, -(endedBy.daysBefore ?? 0));
  return situation.facts
    .filter((one) => one !== fact && endedBy.facts.includes(one.kind) && one.on >= earliest)
    .map((one) => one.on)
    .sort()[0];
}

interface Course {
  rule: DeadlineRule;
  due: CalendarDate;
  reminders: readonly CalendarDate[];
  mark: Mark | undefined;
  endedOn: CalendarDate | undefined;
}

function stateOf(
  { rule, due, reminders, mark, endedOn }: Course,
  today: CalendarDate,
): DeadlineState {
  if (mark?.state === 'done' || mark?.state === 'notApplicable') return mark.state;
  if (endedOn !== undefined) return 'done';
  if (daysBetween(due, today) > rule.shownDaysAfter) return 'past';
  if (mark?.state === 'snoozed' && mark.until !== undefined && mark.until > today) return 'snoozed';
  if (due < today) return rule.kind === 'term' ? 'overdue' : 'upcoming';
  return due === today || (reminders[0] ?? due) <= today ? 'upcoming' : 'ahead';
}

const SETTLED: readonly DeadlineState[] = ['done', 'notApplicable', 'past'];

function deadlineOf(
  rule: DeadlineRule,
  fact: Fact,
  situation: Situation,
  { marks, ...clockwork }: Clockwork & { marks: readonly Mark[] },
): Deadline | undefined {
  const version = versionOn(rule, fact.on);
  if (!version || !holds(rule, fact, situation, clockwork.today)) return undefined;
  const { today, holidays } = clockwork;
  const due = dueDate(rule, version, fact, clockwork);
  const { term } = version;
  // These come again or are moved by a new law without any change of the fact.
  const isFixed = term.unit === 'yearly' || term.unit === 'date';
  const factKey = isFixed ? `${fact.kind}|${due}` : factKeyOf(fact);
  const mark = marks.find((one) => one.rule === rule.code && one.factKey === factKey);
  const startedBy = isFixed && term.unit === 'yearly' ? { ...fact, on: addDays(due, -330) } : fact;
  const endedOn = endingOf(rule, startedBy, situation);
  const reminders = reminderDates(version, fact, due);
  const state = stateOf({ rule, due, reminders, mark, endedOn }, today);
  const snoozedUntil = state === 'snoozed' ? mark?.until : undefined;
  const next = snoozedUntil ?? reminders.find((day) => day > today);
  // Days are read off a notified act; a choice of months is the usual case and its exception, and doubts nothing.
  const isAssumed =
    term.unit === 'days' && term.choices && fact.agreedOn === undefined && fact.term === undefined;
  return {
    rule,
    version,
    fact,
    factKey,
    due,
    daysLeft: daysBetween(today, due),
    nextReminder: SETTLED.includes(state) ? undefined : next,
    state,
    mark,
    endedOn,
    assumedTerm: isAssumed ? amountOf(term, fact) : undefined,
    // Asked for few of them, and Easter takes its time.
    get fallsOnClosedDay() {
      return isClosedDay(due, holidays);
    },
    isFresh: [...reminders, due].some(
      (day) => day <= today && daysBetween(day, today) <= FRESH_DAYS,
    ),
  };
}

interface Evaluation extends Clockwork {
  marks: readonly Mark[];
  /** Leaves out what cannot matter now, before anything is computed of it. */
  mayMatter?: (rule: DeadlineRule, fact: Fact) => boolean;
}

/** All deadlines of somebody (or of the association), the nearest first; settled ones too. */
export function evaluateDeadlines(
  rules: readonly DeadlineRule[],
  situation: Situation,
  { mayMatter, ...options }: Evaluation,
): Deadline[] {
  const byKind = new Map<FactKind, Fact[]>();
  for (const fact of situation.facts) {
    const known = byKind.get(fact.kind);
    if (known) known.push(fact);
    else byKind.set(fact.kind, [fact]);
  }
  const deadlines: Deadline[] = [];
  for (const rule of rules) {
    for (const fact of byKind.get(rule.trigger) ?? []) {
      if (mayMatter && !mayMatter(rule, fact)) continue;
      const deadline = deadlineOf(rule, fact, situation, options);
      if (deadline) deadlines.push(deadline);
    }
  }
  return deadlines.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Near, late, or far away and just remembered. */
export function isShownToday({ state, daysLeft, isFresh }: Deadline, ahead: number): boolean {
  if (state === 'overdue') return true;
  if (state === 'ahead') return daysLeft <= ahead;
  return state === 'upcoming' && (isFresh || (daysLeft >= 0 && daysLeft <= ahead));
}
