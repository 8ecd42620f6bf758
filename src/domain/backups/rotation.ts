/*
 * Which copies to keep: the last few, so that a mistake noticed next week can be undone, and one a month for
 * half a year, so that one noticed late can be too. Older ones go, because whoever was erased from the
 * register is still in them (GDPR, art. 17). The newest copy always stays.
 */
import type { CalendarDate } from '../dates/calendar-date.ts';

const keptLast = 7;
const keptMonths = 6;

/**
 * After so many days a copy that holds somebody who was erased, or opens with passphrases of people who left, has to
 * be destroyed. Until then it may be the only one from which something lost can come back.
 */
export const destroyAfterDays = 90;

/** A copy of a register, with the day it was made. */
export interface DatedBackup {
  id: string;
  madeOn: CalendarDate;
}

/** `newestFirst`: newest first. The ids of those to take away. */
export function backupsToRemove(newestFirst: readonly DatedBackup[]): string[] {
  const kept = new Set(newestFirst.slice(0, keptLast).map(({ id }) => id));
  const months = new Set<string>();
  for (const { id, madeOn } of newestFirst) {
    const month = madeOn.slice(0, 7);
    if (months.has(month) || months.size === keptMonths) continue;
    months.add(month);
    kept.add(id);
  }
  return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}
