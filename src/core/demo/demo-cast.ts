/* People of the demonstration register who belong together, written out by hand: the rest is drawn by lot. */
import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate, partsOf } from '#domain/dates/calendar-date.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { TieDetails } from '#domain/people/tie.ts';

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
const MOTHERS_PHONE = '+39 350 555 0147';
const CAST_NOTE = 'Persona inventata per fare pratica.';
export const isCast = ({ note }: PersonDetails) => note === CAST_NOTE;

/** One person whom two people at the desk registered, each as they heard and knew it. */
const registeredTwice = (today: CalendarDate): PersonDetails => ({
  names: [latin('Zehra', 'Karimy')],
  sex: 'female',
  birth: { year: bornBefore(today, 38).year, certainty: 'declared' },
  nationalities: ['AFG'],
  languages: [DARI],
  contact: { kind: 'phone', value: MOTHERS_PHONE.replace(/^\+39 | /g, ''), safe: true },
  note: CAST_NOTE,
});

/** Two people of one name, born in one year on the day that an office wrote for both. */
function namesakes(today: CalendarDate): PersonDetails[] {
  const { year } = bornBefore(today, 29);
  const born = { year, month: 1, day: 1, certainty: 'assigned' as const };
  return ['corso Giulio Cesare 88, Torino', 'via Nizza 214, Torino'].map((address) => ({
    names: [latin('Haitham', 'Qabbani')],
    sex: 'male',
    birth: born,
    nationalities: ['SYR'],
    languages: [{ language: 'apc', level: 'native', needsInterpreter: true }],
    legalStatus: 'refugee',
    address,
    note: CAST_NOTE,
  }));
}

/**
 * Father, mother, son, daughter, and a boy who came alone: people whose ties the register shows. Then the mother
 * once more, and two namesakes: what to merge, and what not to.
 */
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
    {
      ...afghan([latin('Zahra', 'Karimi'), persian('زهرا', 'کریمی')], 'female', 38),
      contact: { kind: 'phone', value: MOTHERS_PHONE, safe: true },
      languages: [{ ...DARI, reads: true, writes: false }],
      interpreterWish: 'woman',
      enteredItaly: { year: bornBefore(today, 2).year, certainty: 'declared' },
      arrivalWay: 'corridor',
      cameThrough: 'wordOfMouth',
      request: 'Vorrei imparare l’italiano e capire la scuola dei bambini.',
    },
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
    registeredTwice(today),
    ...namesakes(today),
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
