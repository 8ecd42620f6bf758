/*
 * Finds rows of a file that are probably somebody in the register already, or an earlier row: the same fiscal
 * code or telephone number, or names that sound the same with births that can be the same. Only asked about, and
 * never decided: two brothers share a telephone, two cousins a name.
 */
import { type PartialDate, rangeOf } from '#domain/dates/partial-date.ts';
import { nameWordsOf } from '#domain/names/name-words.ts';
import { listedName, type PersonName } from '#domain/names/person-name.ts';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import { plainFiscalCode } from '#domain/people/fiscal-code.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { Db } from '../context.ts';

/** Somebody a row can be: of the register, or of the file. */
export interface Known {
  personId?: string;
  row?: number;
  listedName: string;
  birth?: PartialDate | undefined;
}

/** Shorter numbers are shared extensions. */
const LEAST_DIGITS = 8;

/** One text for all spellings of a whole name; the order of its words does not count. */
function nameKey(name: Pick<PersonName, 'given' | 'family'>): string | undefined {
  const { units: words } = nameWordsOf(`${name.family} ${name.given}`);
  // One word alone is a name that hundreds bear.
  if (words.length < 2) return undefined;
  return words
    .map((word) => (word.family === undefined ? soundKeysOf(word.phones)[0] : `#${word.family}`))
    .sort()
    .join(' ');
}

function phoneKey(value: string): string | undefined {
  const digits = value.replace(/\D/g, '');
  return digits.length >= LEAST_DIGITS ? digits.slice(-LEAST_DIGITS) : undefined;
}

/** Unknown births can be any. */
function canBeSameBirth(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  if (!a || !b) return true;
  const [first, second] = [rangeOf(a), rangeOf(b)];
  return first.earliest <= second.latest && second.earliest <= first.latest;
}

function keysOf(details: Pick<PersonDetails, 'names' | 'contact' | 'fiscalCode'>) {
  const phone = details.contact?.kind === 'phone' ? phoneKey(details.contact.value) : undefined;
  return {
    sure: [
      ...(details.fiscalCode ? [`code ${plainFiscalCode(details.fiscalCode)}`] : []),
      ...(phone ? [`phone ${phone}`] : []),
    ],
    names: details.names.flatMap((name) => nameKey(name) ?? []),
  };
}

export class AlikePeople {
  readonly #sure = new Map<string, Known>();
  readonly #byName = new Map<string, Known[]>();

  add(details: Pick<PersonDetails, 'names' | 'contact' | 'fiscalCode'>, known: Known): void {
    const { sure, names } = keysOf(details);
    for (const key of sure) if (!this.#sure.has(key)) this.#sure.set(key, known);
    for (const key of names) this.#byName.set(key, [...(this.#byName.get(key) ?? []), known]);
  }

  /** Whom the row can be, or undefined. */
  find(details: PersonDetails): Known | undefined {
    const { sure, names } = keysOf(details);
    for (const key of sure) {
      const known = this.#sure.get(key);
      if (known) return known;
    }
    return names
      .flatMap((key) => this.#byName.get(key) ?? [])
      .find((known) => canBeSameBirth(known.birth, details.birth));
  }
}

function byPerson<R extends { person_id: string }>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return groups;
}

/** Everybody of the register, by what they can be recognised by. */
export async function alikePeopleOf(db: Db): Promise<AlikePeople> {
  const people = new AlikePeople();
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_line', 'person_line.person_id', 'person.id')
    .select([
      'person.id',
      'listed_name',
      'fiscal_code',
      'birth_year',
      'birth_last_year',
      'birth_month',
      'birth_day',
    ])
    .execute();
  const names = byPerson(
    await db.selectFrom('person_name').select(['person_id', 'given', 'family', 'kind']).execute(),
  );
  const phones = await db
    .selectFrom('person_contact')
    .select(['person_id', 'value'])
    .where('kind', 'in', ['phone', 'whatsapp'])
    .execute();
  const phonesBy = byPerson(phones);
  for (const row of rows) {
    const known: Known = {
      personId: row.id,
      listedName: row.listed_name,
      birth:
        row.birth_year === null
          ? undefined
          : {
              year: row.birth_year,
              ...(row.birth_last_year === null ? {} : { lastYear: row.birth_last_year }),
              ...(row.birth_month === null ? {} : { month: row.birth_month }),
              ...(row.birth_day === null ? {} : { day: row.birth_day }),
              certainty: 'declared',
            },
    };
    const own = (names.get(row.id) ?? [])
      .filter(({ kind }) => kind !== 'mother' && kind !== 'father')
      .map(({ given, family }) => ({
        kind: 'permit' as const,
        script: 'latin' as const,
        given,
        family,
      }));
    people.add({ names: own, ...(row.fiscal_code ? { fiscalCode: row.fiscal_code } : {}) }, known);
    for (const { value } of phonesBy.get(row.id) ?? []) {
      people.add({ names: [], contact: { kind: 'phone', value, safe: false } }, known);
    }
  }
  return people;
}

export const nameOf = ({ names }: PersonDetails): string => (names[0] ? listedName(names[0]) : '');
