import type { LetterDetails } from '#domain/casework/letter.ts';
import type { OrganisationDetails } from '#domain/casework/organisation.ts';
import type { ConsentDetails } from '#domain/consents/consent.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { PlanDetails } from '#domain/plans/plan.ts';

export function aName(given: string, family: string, more: Partial<PersonName> = {}): PersonName {
  return { kind: 'permit', script: scriptOf(given + family), given, family, ...more };
}

export function aPerson(more: Partial<PersonDetails> = {}): PersonDetails {
  return {
    names: [aName('Amina', 'Warsame')],
    birth: { year: 1994, month: 3, day: 8, certainty: 'documented' },
    sex: 'female',
    nationalities: ['SOM'],
    languages: [{ language: 'som', level: 'native', needsInterpreter: true }],
    legalStatus: 'refugee',
    ...more,
  };
}

export function anOffice(more: Partial<OrganisationDetails> = {}): OrganisationDetails {
  return { kind: 'registry', name: 'Comune di Prova', office: 'Anagrafe', ...more };
}

export function aReferralConsent(
  organisationId: string,
  more: Partial<ConsentDetails> = {},
): ConsentDetails {
  return {
    purpose: 'referral',
    organisationId,
    givenBy: 'self',
    way: 'signed',
    givenOn: '2026-11-01',
    ...more,
  };
}

export function aLetter(organisationId: string, more: Partial<LetterDetails> = {}): LetterDetails {
  return {
    templateCode: 'ANA',
    organisationId,
    facts: ['birth', 'nationality'],
    attachments: [],
    signedBy: 'Giulia Ferraris',
    ...more,
  };
}

export function aPlan(more: Partial<PlanDetails> = {}): PlanDetails {
  return {
    madeOn: '2026-11-21',
    reviewOn: '2027-02-21',
    operator: 'Giulia Ferraris',
    priorities: ['Imparare bene la lingua.'],
    goals: [
      {
        domain: 'LNG',
        statement: 'Frequentare il corso A1',
        actions: [{ what: 'Iscrizione al CPIA', responsible: 'operator', state: 'toDo' }],
      },
    ],
    rightsExplained: ['work'],
    ...more,
  };
}
