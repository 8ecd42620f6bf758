import type { Activity } from '#api/activities.ts';
import { type CountedGroup, countedGroups } from '#domain/activities/activity.ts';

export const measures = ['people', 'useful', 'usesSkills'] as const;
export type Measure = (typeof measures)[number];

/** Numbers as they are typed, by `sex band origin`, and of forms by the step of the scale. */
export interface CountsDraft {
  groups: Record<string, Partial<Record<Measure, number>>>;
  scores: Record<string, number | undefined>;
}

export const groupKey = ({ sex, band, origin }: Pick<CountedGroup, 'sex' | 'band' | 'origin'>) =>
  `${sex} ${band} ${origin}`;

export function draftOfCounts({ counts, scores }: Activity): CountsDraft {
  return {
    groups: Object.fromEntries(
      counts.map(({ people, useful, usesSkills, ...group }) => [
        groupKey(group),
        { people, useful, usesSkills },
      ]),
    ),
    scores: Object.fromEntries(scores.map(({ score, forms }) => [String(score), forms])),
  };
}

/** Undefined where more people answered than came. */
export function readCounts(draft: CountsDraft) {
  const groups = Object.entries(draft.groups).map(([key, numbers]) => {
    const [sex, band, origin] = key.split(' ');
    const { people = 0, useful = 0, usesSkills = 0 } = numbers;
    return { sex, band, origin, people, useful, usesSkills };
  });
  const read = countedGroups.safeParse(groups);
  if (!read.success) return undefined;
  const scores = Object.entries(draft.scores).flatMap(([score, forms]) =>
    forms ? [{ score: Number(score), forms }] : [],
  );
  return { counts: read.data, scores };
}

export const sumOf = ({ groups }: CountsDraft, measure: Measure): number =>
  Object.values(groups).reduce((sum, numbers) => sum + (numbers[measure] ?? 0), 0);
