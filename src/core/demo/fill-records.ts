/*
 * What the invented people have besides a name: permits with their life, a second contact, school, work, home,
 * a family of four and an unaccompanied minor with a guardian. With numbers of its own, so that the people
 * themselves stay the same whatever is added here.
 */
import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate, partsOf } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { TieDetails } from '#domain/people/tie.ts';
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

/** Most children of the invented register have somebody who signs for them; a few do not, on purpose. */
async function fillGuardian(client: Client, random: SeededRandom, of: Recorded): Promise<void> {
  const { personId, person, today } = of;
  if (!person.birth || agesOn(person.birth, today).min >= 18 || random.chance(0.1)) return;
  const family = person.names[0]?.family ?? '';
  await client.ties.save({
    personId,
    details: {
      kind: 'parent',
      otherName: `${random.pick(['Nadia', 'Ibrahim', 'Grace', 'Olha'])} ${family}`,
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
  if (!isCast(of.person)) await fillGuardian(client, random, of);
}

const latin = (given: string, family: string): PersonName => ({
  kind: 'permit',
  script: 'latin',
  given,
  family,
});
const persian = (given: string, family: string): PersonName => ({
  kind: 'used',
  script: 'arabic',
  given,
  family,
});

/** Born so many years before the register's last day. */
const bornBefore = (today: CalendarDate, years: number) => ({
  year: partsOf(today).year - years,
  month: 5,
  day: 14,
  certainty: 'documented' as const,
});

const DARI = { language: 'prs', level: 'native' as const, needsInterpreter: true };
const SHARED = { nationalities: ['AFG'], legalStatus: 'refugee', address: 'via Cigna 53, Torino' };
const CAST_NOTE = 'Persona inventata per fare pratica.';
const isCast = ({ note }: PersonDetails) => note === CAST_NOTE;

/** Father, mother, son, daughter, and a boy who came alone: people whose ties the register shows. */
export function demoCast(today: CalendarDate): PersonDetails[] {
  const note = CAST_NOTE;
  const afghan = (names: PersonName[], sex: PersonDetails['sex'], age: number): PersonDetails => ({
    ...SHARED,
    names,
    sex,
    birth: bornBefore(today, age),
    birthCountry: 'AFG',
    languages: [DARI],
    note,
  });
  return [
    afghan([latin('Farid', 'Rahimi'), persian('فرید', 'رحیمی')], 'male', 41),
    afghan([latin('Zahra', 'Karimi'), persian('زهرا', 'کریمی')], 'female', 38),
    afghan([latin('Omid', 'Rahimi')], 'male', 12),
    afghan([latin('Parwana', 'Rahimi')], 'female', 8),
    {
      names: [latin('Shahin', 'Talukder')],
      sex: 'male',
      birth: bornBefore(today, 16),
      nationalities: ['BGD'],
      languages: [{ language: 'ben', level: 'native', needsInterpreter: true }],
      legalStatus: 'unaccompaniedMinor',
      reception: { type: 'saiMinors' },
      note,
    },
  ];
}

/** Ties among the cast, in the order of `demoCast`. */
export async function fillTies(client: Client, ids: string[], today: CalendarDate): Promise<void> {
  const [father, mother, son, daughter, alone] = ids;
  if (!father || !mother || !son || !daughter || !alone) return;
  const together = { place: 'sameHousehold', life: 'alive' } as const;
  const save = (personId: string, details: TieDetails) => client.ties.save({ personId, details });
  await save(father, { kind: 'spouse', otherPersonId: mother, ...together });
  for (const child of [son, daughter]) {
    await save(father, { kind: 'child', otherPersonId: child, ...together });
    await save(mother, { kind: 'child', otherPersonId: child, ...together });
  }
  await save(father, {
    kind: 'parent',
    otherName: 'Maryam Rahimi',
    otherBirthYear: partsOf(today).year - 67,
    place: 'abroad',
    life: 'alive',
    reunification: 'wanted',
  });
  await save(alone, {
    kind: 'guardian',
    otherName: 'Avv. Lidia Serra',
    otherContact: '011 000 0001',
    place: 'italy',
    life: 'alive',
    decree: `RG ${partsOf(today).year}/1182`,
    court: 'Tribunale per i minorenni di Torino',
    validFrom: addDays(today, -120),
  });
}
