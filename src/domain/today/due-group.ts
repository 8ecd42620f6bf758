/** How the list of Today is cut: what is late, what is for today, then ever further away. */
export const dueGroups = ['overdue', 'today', 'week', 'month', 'ahead'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Nothing further away is shown, unless a reminder asks to prepare it. */
export const LOOK_AHEAD_DAYS = 30;
const WEEK_DAYS = 7;

interface Due {
  daysLeft: number;
  /** From its day on it is possible; it is never late. */
  opens?: boolean;
  /** It happened on its day; afterwards one asks how it went, today. */
  isAppointment?: boolean;
}

export function dueGroupOf({ daysLeft, opens, isAppointment }: Due): DueGroup {
  if (daysLeft < 0) return opens ? 'ahead' : isAppointment ? 'today' : 'overdue';
  if (daysLeft === 0) return 'today';
  if (daysLeft <= WEEK_DAYS) return 'week';
  return daysLeft <= LOOK_AHEAD_DAYS ? 'month' : 'ahead';
}
