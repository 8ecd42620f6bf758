import type { Condition } from '#domain/lists/condition.ts';
import { ownSelf } from '#domain/lists/filter-field.ts';

/** The two questions of every day have a box of their own beside the search. */
const quickConditions = {
  onlyMine: { field: 'worker', is: 'anyOf', values: [ownSelf] },
  showClosed: { field: 'caseState', is: 'anyOf', values: ['open', 'closed'] },
} as const satisfies Record<string, Condition>;

export type QuickCondition = keyof typeof quickConditions;

const isSame = (one: Condition, other: Condition) => JSON.stringify(one) === JSON.stringify(other);

export const hasQuick = (conditions: readonly Condition[], key: QuickCondition): boolean =>
  conditions.some((one) => isSame(one, quickConditions[key] as Condition));

export function withQuick(
  conditions: readonly Condition[],
  key: QuickCondition,
  isOn: boolean,
): Condition[] {
  const quick = quickConditions[key] as Condition;
  const others = conditions.filter((one) => !isSame(one, quick));
  return isOn ? [...others, quick] : others;
}

/** Those that are shown as a line of words, with their place among all. */
export function spelledOut(conditions: readonly Condition[]) {
  const quick = Object.values(quickConditions) as Condition[];
  return conditions
    .map((one, index) => ({ condition: one, index }))
    .filter(({ condition }) => !quick.some((other) => isSame(other, condition)));
}
