import type { DuePlan } from '#api/plans.ts';
import { overdueActions } from '../plans/due-plans.ts';
import { openAmong } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** What was agreed in a plan and its day has passed: one line a plan, by the oldest of its actions. */
export const actionsOverdue: TodaySource = async (question) => {
  const { db, today } = question;
  const actions = await overdueActions(db, today);
  const people = await openAmong(
    question,
    actions.map((one) => one.personId),
  );
  const byPlan = new Map<string, DuePlan[]>();
  for (const action of actions) {
    if (!people.has(action.personId)) continue;
    byPlan.set(action.planId, [...(byPlan.get(action.planId) ?? []), action]);
  }
  return [...byPlan].flatMap(([planId, [first, ...others]]) =>
    first
      ? [
          todayItem(today, {
            key: `actions-${planId}`,
            section: 'due',
            kind: 'actionOverdue',
            personId: first.personId,
            listedName: first.listedName,
            due: first.due,
            opens: { page: 'plan', id: planId },
            about: others.length > 0 ? `${first.about} (+${others.length})` : first.about,
          }),
        ]
      : [],
  );
};
