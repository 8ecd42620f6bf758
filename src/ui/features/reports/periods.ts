import {
  addDays,
  type CalendarDate,
  partsOf,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';

export interface ReportPeriod {
  from: CalendarDate;
  to: CalendarDate;
}

export const quickPeriods = ['thisQuarter', 'lastQuarter', 'thisYear'] as const;
export type QuickPeriod = (typeof quickPeriods)[number];

function quarter(year: number, index: number): ReportPeriod {
  const from = toCalendarDate({ year, month: index * 3 + 1, day: 1 });
  const nextYear = index === 3 ? year + 1 : year;
  const next = toCalendarDate({ year: nextYear, month: ((index + 1) % 4) * 3 + 1, day: 1 });
  return { from, to: addDays(next, -1) };
}

/** Whole calendar quarters and years, as funders ask for them; their last days may lie ahead. */
export function quickPeriodOn(name: QuickPeriod, today: CalendarDate): ReportPeriod {
  const { year, month } = partsOf(today);
  const index = Math.floor((month - 1) / 3);
  if (name === 'thisYear') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (name === 'thisQuarter') return quarter(year, index);
  return index === 0 ? quarter(year - 1, 3) : quarter(year, index - 1);
}
