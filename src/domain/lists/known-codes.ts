import type { Vocabularies } from '../vocabularies/vocabulary.ts';
import type { Condition } from './condition.ts';
import { type ChoiceList, filterFields, nobody, ownLists, ownSelf } from './filter-field.ts';

const isOwn = (list: ChoiceList): list is keyof typeof ownLists => Object.hasOwn(ownLists, list);

/** The codes a condition or a column can name, in the order of their list. */
export function codesOfList(list: ChoiceList, lists: Vocabularies): readonly string[] {
  if (list === 'workers') return [ownSelf, nobody];
  if (isOwn(list)) return ownLists[list];
  if (list === 'countries') return lists.countries.items.map(({ alpha3 }) => alpha3);
  return lists[list].items.map(({ code }) => code);
}

/** Codes that stand in no list. Workers are ids, and whether there is such a user is not asked. */
export function unknownCodes(conditions: readonly Condition[], lists: Vocabularies): string[] {
  return conditions.flatMap((one) => {
    if (!('values' in one)) return [];
    const { choices } = filterFields[one.field];
    if (choices === 'workers') return [];
    const known = codesOfList(choices, lists);
    return one.values.filter((value) => !known.includes(value));
  });
}
