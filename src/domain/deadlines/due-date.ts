/*
 * From a fact and a term to the day it falls on. Months end on the last day of a shorter month and somebody
 * born on 29 February comes of age on 28 February, because the earlier day is the safe one. Terms are never
 * moved behind a Sunday or a holiday: no source we follow allows it for all of them, so the page says that
 * offices are shut instead. Hours are counted in days, since nobody notes the minute of a notification.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysInMonth,
  partsOf,
  toCalendarDate,
} from '../dates/calendar-date.ts';
import type { CountedUnit, DeadlineRule, Reminder, RuleVersion, Term } from './deadline-rule.ts';
import { addWorkingDays, type Holidays } from './working-days.ts';

/** For so long a reminder of something far away stays in sight; then it rests until the next one. */
export const FRESH_DAYS = 30;

export interface Clockwork {
  today: CalendarDate;
  holidays: Holidays;
}

export interface DatedFact {
  on: CalendarDate;
  /** The term printed on the act, where somebody has read it. */
  term?: number | undefined;
  /** A day that was agreed on, and counts instead of the usual term. */
  agreedOn?: CalendarDate | undefined;
}

/** The version of the rule that was in force on the day of the fact. */
export function versionOn(rule: DeadlineRule, on: CalendarDate): RuleVersion | undefined {
  return rule.versions.find(
    ({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on),
  );
}

/** How much the term counts: as printed, or the cautious amount of the rule. */
export function amountOf(term: Extract<Term, { amount: number }>, fact: DatedFact): number {
  const printed = fact.term;
  return printed !== undefined && term.choices?.includes(printed) ? printed : term.amount;
}

/** The last such day of the year that is not past for longer than `shownDaysAfter`, or the next one. */
function yearlyDate(
  { month, day }: { month: number; day: number },
  from: CalendarDate,
): CalendarDate {
  const inYear = (year: number) =>
    toCalendarDate({ year, month, day: Math.min(day, daysInMonth(year, month)) });
  const { year } = partsOf(from);
  return inYear(year) >= from ? inYear(year) : inYear(year + 1);
}

export function dueDate(
  rule: DeadlineRule,
  { term }: RuleVersion,
  fact: DatedFact,
  { today, holidays }: Clockwork,
): CalendarDate {
  if (fact.agreedOn !== undefined) return fact.agreedOn;
  switch (term.unit) {
    case 'days':
      return addDays(fact.on, amountOf(term, fact));
    case 'hours':
      return addDays(fact.on, Math.floor(amountOf(term, fact) / 24));
    case 'workingDays':
      return addWorkingDays(fact.on, amountOf(term, fact), holidays);
    case 'months':
      return addMonths(fact.on, amountOf(term, fact));
    case 'years':
      return addMonths(fact.on, amountOf(term, fact) * 12);
    case 'age': {
      const birthday = addMonths(fact.on, term.years * 12);
      return addDays(addMonths(birthday, term.plusMonths ?? 0), term.plusDays ?? 0);
    }
    case 'date':
      return term.on;
    case 'yearly':
      return yearlyDate(term, addDays(today, -rule.shownDaysAfter));
  }
}

function reminderDate(one: Reminder, fact: DatedFact, due: CalendarDate): CalendarDate {
  const start = one.from === 'fact' ? fact.on : due;
  return addDays(addMonths(start, one.months ?? 0), one.days ?? 0);
}

/** The days on which the deadline should be looked at, in order. */
export function reminderDates(
  { reminders }: RuleVersion,
  fact: DatedFact,
  due: CalendarDate,
): CalendarDate[] {
  return [...new Set(reminders.map((one) => reminderDate(one, fact, due)))].sort();
}

export interface Window {
  from: CalendarDate;
  to: CalendarDate;
}

interface Span {
  shortest: number;
  longest: number;
}

const NO_TIME: Span = { shortest: 0, longest: 0 };
const AVERAGE_MONTH = 30.44;
/** Months and years of the calendar drift from the average by less than this, at either end. */
const DRIFT_DAYS = 4;
/** Sundays, and the holidays that Christmas or Easter put in a row. */
const MOST_DAYS_PER_WORKING_DAY = 1.6;
const HOLIDAYS_TOGETHER = 10;

const around = (days: number): Span => ({
  shortest: Math.floor(days) - DRIFT_DAYS,
  longest: Math.ceil(days) + DRIFT_DAYS,
});

const monthsAround = (months: number): Span =>
  months === 0 ? NO_TIME : around(months * AVERAGE_MONTH);

function spanOfAmount(unit: CountedUnit, amount: number): Span {
  switch (unit) {
    case 'days':
      return { shortest: amount, longest: amount };
    case 'hours':
      return { shortest: Math.floor(amount / 24), longest: Math.floor(amount / 24) };
    case 'workingDays':
      return {
        shortest: amount,
        longest: Math.ceil(amount * MOST_DAYS_PER_WORKING_DAY) + HOLIDAYS_TOGETHER,
      };
    case 'months':
      return monthsAround(amount);
    case 'years':
      return monthsAround(amount * 12);
  }
}

/** How many days after the fact its day falls, at the earliest and at the latest. */
function spanOf(term: Term): Span | undefined {
  if (term.unit === 'date' || term.unit === 'yearly') return undefined;
  if (term.unit === 'age') {
    const months = (term.plusMonths ?? 0) * AVERAGE_MONTH;
    return around(term.years * 365.25 + months + (term.plusDays ?? 0));
  }
  const { unit, amount, choices = [] } = term;
  const spans = [amount, ...choices].map((one) => spanOfAmount(unit, one));
  return {
    shortest: Math.min(...spans.map((one) => one.shortest)),
    longest: Math.max(...spans.map((one) => one.longest)),
  };
}

/** Where a fact lies whose day, so long after it, is one of the wanted. */
const before = (wanted: Window, { shortest, longest }: Span): Window => ({
  from: addDays(wanted.from, -longest),
  to: addDays(wanted.to, -shortest),
});

/**
 * Between which days a fact must lie for the rule to be shown today or within `ahead` days: its day is near, or
 * late and not dropped yet, or a reminder is fresh. Somewhat more than that, because months are not equally
 * long: it only keeps the register from reading facts that cannot matter. Undefined where any fact may.
 */
export function factWindows(
  rule: DeadlineRule,
  today: CalendarDate,
  ahead: number,
): Window[] | undefined {
  const late = rule.kind === 'term' ? rule.shownDaysAfter : FRESH_DAYS;
  const near: Window = { from: addDays(today, -late), to: addDays(today, ahead) };
  const fresh: Window = { from: addDays(today, -FRESH_DAYS), to: today };
  const windows: Window[] = [];
  for (const { term, reminders } of rule.versions) {
    const span = spanOf(term);
    if (!span) return undefined;
    windows.push(before(near, span));
    for (const { from, months = 0, days = 0 } of reminders) {
      const start = from === 'fact' ? NO_TIME : span;
      const lead = monthsAround(months);
      const shortest = start.shortest + lead.shortest + days;
      windows.push(before(fresh, { shortest, longest: start.longest + lead.longest + days }));
    }
  }
  return joined(windows);
}

/** The same days in as few windows as they need. */
function joined(windows: Window[]): Window[] {
  const apart: Window[] = [];
  for (const { from, to } of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else apart.push({ from, to });
  }
  return apart;
}
