/** Which words say how far a day is: `daysLeft` is negative when it has passed. */
export type DueKey = 'daysAgo' | 'dueToday' | 'dueTomorrow' | 'inDays';

export function dueKeyOf(daysLeft: number): DueKey {
  if (daysLeft < 0) return 'daysAgo';
  if (daysLeft === 0) return 'dueToday';
  return daysLeft === 1 ? 'dueTomorrow' : 'inDays';
}
