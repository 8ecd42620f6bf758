import type { CalendarDate } from '../dates/calendar-date.ts';
import type { AssessmentDetails, DomainScore } from './assessment.ts';

export interface LevelPoint {
  on: CalendarDate;
  level: number;
}

/** The way of one domain through the assessments, oldest first; `points` is never empty. */
export interface DomainProgress {
  domain: string;
  points: LevelPoint[];
  entry: LevelPoint;
  latest: LevelPoint & { words?: string | undefined; wantsGoal: boolean };
  /** Steps gained or lost since the entry. */
  change: number;
}

/** Expects completed assessments, oldest first; a domain is in the result once it was scored. */
export function progressByDomain(
  assessments: Pick<AssessmentDetails, 'assessedOn' | 'scores'>[],
): Map<string, DomainProgress> {
  const found = new Map<string, DomainProgress>();
  for (const { assessedOn, scores } of assessments) {
    for (const score of scores) found.set(score.domain, withScore(found, assessedOn, score));
  }
  return found;
}

function withScore(
  found: Map<string, DomainProgress>,
  on: CalendarDate,
  { domain, level, words, wantsGoal }: DomainScore,
): DomainProgress {
  const before = found.get(domain);
  const point = { on, level };
  const entry = before?.entry ?? point;
  return {
    domain,
    points: [...(before?.points ?? []), point],
    entry,
    latest: { ...point, words, wantsGoal },
    change: level - entry.level,
  };
}
