/*
 * What the invented people have besides a name: permits with their life, a second contact, school, work, home,
 * and who signs for children. With numbers of its own, so that the people themselves stay the same whatever is
 * added here.
 */
import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate, partsOf } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { isCast } from './demo-cast.ts';
import type { InventedPeople } from './invented-people.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Title and length in months of the permit that goes with a legal status. */
const PERMITS: Record<string, [title: string, months: number]> = {
  refugee: ['AS', 60],
  subsidiary: ['PS', 60],
  special: ['SP', 24],
  temporary: ['PT', 12],
  asylumSeeker: ['RA', 6],
  asylumAppeal: ['RA', 6],
  otherRegular: ['LS', 24],
  unaccompaniedMinor: ['ME', 24],
};

export interface Recorded {
  personId: string;
  person: PersonDetails;
  today: CalendarDate;
  material: Pick<InventedPeople, 'communities'>;
}

async function fillDocuments(client: Client, random: SeededRandom, of: Recorded): Promise<void> {
  const { personId, person, today } = of;
  const [title, months] = PERMITS[person.legalStatus ?? ''] ?? [];
  if (!title || !months) return;
  const { save } = client.identityDocuments;
  const issuer = 'Questura di Torino';
  const permit = { type: 'residencePermit', title, issuer, seen: 'original' as const };
  const number = `I${String(random.below(100_000_000)).padStart(8, '0')}`;
  const isInRenewal = random.chance(0.25);
  const expiresOn = addDays(
    today,
    isInRenewal ? -random.below(60) : 20 + random.below(months * 25),
  );
  const issuedOn = addMonths(expiresOn, -months);
  await save({
    personId,
    details: {
      ...permit,
      number,
      state: isInRenewal ? 'underRenewal' : 'issued',
      issuedOn,
      expiry: 'known',
      expiresOn,
    },
  });
  if (isInRenewal) {
    const askedOn = addDays(today, -random.below(20));
    await save({
      personId,
      details: { ...permit, state: 'receipt', askedOn, expiry: 'notStated', seen: 'copy' },
    });
  }
  if (random.chance(0.5)) {
    await save({
      personId,
      details: {
        type: 'asylumForm',
        state: 'issued',
        issuer,
        issuedOn: addDays(issuedOn, -400 - random.below(300)),
        expiry: 'none',
        seen: 'copy',
      },
    });
  }
}

async function fillLife(client: Client, random: SeededRandom, of: Recorded): Promise<void> {
  const { personId, person, today } = of;
  const [country] = person.nationalities;
  const isAdult = !person.birth || agesOn(person.birth, today).min >= 18;
  if (random.chance(0.4)) {
    await client.personContacts.save({
      personId,
      details: {
        kind: 'whatsapp',
        value: `+39 351 555 ${String(random.below(10_000)).padStart(4, '0')}`,
        owner: random.chance(0.6) ? 'self' : 'friend',
        safe: random.chance(0.9),
        noMessages: random.chance(0.2),
        hours: 'dopo le 17',
        isPreferred: false,
      },
    });
  }
  if (isAdult && random.chance(0.6)) {
    await client.education.save({
      personId,
      details: {
        level: random.pick(['isced-1', 'isced-2', 'isced-3', 'isced-6']),
        ...(country ? { country } : {}),
        endedYear: partsOf(today).year - 5 - random.below(15),
        titleHeld: random.pick(['held', 'lost', 'unsafeToAskFor', 'unknown'] as const),
      },
    });
  }
  if (isAdult && random.chance(0.6)) {
    const [status, occupation, occupationGroup] = random.pick([
      ['fixedTerm', 'aiuto cuoco', 'isco-5'],
      ['informal', 'bracciante', 'isco-9'],
      ['domestic', 'assistente familiare', 'isco-5'],
      ['traineeship', 'magazziniere', 'isco-9'],
    ] as const);
    const fromOn = addDays(today, -30 - random.below(300));
    await client.work.save({
      personId,
      details: { status, occupation, occupationGroup, isNow: random.chance(0.7), fromOn },
    });
  }
  if (random.chance(0.5)) {
    const situation = random.pick([
      'ethos-5',
      'ethos-8',
      'ethos-13',
      'rentInOwnName',
      'hostFamily',
    ]);
    await client.housing.save({ personId, details: { situation } });
  }
}

/** With numbers drawn from what is theirs already, so that nothing else of the demonstration moves. */
async function fillRest(client: Client, { personId, person, today }: Recorded): Promise<void> {
  const own = [...personId].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
  const isAdult = !person.birth || agesOn(person.birth, today).min >= 18;
  if (isAdult && own % 3 === 0) {
    const skills = [
      { skill: 'cucire a macchina', proof: 'seen', years: 6 },
      { skill: 'posa di piastrelle', proof: 'told', years: 3 },
      { skill: 'cura di persone anziane', proof: 'certificate' },
    ] as const;
    const details = skills[own % skills.length] ?? skills[0];
    await client.skills.save({ personId, details });
  }
  if (own % 5 === 0) {
    const level = (['low', 'medium', 'high'] as const)[own % 3] ?? 'low';
    const reason = level === 'high' ? 'Va rivista entro la settimana.' : 'Per ora è al sicuro.';
    await client.risks.save({
      personId,
      details: { level, assessedOn: addDays(today, -(own % 20)), reason },
    });
  }
}

/** Most children of the invented register have somebody who signs for them; a few do not, on purpose. */
async function fillGuardian(client: Client, random: SeededRandom, of: Recorded): Promise<void> {
  const { personId, person, today, material } = of;
  if (!person.birth || agesOn(person.birth, today).min >= 18 || random.chance(0.1)) return;
  const own = person.names[0];
  const community = material.communities.find(({ nationality }) =>
    person.nationalities.includes(nationality),
  );
  const parents = [...(community?.women ?? []), ...(community?.men ?? [])]
    .map(([given]) => given)
    .filter((given) => given !== own?.given);
  if (parents.length === 0) return;
  await client.ties.save({
    personId,
    details: {
      kind: 'parent',
      otherName: `${random.pick(parents)} ${own?.family ?? ''}`.trim(),
      place: 'sameHousehold',
      life: 'alive',
    },
  });
}

/** After somebody was registered: what their file has by now. */
export async function fillRecord(
  client: Client,
  random: SeededRandom,
  of: Recorded,
): Promise<void> {
  await fillDocuments(client, random, of);
  await fillLife(client, random, of);
  await fillRest(client, of);
  if (!isCast(of.person)) await fillGuardian(client, random, of);
}
