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
import type { DeadlineRule, Reminder, RuleVersion, Term } from './deadline-rule.ts';
import { addWorkingDays, type Holidays } from './working-days.ts';

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

const AVERAGE_MONTH = 30.44;

function spanOf(term: Term): { shortest: number; longest: number } | undefined {
  const around = (days: number, slack: number) => ({
    shortest: Math.floor(days - slack),
    longest: Math.ceil(days + slack),
  });
  switch (term.unit) {
    case 'age':
      return around(term.years * 365.25 + (term.plusMonths ?? 0) * 31 + (term.plusDays ?? 0), 35);
    case 'date':
    case 'yearly':
      return undefined;
    default: {
      const all = [term.amount, ...(term.choices ?? [])];
      const days = {
        days: 1,
        workingDays: 1.6,
        hours: 1 / 24,
        months: AVERAGE_MONTH,
        years: 365.25,
      };
      const spans = all.map((amount) => amount * days[term.unit]);
      return {
        shortest: Math.floor(Math.min(...spans) - 15),
        longest: Math.ceil(Math.max(...spans) + 15),
      };
    }
  }
}

/**
 * Between which days a fact must lie for the rule to matter today or within `ahead` days. Generous at both
 * ends: it only keeps the register from reading facts that cannot matter. Undefined where any fact may.
 */
export function factWindow(
  rule: DeadlineRule,
  today: CalendarDate,
  ahead: number,
): Window | undefined {
  const windows = rule.versions.map((version) => {
    const span = spanOf(version.term);
    if (!span) return undefined;
    const leads = version.reminders.map((one) => {
      const start = one.from === 'fact' ? span.longest : 0;
      return start - (one.days ?? 0) - (one.months ?? 0) * AVERAGE_MONTH;
    });
    const lead = Math.ceil(Math.max(ahead, ...leads)) + 2;
    return {
      from: addDays(today, -rule.shownDaysAfter - span.longest),
      to: addDays(today, lead - span.shortest),
    };
  });
  return windows.reduce((one, other) => one && other && widest(one, other));
}

function widest(one: Window, other: Window): Window {
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}
