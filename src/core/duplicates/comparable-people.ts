import { sql } from 'kysely';
import { type NameWord, nameWordsOf } from '#domain/names/name-words.ts';
import { isOwnName, type PersonName } from '#domain/names/person-name.ts';
import type { Comparable } from '#domain/people/likeness.ts';
import type { Db } from '../context.ts';
import { readFindable } from '../people/findable-people.ts';
import { codeWord } from '../people/person-index.ts';
import { birthOf } from '../people/person-rows.ts';

type Name = Pick<PersonName, 'kind' | 'given' | 'family' | 'transliteration'>;

function spellingsOf(name: Name): string[] {
  const own = `${name.given} ${name.family}`.trim();
  return name.transliteration ? [own, name.transliteration] : [own];
}

/** Names are repeated all over a register: each text is read once a batch. */
type Readings = Map<string, NameWord[]>;

function read(text: string, readings: Readings): NameWord[] {
  const units = readings.get(text) ?? nameWordsOf(text).units;
  readings.set(text, units);
  return units;
}

const wordsOf = (names: Name[], readings: Readings) =>
  [...new Set(names.flatMap(spellingsOf))].map((text) => read(text, readings));

/** The end of a number, on which writings with and without a prefix agree. */
const phoneEnd = (value: string) => value.replace(/\D/g, '').slice(-9);

export interface Told {
  names: Name[];
  birth?: Comparable['birth'];
  sex: string;
  nationalities: string[];
  phones: string[];
  identities: string[];
}

export function comparableOf(told: Told, readings: Readings = new Map()): Comparable {
  return {
    names: wordsOf(told.names.filter(isOwnName), readings),
    kin: wordsOf(
      told.names.filter((name) => !isOwnName(name)),
      readings,
    ),
    birth: told.birth,
    sex: told.sex,
    nationalities: told.nationalities,
    phones: told.phones.map(phoneEnd).filter((digits) => digits.length >= 6),
    identities: told.identities.map(codeWord).filter((code) => code.length >= 4),
  };
}

/** People of the register as they are compared, by id. */
export async function readComparable(db: Db, ids: string[]): Promise<Map<string, Comparable>> {
  const those = sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await db
    .selectFrom('person')
    .select([
      'id',
      'sex',
      'birth_year',
      'birth_month',
      'birth_day',
      'birth_last_year',
      'birth_certainty',
    ])
    .where('id', 'in', those)
    .execute();
  const countries = new Map<string, string[]>();
  const nationalities = await db
    .selectFrom('person_nationality')
    .select(['person_id', 'country'])
    .where('person_id', 'in', those)
    .execute();
  for (const { person_id, country } of nationalities) {
    countries.set(person_id, [...(countries.get(person_id) ?? []), country]);
  }
  const findable = new Map((await readFindable(db, ids)).map((one) => [one.id, one]));
  const readings: Readings = new Map();
  return new Map(
    rows.flatMap((row) => {
      const found = findable.get(row.id);
      if (!found) return [];
      const told = {
        names: found.names,
        birth: birthOf(row),
        sex: row.sex,
        nationalities: countries.get(row.id) ?? [],
        phones: found.phones,
        identities: found.identities,
      };
      return [[row.id, comparableOf(told, readings)] as const];
    }),
  );
}
