import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { PlanInput } from '#domain/plans/plan.ts';
import type { InventedPeople } from '../invented-people.ts';
import type { GalleryPerson } from './gallery-people.ts';

export interface GalleryWork {
  client: Client;
  material: InventedPeople;
  today: CalendarDate;
  workerId: string;
  /** The association itself has nobody else to send a letter to. */
  organisationId: string;
}

export interface GalleryFile {
  cast: GalleryPerson;
  isMinor: boolean;
  personId: string;
  draftPlanId: string;
  signedPlanId: string;
  appointmentId: string;
  consentId: string;
}

function detailsOf(cast: GalleryPerson, { today }: GalleryWork, isMinor: boolean): PersonDetails {
  const { given, family, own, script, nationality, speaks } = cast;
  const year = Number(today.slice(0, 4)) - (isMinor ? 16 : 31);
  return {
    names: [
      { kind: 'permit', script: 'latin', given, family },
      ...(own
        ? [
            {
              kind: 'used' as const,
              script,
              given: own[0],
              family: own[1],
              transliteration: `${given} ${family}`,
            },
          ]
        : []),
    ],
    birth: { year, month: 3, day: 8, certainty: 'documented' },
    sex: 'female',
    nationalities: [nationality],
    languages: [{ language: speaks, level: 'native', needsInterpreter: speaks !== 'ita' }],
    legalStatus: 'refugee',
    address: 'via Borgaro 12, 10149 Torino',
  };
}

const LEVELS: [domain: string, first: number, now: number][] = [
  ['LEG', 2, 3],
  ['HOU', 1, 2],
  ['WRK', 2, 2],
  ['LNG', 1, 3],
  ['HLT', 4, 4],
];

async function assess(work: GalleryWork, personId: string): Promise<void> {
  const { client, material, today } = work;
  for (const [assessedOn, column] of [
    [addMonths(today, -3), 1],
    [addDays(today, -2), 2],
  ] as const) {
    const { id } = await client.assessments.start({ personId });
    await client.assessments.save({
      id,
      revision: 1,
      details: {
        assessedOn,
        assessor: material.operator,
        scores: LEVELS.map((line) => {
          const words = material.needWords[line[0]]?.[0];
          return { domain: line[0], level: line[column], ...(words ? { words } : {}) };
        }),
      },
    });
    await client.assessments.complete({ id });
  }
}

function planOf(
  cast: GalleryPerson,
  work: GalleryWork,
  isMinor: boolean,
): Omit<PlanInput, 'madeOn'> {
  const { material, today } = work;
  const isInterpreted = cast.speaks !== 'ita';
  return {
    operator: material.operator,
    reviewOn: addMonths(today, isMinor ? 2 : 3),
    ...(isInterpreted
      ? { isInterpreted, mediator: material.mediators[0] ?? '', interpretedIn: cast.speaks }
      : {}),
    priorities: material.priorities.slice(0, 2),
    strengths: 'Rete di amici nel quartiere; puntuale agli appuntamenti.',
    goals: material.goals.slice(0, 2).map((goal) => ({
      domain: goal.domain,
      statement: goal.statement,
      indicator: goal.indicator,
      baseline: goal.baseline,
      target: goal.target,
      byWhen: addMonths(today, 5),
      whyItMatters: 'Così posso lavorare e parlare con la scuola di mia figlia.',
      actions: goal.actions.map(([what, responsible], index) => ({
        what,
        responsible,
        byWhen: addDays(today, 10 + 9 * index),
        state: index === 0 ? ('doing' as const) : ('toDo' as const),
        ...(index === 0 ? { documents: 'permesso o ricevuta' } : {}),
      })),
    })),
    rightsExplained: ['residencePermit', 'travelDocument', 'work', 'healthcare', 'education'],
    contactAgreement: 'Ogni due settimane, il martedì pomeriggio allo sportello.',
    personResponsibilities: ['Avviso se non posso venire.'],
    budget: ['Corso per la patente: 400 euro, li paga il progetto.'],
    associationCommitments: [
      'Rispondiamo entro due giorni.',
      'Accompagniamo al primo appuntamento.',
    ],
    ...(isMinor
      ? {
          guardian: material.guardians[0]?.name ?? '',
          childOpinion: 'Voglio finire la scuola e imparare un mestiere.',
        }
      : {}),
  };
}

async function writePlan(
  work: GalleryWork,
  personId: string,
  plan: Omit<PlanInput, 'madeOn'>,
): Promise<string> {
  const { client } = work;
  const { id } = await client.plans.start({ personId });
  const { revision, details } = await client.plans.get({ id });
  await client.plans.save({ id, revision, details: { ...details, ...plan } });
  return id;
}

/** One person with everything a document of theirs can show. */
export async function fillGalleryFile(
  work: GalleryWork,
  cast: GalleryPerson,
  { isMinor }: { isMinor: boolean },
): Promise<GalleryFile> {
  const { client, material, today, workerId, organisationId } = work;
  const { id: personId } = await client.people.create(detailsOf(cast, work, isMinor));
  await assess(work, personId);
  const interpretation =
    cast.speaks === 'ita'
      ? {}
      : { language: cast.speaks, interpreter: material.mediators[0] ?? '' };
  await client.privacyNotices.give({
    personId,
    notice: { version: '2026-2', givenOn: addDays(today, -2), way: 'both', ...interpretation },
  });
  const { id: consentId } = await client.consents.give({
    personId,
    details: {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'legalStatus', 'languages'],
      way: 'signed',
      givenOn: today,
      expiresOn: addMonths(today, 6),
      ...interpretation,
      ...(isMinor
        ? {
            givenBy: 'guardian',
            giverName: material.guardians[0]?.name ?? '',
            childOpinion: { stance: 'agrees', words: 'Va bene, se poi mi spiegate la risposta.' },
          }
        : { givenBy: 'self' }),
    },
  });
  const { id: appointmentId } = await client.appointments.save({
    details: {
      on: addDays(today, 5),
      start: '10:00',
      minutes: 30,
      kind: 'office',
      personIds: [personId],
      workerId,
      place: 'Anagrafe, via della Consolata 23',
    },
  });
  const plan = planOf(cast, work, isMinor);
  const signedPlanId = await writePlan(work, personId, plan);
  await client.plans.sign({ id: signedPlanId, signedOn: today });
  const draftPlanId = await writePlan(work, personId, plan);
  return { cast, isMinor, personId, draftPlanId, signedPlanId, appointmentId, consentId };
}
