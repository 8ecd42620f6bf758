/*
 * What lists and the search see of a person: one line, and the words they can be found by. Both are written
 * in the same transaction as the person, so that nobody can be in the register and not be findable; and the
 * schema's own triggers take them away with the person, so that nobody who was erased is findable either.
 */
import { sql } from 'kysely';
import { type NameWord, nameWordsOf, sortNameOf } from '#domain/names/name-words.ts';
import { isOwnName, listedName, type PersonName } from '#domain/names/person-name.ts';
import { looseKeysOf, soundKeysOf } from '#domain/names/sound-keys.ts';
import { phoneWordsOf } from '#domain/people/phone-words.ts';
import type { Db } from '../context.ts';

/** Raised whenever the reading of names changes; registers written with an older one are indexed again. */
export const indexVersion = 1;

/** Everything somebody can be found by. */
export interface FindablePerson {
  id: string;
  names: Pick<PersonName, 'kind' | 'script' | 'given' | 'family' | 'transliteration'>[];
  phones: string[];
  /** E-mail addresses and other ways to reach somebody. */
  contacts: string[];
  /** Numbers of papers, fiscal codes, numbers that other offices gave. */
  identities: string[];
  caseNumbers: string[];
  isOpen: boolean;
}

/** Keys in the register: as they are, of a family, and with a consonant left out. */
export const familyKey = (family: number) => `#${family}`;
export const looseKey = (key: string) => `-${key}`;

function keysOf(word: NameWord): string[] {
  const keys = soundKeysOf(word.phones);
  const loose = looseKeysOf(keys[0] ?? '').map(looseKey);
  return [...keys, ...(word.family === undefined ? [] : [familyKey(word.family)]), ...loose];
}

/** Names are repeated all over a register: each text is read once a batch. */
class NameReader {
  readonly #known = new Map<string, NameWord[]>();

  words(text: string): NameWord[] {
    const known = this.#known.get(text);
    if (known) return known;
    const { units, parts } = nameWordsOf(text);
    const words = [...units, ...parts];
    this.#known.set(text, words);
    return words;
  }
}

const distinct = (list: string[]) => [...new Set(list.filter(Boolean))].join(' ');

/** Numbers and addresses as they are looked for: without blanks, dashes and the like. */
export const codeWord = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function caseWords(number: string): string[] {
  return [codeWord(number), ...number.split('-').slice(-1).map(codeWord)];
}

function contactWords(value: string): string[] {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

function findableWords(person: FindablePerson, reader: NameReader) {
  const words = person.names.flatMap((name) => [
    ...reader.words(`${name.given} ${name.family}`),
    ...(name.transliteration ? reader.words(name.transliteration) : []),
  ]);
  const byWord = new Map(words.map((word) => [`${word.folded} ${word.script}`, word]));
  return {
    nameWords: [...byWord.values()],
    columns: {
      words: distinct(words.map((word) => word.folded)),
      phone: distinct(person.phones.flatMap(phoneWordsOf)),
      code: distinct(person.caseNumbers.flatMap(caseWords)),
      identity: distinct(person.identities.map(codeWord)),
      contact: distinct(person.contacts.flatMap(contactWords)),
      state: person.isOpen ? 'open' : 'closed',
    },
  };
}

function lineOf({ id, names, isOpen }: FindablePerson, words: string) {
  const [shown, ...others] = names.filter(isOwnName);
  if (!shown) throw new Error('a person has a name');
  const other = others.find((name) => name.script !== shown.script) ?? others[0];
  const listed = listedName(shown);
  return {
    id,
    listed,
    sort: sortNameOf(listed),
    other: other ? listedName(other) : (shown.transliteration ?? null),
    open: Number(isOpen),
    words,
  };
}

async function writeLines(tx: Db, lines: ReturnType<typeof lineOf>[]): Promise<void> {
  const rows = JSON.stringify(lines);
  await sql`
    INSERT INTO person_line (person_id, listed_name, sort_name, other_name, is_open, words)
    SELECT value ->> 'id', value ->> 'listed', value ->> 'sort', value ->> 'other', value ->> 'open',
      value ->> 'words'
    FROM json_each(${rows}) WHERE true
    ON CONFLICT (person_id) DO UPDATE SET listed_name = excluded.listed_name,
      sort_name = excluded.sort_name, other_name = excluded.other_name, is_open = excluded.is_open,
      words = excluded.words
  `.execute(tx);
}

async function writeWords(tx: Db, words: Map<string, NameWord>): Promise<void> {
  const rows = [...words.values()].map((word) => [
    word.folded,
    word.script,
    word.phones.join(' '),
    word.family ?? null,
  ]);
  const { rows: added } = await sql<{ id: number; word: string; script: string }>`
    INSERT OR IGNORE INTO name_word (word, script, phones, family)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(rows)})
    RETURNING id, word, script`.execute(tx);
  const keys = added.flatMap(({ id, word, script }) => {
    const full = words.get(`${word} ${script}`);
    return full ? [...new Set(keysOf(full))].map((key) => [key, id]) : [];
  });
  await sql`
    INSERT INTO name_word_key (key, word_id)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(keys)})`.execute(tx);
}

async function writePersonWords(tx: Db, pairs: [string, string, string][]): Promise<void> {
  const rows = JSON.stringify(pairs);
  const ids = JSON.stringify([...new Set(pairs.map(([id]) => id))]);
  const wanted = sql`
    SELECT value ->> 0, name_word.id FROM json_each(${rows})
    CROSS JOIN name_word ON name_word.word = value ->> 1 AND name_word.script = value ->> 2`;
  await sql`INSERT OR IGNORE INTO person_word (person_id, word_id) ${wanted}`.execute(tx);
  await sql`
    DELETE FROM person_word WHERE person_id IN (SELECT value FROM json_each(${ids}))
    AND (person_id, word_id) NOT IN (${wanted})`.execute(tx);
}

/** Writes or rewrites lines and search words of people inside the caller's transaction. */
export async function indexPeople(tx: Db, people: FindablePerson[]): Promise<void> {
  const reader = new NameReader();
  const words = new Map<string, NameWord>();
  const pairs: [string, string, string][] = [];
  const rows: unknown[] = [];
  const lines: ReturnType<typeof lineOf>[] = [];
  for (const person of people) {
    const { nameWords, columns } = findableWords(person, reader);
    for (const word of nameWords) {
      words.set(`${word.folded} ${word.script}`, word);
      pairs.push([person.id, word.folded, word.script]);
    }
    rows.push({ id: person.id, ...columns });
    lines.push(lineOf(person, columns.words));
  }
  const ids = JSON.stringify(people.map((person) => person.id));
  await writeLines(tx, lines);
  await writeWords(tx, words);
  await writePersonWords(tx, pairs);
  await sql`
    DELETE FROM person_search WHERE rowid IN (
      SELECT line FROM person_line WHERE person_id IN (SELECT value FROM json_each(${ids})))
  `.execute(tx);
  await sql`
    INSERT INTO person_search (rowid, words, phone, code, identity, contact, state)
    SELECT line, value ->> 'words', value ->> 'phone', value ->> 'code', value ->> 'identity',
      value ->> 'contact', value ->> 'state'
    FROM json_each(${JSON.stringify(rows)}) CROSS JOIN person_line ON person_id = value ->> 'id'
  `.execute(tx);
}
