import { addDays, type CalendarDate, partsOf } from '#domain/dates/calendar-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { PersonName } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Community, InventedPeople } from './invented-people.ts';
import type { SeededRandom } from './seeded-random.ts';

const RECEPTION_TYPES = ['cas', 'saiOrdinary', 'saiOrdinary', 'humanitarianCorridor', 'private'];

function pickCommunity(random: SeededRandom, communities: readonly Community[]): Community {
  const total = communities.reduce((sum, one) => sum + one.weight, 0);
  let left = random.below(total);
  for (const one of communities) {
    left -= one.weight;
    if (left < 0) return one;
  }
  return random.pick(communities);
}

function inventBirth(random: SeededRandom, today: CalendarDate): PartialDate | undefined {
  if (random.chance(0.03)) return undefined;
  const age = random.chance(0.2)
    ? 1 + random.below(17)
    : 18 + random.below(random.chance(0.9) ? 40 : 55);
  // Work of the demonstration begins half a year before: nobody is registered before being born.
  const year = partsOf(today).year - Math.max(2, age);
  if (random.chance(0.12)) return { year, certainty: 'estimated' };
  if (random.chance(0.12)) return { year, month: 1, day: 1, certainty: 'assigned' };
  return { year, month: 1 + random.below(12), day: 1 + random.below(28), certainty: 'documented' };
}

function inventNames(random: SeededRandom, community: Community, isWoman: boolean): PersonName[] {
  const [given, givenOwn] = random.pick(isWoman ? community.women : community.men);
  const [family, familyOwn] = random.pick(community.families);
  const permit: PersonName = { kind: 'permit', script: 'latin', given, family };
  if (givenOwn === null || familyOwn === null) return [permit];
  const own: PersonName = {
    kind: 'used',
    script: community.script,
    given: givenOwn,
    family: familyOwn,
    transliteration: `${given} ${family}`,
  };
  return [permit, own];
}

export function inventPerson(
  random: SeededRandom,
  material: InventedPeople,
  today: CalendarDate,
): PersonDetails {
  const community = pickCommunity(random, material.communities);
  const isWoman = random.chance(community.nationality === 'UKR' ? 0.75 : 0.42);
  const birth = inventBirth(random, today);
  const wasReceived = random.chance(0.6);
  const speaksItalian = random.chance(0.5);
  return {
    names: inventNames(random, community, isWoman),
    ...(birth ? { birth } : {}),
    sex: isWoman ? 'female' : 'male',
    nationalities: [community.nationality],
    languages: [
      { language: community.language, level: 'native', needsInterpreter: !speaksItalian },
      ...(speaksItalian
        ? [{ language: 'ita', level: 'basic' as const, needsInterpreter: false }]
        : []),
    ],
    contact: {
      kind: 'phone',
      value: `+39 350 ${String(random.below(1000)).padStart(3, '0')} ${String(random.below(10000)).padStart(4, '0')}`,
      safe: random.chance(0.9),
    },
    legalStatus: random.pick(community.statuses),
    ...(wasReceived
      ? {
          reception: {
            type: random.pick(RECEPTION_TYPES),
            ...(random.chance(0.5) ? { exitOn: addDays(today, -random.below(700)) } : {}),
          },
        }
      : {}),
    address: `${random.pick(material.streets)} ${1 + random.below(120)}, Torino`,
  };
}
