import type { ConsentDetails } from '#domain/consents/consent.ts';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { aLetter, anOffice, aPerson, aReferralConsent } from '../../support/factories.ts';
import { openCore } from '../../support/open-core.ts';

const everything = [
  'identity',
  'contact',
  'legalStatus',
  'documents',
  'languages',
  'family',
  'housing',
  'work',
  'education',
  'income',
  'needs',
  'health',
  'violence',
  'asylumStory',
];

interface Setting {
  person?: Partial<PersonDetails>;
  office?: Partial<OrganisationInput>;
  consent?: Partial<ConsentDetails>;
}

/** A person, an office and a consent from one to the other for every kind of data, unless told. */
export async function aSetting({ person = {}, office = {}, consent = {} }: Setting = {}) {
  const test = await openCore();
  const { client } = test;
  const { id: personId } = await client.people.create(aPerson(person));
  const { id: officeId } = await client.organisations.save(anOffice(office));
  await client.consents.give({
    personId,
    details: aReferralConsent(officeId, { dataCategories: everything, ...consent }),
  });
  const letter = (more: Partial<LetterInput> = {}) => ({
    personId,
    details: aLetter(officeId, more),
  });
  return { ...test, personId, officeId, letter };
}

export const ofAChild: Partial<ConsentDetails> = {
  givenBy: 'guardian',
  giverName: 'Ada Lorusso',
  giverAuthority: 'Tribunale per i minorenni, n. 5/2026',
  childOpinion: { stance: 'agrees' },
};
