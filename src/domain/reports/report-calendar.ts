/*
 * When a programme owes its reports. A grant says "every three months, within fifteen days"; a report that is late
 * holds up the instalment that pays the rent of those it is about. Periods are counted from the day the programme
 * began, and the last one ends with it.
 */
import { addDays, addMonths, type CalendarDate } from '../dates/calendar-date.ts';

interface ReportRhythm {
  /** Months between two reports; absent: one, at the end. */
  everyMonths?: number | undefined;
  /** Days after the end of the period within which it is sent. */
  withinDays: number;
}

interface ReportDue {
  from: CalendarDate;
  to: CalendarDate;
  dueOn: CalendarDate;
}

/** No programme runs longer than this many periods; without an end they are counted as far as is asked. */
const MOST_PERIODS = 400;

/** Reports due up to a day, oldest first. `to` absent: a programme without an end owes no last report. */
export function reportsDue(
  { everyMonths, withinDays }: ReportRhythm,
  programme: { from: CalendarDate; to?: CalendarDate | undefined },
  until: CalendarDate,
): ReportDue[] {
  const { from, to: end } = programme;
  const due = (first: CalendarDate, last: CalendarDate): ReportDue => ({
    from: first,
    to: last,
    dueOn: addDays(last, withinDays),
  });
  if (everyMonths === undefined) {
    return end === undefined ? [] : [due(from, end)].filter(({ dueOn }) => dueOn <= until);
  }
  const found: ReportDue[] = [];
  for (let at = 0; at < MOST_PERIODS; at += 1) {
    const first = addMonths(from, at * everyMonths);
    if (end !== undefined && first > end) break;
    const whole = addDays(addMonths(from, (at + 1) * everyMonths), -1);
    const one = due(first, end !== undefined && end < whole ? end : whole);
    if (one.dueOn > until) break;
    found.push(one);
  }
  return found;
}
