import { ProcedureError } from '#api/errors.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { VocabularyName } from '#domain/vocabularies/vocabulary.ts';
import type { Resources } from './load-resources.ts';

function mustBeKnown(isKnown: boolean, field: string): void {
  if (!isKnown) throw new ProcedureError('unknown_code', { field });
}

/** Fails with `unknown_code` unless `code` stands in the list (an absent one is fine). */
export function checkCode(
  resources: Resources,
  list: VocabularyName,
  code: string | undefined,
): void {
  const { items } = resources.vocabularies[list];
  mustBeKnown(code === undefined || items.some((item) => item.code === code), list);
}

/** Fails with `unknown_code` unless the country stands in the list (an absent one is fine). */
export function checkCountry(
  { vocabularies }: Resources,
  country: string | undefined,
  field: string,
): void {
  const isListed = vocabularies.countries.items.some((item) => item.alpha3 === country);
  mustBeKnown(country === undefined || isListed, field);
}

/** A community is a country, or a region of the world. Fails with `unknown_code`. */
export function checkCommunity(resources: Resources, community: string): void {
  const { countries, communityRegions } = resources.vocabularies;
  const isListed =
    countries.items.some(({ alpha3 }) => alpha3 === community) ||
    communityRegions.items.some((item) => item.code === community);
  mustBeKnown(isListed, 'community');
}

/** Fails with `unknown_code` when a person names a country, language or status that no list has. */
export function checkCodes(resources: Resources, details: PersonDetails): void {
  for (const country of details.nationalities) checkCountry(resources, country, 'nationalities');
  checkCountry(resources, details.birthCountry, 'birthCountry');
  checkLanguages(
    resources,
    details.languages.map(({ language }) => language),
  );
  checkCode(resources, 'legalStatuses', details.legalStatus);
  checkCode(resources, 'receptionTypes', details.reception?.type);
}

/** Fails with `unknown_code` when a language stands in no list. */
export function checkLanguages(resources: Resources, codes: readonly string[]): void {
  const { items } = resources.vocabularies.languages;
  for (const code of codes) {
    mustBeKnown(
      items.some((item) => item.code === code),
      'languages',
    );
  }
}
