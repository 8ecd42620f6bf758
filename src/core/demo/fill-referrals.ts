/* What became of the invented letters, and a few referrals by phone, so that lists and the first screen live. */
import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface IssuedLetter {
  personId: string;
  letterId: string;
  referralId: string;
  issuedOn: CalendarDate;
}

interface ReferralsToFill {
  client: Client;
  random: SeededRandom;
  letters: IssuedLetter[];
  /** Offices for referrals without a letter. */
  officeIds: string[];
  today: CalendarDate;
}

const DAYS_TO_ANSWER = 9;

async function record(client: Client, id: string, step: ReferralStep): Promise<void> {
  const { referral } = await client.referrals.get({ id });
  await client.referrals.record({ id, revision: referral.revision, step });
}

function answerOf(random: SeededRandom, on: CalendarDate): ReferralStep[] {
  const answeredBy = 'Ufficio relazioni con il pubblico';
  const kind = random.below(6);
  if (kind === 0) return [{ to: 'waitingList', on, waitingUntil: addDays(on, 90), way: 'email' }];
  if (kind === 1) {
    const declineReason = random.pick(['noCapacity', 'missingDocuments', 'notCompetent']);
    return [{ to: 'declined', on, declineReason, answeredBy, way: 'email' }];
  }
  if (kind === 2) return [{ to: 'noReply', on }];
  const accepted: ReferralStep = { to: 'accepted', on, answeredBy, way: 'pec' };
  if (kind === 3)
    return [{ ...accepted, nextStep: 'Appuntamento allo sportello con i documenti.' }];
  const outcome = random.pick(['residenceRegistered', 'needMet', 'personDidNotAttend']);
  return [accepted, { to: 'concluded', on, outcome }];
}

async function followLetter(fill: ReferralsToFill, letter: IssuedLetter): Promise<void> {
  const { client, random, today } = fill;
  const { referralId, issuedOn } = letter;
  const isLongAgo = issuedOn < addDays(today, -35);
  if (!isLongAgo && random.chance(0.2)) return;
  const way = random.pick(['byHand', 'pec', 'email'] as const);
  await record(client, referralId, { to: 'sent', on: issuedOn, way });
  const answeredOn = addDays(issuedOn, DAYS_TO_ANSWER);
  if (answeredOn > today || !(isLongAgo || random.chance(0.4))) return;
  for (const step of answerOf(random, answeredOn)) await record(client, referralId, step);
}

const SERVICES = ['MED', 'WRK', 'ITA', 'HOU'] as const;

async function phone(fill: ReferralsToFill, personId: string): Promise<void> {
  const { client, random, today } = fill;
  const organisationId = random.pick(fill.officeIds);
  const { birth } = (await client.people.get({ id: personId })).details;
  // A guardian would have to allow it.
  if (birth && agesOn(birth, today).min < 18) return;
  await client.consents.give({
    personId,
    details: {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'languages'],
      givenBy: 'self',
      way: 'oral',
      witness: 'Collega del banco',
      givenOn: today,
    },
  });
  await client.referrals.create({
    personId,
    details: {
      organisationId,
      service: random.pick(SERVICES),
      reason: 'Chiede un primo appuntamento; serve la mediazione.',
      urgency: random.pick(['within72h', 'within2weeks', 'normal'] as const),
    },
    sent: { on: today, way: 'phone' },
  });
}

/** Two people whom others sent to us: one is answered, the other waits for it. */
async function receive(fill: ReferralsToFill): Promise<void> {
  const { client, today, letters } = fill;
  const [first, second] = [...new Set(letters.map(({ personId }) => personId))].reverse();
  if (!first || !second) return;
  await client.inboundReferrals.save({
    personId: first,
    details: {
      sender: 'Scuola media Zerbina, segreteria',
      receivedOn: addDays(today, -2),
      way: 'email',
      request: 'La madre chiede un corso di italiano la mattina; il figlio è iscritto in seconda.',
      urgency: 'within72h',
    },
  });
  const { id } = await client.inboundReferrals.save({
    personId: second,
    details: {
      sender: 'Servizio sociale territoriale, distretto est',
      receivedOn: addDays(today, -12),
      way: 'pec',
      theirProtocol: '4417/2026',
      request: 'Accompagnamento al rinnovo della tessera sanitaria e mediazione per le visite.',
      urgency: 'within2weeks',
    },
  });
  await client.inboundReferrals.reply({
    id,
    revision: 1,
    reply: {
      on: addDays(today, -8),
      kind: 'accepted',
      way: 'pec',
      words: 'Presa in carico; primo appuntamento fissato allo sportello.',
    },
  });
}

export async function fillReferrals(fill: ReferralsToFill): Promise<void> {
  for (const [index, letter] of fill.letters.entries()) {
    await followLetter(fill, letter);
    if (index % 5 === 4) await phone(fill, letter.personId);
  }
  await receive(fill);
}
