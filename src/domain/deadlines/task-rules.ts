import type { DeadlineRule } from './deadline-rule.ts';

/** Deadlines of one's own and people to call back, as rules, so that they are marked like all the others. */
function taskRule(code: 'ownDeadline' | 'callBack', remindDaysBefore: number): DeadlineRule {
  return {
    code,
    title: { it: code, en: code },
    advice: { it: code, en: code },
    kind: 'term',
    actor: 'association',
    checkedOn: '2026-11-21',
    trigger: code,
    shownDaysAfter: 1000,
    versions: [
      {
        source: code,
        certainty: 'settled',
        term: { unit: 'days', amount: 0 },
        reminders: [{ from: 'due', days: -remindDaysBefore }],
      },
    ],
  };
}

export const taskRules: readonly DeadlineRule[] = [
  taskRule('ownDeadline', 7),
  taskRule('callBack', 0),
];
