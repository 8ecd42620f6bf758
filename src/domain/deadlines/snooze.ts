/*
 * Until when something due may be put off. A term that somebody put off for a month in a full week, and that ended
 * meanwhile, would be lost without a word: whatever lies ahead comes back on its own day at the latest.
 */
import { addDays, addMonths, type CalendarDate } from '../dates/calendar-date.ts';

const snoozeSteps = ['tomorrow', 'threeDays', 'week', 'month'] as const;

interface Snooze {
  step: (typeof snoozeSteps)[number] | 'dueDay';
  until: CalendarDate;
}

const dayOf: Record<(typeof snoozeSteps)[number], (today: CalendarDate) => CalendarDate> = {
  tomorrow: (today) => addDays(today, 1),
  threeDays: (today) => addDays(today, 3),
  week: (today) => addDays(today, 7),
  month: (today) => addMonths(today, 1),
};

/** The day that was asked for, or the day it is due where that comes first; what is late may wait longer. */
export const snoozedUntil = (
  asked: CalendarDate,
  { due, today }: { due: CalendarDate; today: CalendarDate },
): CalendarDate => (due > today && due < asked ? due : asked);

/** What is offered: the usual steps that end before its day, and that day itself. */
export function snoozesFor(due: CalendarDate, today: CalendarDate): Snooze[] {
  const usual = snoozeSteps.map((step) => ({ step, until: dayOf[step](today) }));
  if (due <= today) return usual;
  const before = usual.filter(({ until }) => until < due);
  return before.length === usual.length ? usual : [...before, { step: 'dueDay', until: due }];
}
