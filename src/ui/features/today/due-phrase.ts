/** Which words say how far a day is: `daysLeft` is negative when it has passed. */
export type DueKey = 'daysAgo' | 'dueToday' | 'dueTomorrow' | 'inDays';

export function dueKeyOf(daysLeft: number): DueKey {
  if (daysLeft < 0) return 'daysAgo';
  if (daysLeft === 0) return 'dueToday';
  return daysLeft === 1 ? 'dueTomorrow' : 'inDays';
}

export const dueGroups = ['overdue', 'soon', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

export function dueGroupOf(daysLeft: number): DueGroup {
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= 7 ? 'soon' : 'later';
}
