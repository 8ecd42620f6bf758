/*
 * From which day a report that is refused for too few people becomes possible. Looked up where the register
 * already has the days after the period; otherwise reckoned from how many came in the last half year, and said
 * to be an estimate. Without an answer people would try day after day, and each try is a temptation.
 */
import {
  type Release as CountedRelease,
  findRefusals,
  type SentRelease,
} from '#disclosure/release.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { type Period, smallestShownCount, wasOpenDuring } from '#domain/reports/summary.ts';
import type { Db } from '../context.ts';
import { openFiles } from './open-files.ts';

const DAYS_OF_PACE = 180;
const DAYS_AHEAD = 730;

export interface PossibleFrom {
  date: CalendarDate;
  isEstimate: boolean;
}

/** `missing`: how many people more it takes. Undefined where nobody came in the last half year. */
export async function whenPossible(
  db: Db,
  period: Period,
  { sent, missing, today }: { sent: readonly SentRelease[]; missing: number; today: CalendarDate },
): Promise<PossibleFrom | undefined> {
  const files = await openFiles(db);
  const isPossible = (to: CalendarDate) => {
    const total = files.filter((file) => wasOpenDuring(file, { from: period.from, to })).length;
    const release: CountedRelease = {
      id: 'later',
      from: period.from,
      to,
      threshold: smallestShownCount,
      cells: { ALL: total },
      relations: [],
    };
    return total >= 2 * smallestShownCount && findRefusals(release, sent).length === 0;
  };
  for (let to = addDays(period.to, 1); to <= today; to = addDays(to, 1)) {
    if (isPossible(to)) return { date: to, isEstimate: false };
  }
  const since = addDays(today, -DAYS_OF_PACE);
  const came = files.filter(({ openedOn }) => openedOn > since && openedOn <= today).length;
  if (came === 0) return undefined;
  const days = Math.ceil((missing * DAYS_OF_PACE) / came);
  if (days > DAYS_AHEAD) return undefined;
  return { date: addDays(today, days), isEstimate: true };
}
