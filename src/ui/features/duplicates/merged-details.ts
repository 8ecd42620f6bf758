/*
 * What two records become when they are one. The fuller value stays unless somebody chooses the other: an
 * empty field says nothing, a whole date says more than a year. Names of both stay, since every spelling
 * helps to find the person.
 */
import { spokenName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';

export const chosenFields = [
  'birth',
  'sex',
  'nationalities',
  'languages',
  'fiscalCode',
  'birthCountry',
  'birthPlace',
  'originCountry',
  'enteredItaly',
  'firstEntry',
  'firstEntryCountry',
  'firstEntryPlace',
  'route',
  'gender',
  'pronoun',
  'literacy',
  'civilStatus',
  'dependants',
  'interpreterWish',
  'arrivalWay',
  'cameThrough',
  'sentBy',
  'request',
  'urgency',
  'note',
] as const;
export type ChosenField = (typeof chosenFields)[number];

export type Side = 'a' | 'b';
export type Choices = Record<ChosenField, Side>;

function fullness(details: PersonDetails, field: ChosenField): number {
  const value = details[field];
  if (value === undefined || value === '' || value === 'unknown') return 0;
  if (Array.isArray(value)) return value.length;
  if (field === 'birth' && details.birth) {
    const { month, day, certainty } = details.birth;
    const parts = 1 + Number(month !== undefined) + Number(day !== undefined);
    return parts + (certainty === 'documented' ? 0.5 : 0);
  }
  return 1;
}

export const isSaid = (details: PersonDetails, field: ChosenField) => fullness(details, field) > 0;

export const isSame = (a: PersonDetails, b: PersonDetails, field: ChosenField) =>
  JSON.stringify(a[field]) === JSON.stringify(b[field]);

/** The fuller of the two; the kept record's when they are alike. */
export function fullerChoices(details: Record<Side, PersonDetails>, kept: Side): Choices {
  const other: Side = kept === 'a' ? 'b' : 'a';
  const choose = (field: ChosenField): Side =>
    fullness(details[other], field) > fullness(details[kept], field) ? other : kept;
  return Object.fromEntries(chosenFields.map((field) => [field, choose(field)])) as Choices;
}

/** Contact, address, status and reception are left out: their rows all go over by themselves. */
export function mergedDetails(
  details: Record<Side, PersonDetails>,
  kept: Side,
  choices: Choices,
): PersonDetails {
  const own = details[kept];
  const other = details[kept === 'a' ? 'b' : 'a'];
  const isThere = new Set(own.names.map((name) => `${name.kind} ${spokenName(name)}`));
  const names = [
    ...own.names,
    ...other.names.filter((name) => !isThere.has(`${name.kind} ${spokenName(name)}`)),
  ].slice(0, 20);
  const chosen = Object.fromEntries(
    chosenFields.map((field) => [field, details[choices[field]][field]]),
  ) as Pick<PersonDetails, ChosenField>;
  return { ...chosen, names };
}
