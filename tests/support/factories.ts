import type { AppointmentDetails } from '#domain/appointments/appointment.ts';
import type { ConsentDetails } from '#domain/consents/consent.ts';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { type PlanDetails, type PlanInput, planDetails } from '#domain/plans/plan.ts';
import type { ServiceDetails } from '#domain/services/service.ts';
import type { SessionDetails } from '#domain/services/session.ts';

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

export function anOffice(more: Partial<OrganisationInput> = {}): OrganisationInput {
  return { kind: 'registry', name: 'Comune di Prova', office: 'Anagrafe', ...more };
}

export function aReferralConsent(
  organisationId: string,
  more: Partial<ConsentDetails> = {},
): ConsentDetails {
  return {
    purpose: 'referral',
    organisationId,
    dataCategories: ['identity', 'legalStatus', 'contact', 'languages'],
    givenBy: 'self',
    way: 'signed',
    givenOn: '2026-11-01',
    ...more,
  };
}

export function aLetter(organisationId: string, more: Partial<LetterInput> = {}): LetterInput {
  return {
    templateCode: 'ANA',
    organisationId,
    facts: ['birth', 'nationality'],
    attachments: [],
    signedBy: 'Giulia Ferraris',
    ...more,
  };
}

export function aPlan(more: Partial<PlanInput> = {}): PlanDetails {
  return planDetails.parse({
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
  });
}

export function aService(workerId: string, more: Partial<ServiceDetails> = {}): ServiceDetails {
  return {
    type: 'INF',
    doneOn: '2026-11-21',
    minutes: 15,
    channel: 'inPerson',
    attendance: 'attended',
    workerId,
    ...more,
  };
}

export function anAppointment(more: Partial<AppointmentDetails> = {}): AppointmentDetails {
  return {
    on: '2026-11-24',
    start: '10:00',
    minutes: 30,
    kind: 'talk',
    about: 'Parlare della residenza',
    personIds: [],
    ...more,
  };
}

export function aSession(more: Partial<SessionDetails> = {}): SessionDetails {
  return {
    type: 'ITA',
    title: 'Italiano A1',
    heldOn: '2026-11-20',
    start: '17:30',
    minutes: 90,
    ...more,
  };
}
