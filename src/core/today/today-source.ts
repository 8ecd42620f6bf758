import type { TodayItem, WhoseWork } from '#api/today.ts';
import { type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { dueGroupOf } from '#domain/today/due-group.ts';
import type { CoreContext, Db } from '../context.ts';

export interface TodayQuestion {
  context: CoreContext;
  db: Db;
  today: CalendarDate;
  /** Last day that is looked at. */
  until: CalendarDate;
  whose: WhoseWork;
}

/** One reason to look at something today. A feature adds a file here and a line in `today-sources.ts`. */
export type TodaySource = (question: TodayQuestion) => Promise<TodayItem[]>;

type Given = Omit<TodayItem, 'daysLeft' | 'group' | 'about'> & {
  about?: string | null | undefined;
};

/** Puts an item into its place in time. */
export function todayItem(
  today: CalendarDate,
  { about, ...given }: Given,
  more: { opens?: boolean; isAppointment?: boolean } = {},
): TodayItem {
  const daysLeft = daysBetween(today, given.due);
  return {
    ...given,
    daysLeft,
    group: dueGroupOf({ daysLeft, ...more }),
    ...(about ? { about } : {}),
  };
}
