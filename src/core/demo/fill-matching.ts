import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';

interface MatchingWork {
  client: Client;
  today: CalendarDate;
}

const PLACES = [
  { kind: 'hostFamily', name: 'Famiglia Brambilla', town: 'Milano', room: 2, languages: ['eng'] },
  { kind: 'hostFamily', name: 'Famiglia Ferrero', town: 'Torino', room: 1, languages: ['fra'] },
  { kind: 'home', name: 'Casa Ponte Mosca', town: 'Torino', room: 4, hasSchool: true },
  { kind: 'sponsor', name: 'Parrocchia San Giusto', town: 'Ivrea', room: 3, isStepFree: true },
] as const;

const NEEDS = [
  { size: 2, kinTowns: ['Milano'] },
  { size: 4, hasSchoolChildren: true },
  { size: 1, skills: ['cucina'], kinTowns: ['Torino'] },
  { size: 1, needsStepFree: true },
];

/** Families that host, people who look for one, and one who arrived. */
export async function fillMatching({ client, today }: MatchingWork): Promise<void> {
  const { id: programmeId } = await client.programmes.create({
    templateCode: 'blank-pathway-matching',
    name: 'Accoglienza in famiglia',
    from: addDays(today, -200),
  });
  for (const { languages, ...place } of PLACES.map((one) => ({ languages: [], ...one }))) {
    await client.places.save({ programmeId, details: { ...place, languages: [...languages] } });
  }
  const { items } = await client.candidates.list({ id: programmeId, limit: 5 });
  const joined: string[] = [];
  for (const [index, { personId }] of items.entries()) {
    const enrolledOn = addDays(today, -60 + index);
    const { id } = await client.enrolments.create({ programmeId, personId, enrolledOn });
    const details = NEEDS[index];
    if (details) await client.placeSearches.save({ enrolmentId: id, details });
    joined.push(id);
  }
  // Whoever is grown up agrees for themselves.
  const at = await firstAdult(
    client,
    items.map(({ personId }) => personId),
    today,
  );
  const enrolmentId = joined[at];
  if (enrolmentId === undefined) return;
  const { items: proposals } = await client.matches.suggest({ enrolmentId });
  const place = proposals.find(({ against }) => against.length === 0);
  if (!place) return;
  const personId = items[at]?.personId ?? '';
  const { id: consentId } = await client.consents.give({
    personId,
    details: {
      purpose: 'matching',
      recipient: place.name,
      dataCategories: ['identity', 'contact', 'languages', 'family'],
      givenBy: 'self',
      way: 'signed',
      givenOn: addDays(today, -38),
    },
  });
  const { id } = await client.matches.create({
    enrolmentId,
    placeId: place.placeId,
    decidedOn: addDays(today, -30),
    talkOn: addDays(today, -40),
    talkBy: 'Marta Ferrero',
    talkNote: 'Una stanza per sei mesi, cucina insieme; se non va se ne parla subito con noi.',
    consentId,
    hostAgreedOn: addDays(today, -32),
  });
  await client.matches.record({ id, step: 'arrived', on: addDays(today, -20) });
}

/** Place in the list; -1 if everybody is young. */
async function firstAdult(client: Client, ids: string[], today: CalendarDate): Promise<number> {
  for (const [at, id] of ids.entries()) {
    const { birth } = (await client.people.get({ id })).details;
    if (birth && agesOn(birth, today).min >= 18) return at;
  }
  return -1;
}
