import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Condition } from '#domain/indicators/formula.ts';
import {
  conditionsIn,
  type Indicator,
  type IndicatorList,
  indicatorList,
} from '#domain/indicators/indicator.ts';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';

/** Lists of indicators by their code, in the order of their files, and every indicator by its id. */
export interface Indicators {
  lists: ReadonlyMap<string, IndicatorList>;
  byId: ReadonlyMap<string, Indicator>;
}

const codesOf = (lists: Vocabularies, name: keyof Vocabularies) =>
  lists[name].items.map((item) => ('code' in item ? item.code : item.alpha3));

/** Codes a condition names, with the list they must stand in. */
function namedBy(one: Condition): [keyof Vocabularies, readonly string[]] | undefined {
  switch (one.is) {
    case 'served':
      return ['serviceTypes', one.services];
    case 'legalStatus':
      return ['legalStatuses', one.codes];
    case 'granted':
      return ['legalStatuses', one.statuses];
    case 'nationality':
      return ['countries', one.codes];
    case 'recognitionAsked':
      return ['countries', one.notFrom];
    case 'need':
      return ['specificNeeds', one.codes];
    case 'work':
      return ['employmentStatuses', one.codes];
    case 'left':
    case 'followedUp':
      return ['employmentStatuses', one.work];
    case 'education':
      return ['educationLevels', one.codes];
    case 'housing':
      return ['housingSituations', one.codes];
    case 'holds':
      return ['documentTypes', one.documents];
    case 'askedFor':
      return ['residenceTitles', one.titles];
    case 'referred':
      return ['organisationKinds', one.kinds];
    case 'reception':
      return ['receptionTypes', one.types];
    default:
      return undefined;
  }
}

/** A code that stands in no list would count nobody, silently. A sealed need is one the statement cannot see. */
function faultsOf(
  { id, formula, partOf, shareOf }: Indicator,
  ids: Set<string>,
  lists: Vocabularies,
) {
  const sealed = new Set(
    lists.specificNeeds.items.filter(({ tier }) => tier === 'restricted').map(({ code }) => code),
  );
  const codes = (formula ? conditionsIn(formula) : []).flatMap((one) => {
    if (!('is' in one)) return [];
    const [list, named] = namedBy(one) ?? [];
    const known = list === undefined ? [] : codesOf(lists, list);
    const hidden = one.is === 'need' ? one.codes.filter((code) => sealed.has(code)) : [];
    return [...(named ?? []).filter((code) => !known.includes(code)), ...hidden];
  });
  const others = [partOf, shareOf].filter(
    (name) => name !== undefined && name !== 'everybody' && !ids.has(name),
  );
  return [...codes, ...others].map((name) => `${id} names ${name}`);
}

/** Reads and checks all lists; throws when a file is wrong. */
export function loadIndicators(folder: string, vocabularies: Vocabularies): Indicators {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const lists = files.sort().map((name) => {
    const read = indicatorList.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new Error(`indicators ${name}, ${issue?.path.join('.')}: ${issue?.message}`);
  });
  const all = lists.flatMap(({ indicators }) => indicators);
  const ids = new Set(all.map(({ id }) => id));
  const faults = all.flatMap((one) => faultsOf(one, ids, vocabularies));
  if (ids.size !== all.length) faults.push('an id stands twice');
  if (faults.length > 0) throw new Error(`indicators: ${faults.join(', ')}`);
  return {
    lists: new Map(lists.map((list) => [list.code, list])),
    byId: new Map(all.map((one) => [one.id, one])),
  };
}
