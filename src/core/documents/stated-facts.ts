/*
 * What a letter says about a person, picked from the register and nothing else. Only facts somebody ticked
 * and the template allows are picked (need to know, domain dossier 3.1); the picked ones are kept with the
 * issued letter, so that printing it again next year shows the same letter.
 */

import { z } from 'zod';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { LetterFact } from '#domain/documents/letter-template.ts';
import { initialsOf, type PersonName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { personDetails } from '#domain/people/person.ts';

const fields = personDetails.shape;

export const statedFactsSchema = z.strictObject({
  given: z.string(),
  family: z.string(),
  initials: z.string(),
  caseNumber: z.string(),
  isMinor: z.boolean(),
  birth: fields.birth,
  sex: fields.sex.optional(),
  nationalities: fields.nationalities.optional(),
  legalStatus: fields.legalStatus,
  address: fields.address,
  contact: fields.contact,
  languages: fields.languages.optional(),
  receptionExitOn: z.string().optional(),
});
export type StatedFacts = z.infer<typeof statedFactsSchema>;

/** The spelling offices know: the permit's, else the one on other papers, else the first. */
export function officialName(names: readonly PersonName[]): PersonName {
  const name =
    names.find(({ kind }) => kind === 'permit') ??
    names.find(({ kind, script }) => kind === 'legal' && script === 'latin') ??
    names[0];
  if (!name) throw new Error('a person has a name');
  return name;
}

export function statedFacts(
  details: PersonDetails,
  { wanted, caseNumber, on }: { wanted: LetterFact[]; caseNumber: string; on: CalendarDate },
): StatedFacts {
  const name = officialName(details.names);
  const has = (fact: LetterFact) => wanted.includes(fact);
  return {
    given: name.given,
    family: name.family,
    initials: initialsOf(name),
    caseNumber,
    isMinor: details.birth !== undefined && agesOn(details.birth, on).min < 18,
    ...(has('birth') && details.birth ? { birth: details.birth } : {}),
    ...(has('sex') ? { sex: details.sex } : {}),
    ...(has('nationality') ? { nationalities: details.nationalities } : {}),
    ...(has('legalStatus') && details.legalStatus ? { legalStatus: details.legalStatus } : {}),
    ...(has('address') && details.address ? { address: details.address } : {}),
    ...(has('contact') && details.contact ? { contact: details.contact } : {}),
    ...(has('languages') ? { languages: details.languages } : {}),
    ...(has('receptionExit') && details.reception?.exitOn
      ? { receptionExitOn: details.reception.exitOn }
      : {}),
  };
}
