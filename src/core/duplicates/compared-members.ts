/* Everybody of the register as far as it takes to say which pairs are worth comparing: small enough to hold at once. */
import { sql } from 'kysely';
import type { NameWord } from '#domain/names/name-words.ts';
import { soundKeysOf } from '#domain/names/sound-keys.ts';
import type { ComparedFacts } from '#domain/people/likeness.ts';
import type { Db } from '../context.ts';
import { type BirthColumns, birthOf } from '../people/person-rows.ts';
import type { Turns } from './turns.ts';

/** Some hundredths of a second. */
const READ_AT_ONCE = 500;

export interface Word extends Pick<NameWord, 'folded' | 'phones' | 'family'> {
  id: number;
  /** Its sounds and its family, as numbers: words without one in common are two names. */
  labels: number[];
}

export interface Member extends ComparedFacts {
  id: string;
  words: Word[];
  /** Labels of all words, each once. */
  labels: number[];
  hasKin: boolean;
}

interface WordRow extends BirthColumns {
  person_id: string;
  sex: string;
  has_kin: number;
  countries: string | null;
  /** Null for somebody whose name has no word in it. */
  word_id: number | null;
  word: string | null;
  phones: string | null;
  family: number | null;
}

/** Each word of the register once. Labels are counted up as they are met. */
class Words {
  readonly #labels = new Map<string, number>();
  readonly #words = new Map<number, Word>();

  of(id: number, { word, phones, family }: WordRow): Word {
    const known = this.#words.get(id);
    if (known) return known;
    const readings = (phones ?? '').split(' ');
    const keys = soundKeysOf(readings).filter(Boolean);
    const read: Word = {
      id,
      folded: word ?? '',
      phones: readings,
      ...(family === null ? {} : { family }),
      labels: (family === null ? keys : [...keys, `#${family}`]).map((key) => this.#labelOf(key)),
    };
    this.#words.set(id, read);
    return read;
  }

  #labelOf(key: string): number {
    const label = this.#labels.get(key) ?? this.#labels.size;
    this.#labels.set(key, label);
    return label;
  }
}

async function readSome(db: Db, after: string): Promise<WordRow[]> {
  const { rows } = await sql<WordRow>`
    SELECT p.*, w.id AS word_id, w.word, w.phones, w.family
    FROM (SELECT id AS person_id, sex, birth_year, birth_month, birth_day, birth_last_year, birth_certainty,
        (SELECT group_concat(country, ' ') FROM person_nationality WHERE person_id = person.id) AS countries,
        EXISTS (SELECT 1 FROM person_name
          WHERE person_id = person.id AND kind IN ('mother', 'father')) AS has_kin
      FROM person WHERE id > ${after} ORDER BY id LIMIT ${READ_AT_ONCE}) p
    LEFT JOIN person_word pw ON pw.person_id = p.person_id LEFT JOIN name_word w ON w.id = pw.word_id
    ORDER BY p.person_id`.execute(db);
  return rows;
}

/** Undefined when it was stopped. */
export async function readMembers(db: Db, turns: Turns): Promise<Member[] | undefined> {
  const { count } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const words = new Words();
  const members: Member[] = [];
  let after = '';
  for (let read = 0; read < count; read += READ_AT_ONCE) {
    if (!(await turns.next(read / count))) return undefined;
    const rows = await readSome(db, after);
    for (const row of rows) {
      if (members.at(-1)?.id !== row.person_id) members.push(memberOf(row));
      const member = members.at(-1);
      if (!member || row.word_id === null) continue;
      const word = words.of(row.word_id, row);
      member.words.push(word);
      for (const label of word.labels)
        if (!member.labels.includes(label)) member.labels.push(label);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.person_id;
  }
  return members;
}

function memberOf(row: WordRow): Member {
  return {
    id: row.person_id,
    birth: birthOf(row),
    sex: row.sex,
    nationalities: row.countries?.split(' ') ?? [],
    words: [],
    labels: [],
    hasKin: row.has_kin === 1,
  };
}
