import { type RawBuilder, sql } from 'kysely';
import type { NameWord } from '#domain/names/name-words.ts';
import { beginsLike } from '#domain/names/sound-distance.ts';
import { looseKeysOf, soundKeysOf } from '#domain/names/sound-keys.ts';
import { isOneSlipApart, wordLikeness } from '#domain/names/word-likeness.ts';
import type { Db } from '../context.ts';
import { familyKey, looseKey } from './person-index.ts';

/** Why a word of the register answers a word that was typed, from best to worst. */
type WordReason = 'name' | 'spelling' | 'script' | 'typo';

interface AlikeWord {
  likeness: number;
  reason: WordReason;
}

/** Words of the register by their plain letters. */
export type AlikeWords = Map<string, AlikeWord>;

interface WordRow {
  word: string;
  script: string;
  phones: string;
  family: number | null;
}

/** Common keys lead to many words; the best are found among these. */
const MOST_CANDIDATES = 4000;
const MOST_ALIKE = 60;

async function wordsWhere(db: Db, condition: RawBuilder<unknown>): Promise<WordRow[]> {
  const { rows } = await sql<WordRow>`
    SELECT DISTINCT w.word, w.script, w.phones, w.family
    FROM name_word_key k JOIN name_word w ON w.id = k.word_id
    WHERE ${condition} LIMIT ${MOST_CANDIDATES}`.execute(db);
  return rows;
}

const inKeys = (keys: string[]) =>
  sql`k.key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;

interface KeyedRow extends WordRow {
  wanted: number;
}

/** For each list of keys the words that have one of them, all in one statement. */
async function wordsOfEach(db: Db, keys: string[][]): Promise<WordRow[][]> {
  const pairs = JSON.stringify(keys.flatMap((list, wanted) => list.map((key) => [wanted, key])));
  const { rows } = await sql<KeyedRow>`
    SELECT DISTINCT j.value ->> 0 AS wanted, w.word, w.script, w.phones, w.family
    FROM json_each(${pairs}) j CROSS JOIN name_word_key k ON k.key = j.value ->> 1
    CROSS JOIN name_word w ON w.id = k.word_id LIMIT ${MOST_CANDIDATES}`.execute(db);
  const found = keys.map((): WordRow[] => []);
  for (const row of rows) found[row.wanted]?.push(row);
  return found;
}

const asWord = (row: WordRow) => ({
  folded: row.word,
  phones: row.phones.split(' '),
  ...(row.family === null ? {} : { family: row.family }),
});

function best(found: [string, AlikeWord][]): AlikeWords {
  found.sort(([, a], [, b]) => b.likeness - a.likeness);
  const words: AlikeWords = new Map();
  for (const [word, alike] of found) {
    if (words.size >= MOST_ALIKE) break;
    if (!words.has(word)) words.set(word, alike);
  }
  return words;
}

const reasonOf = (typed: NameWord, row: WordRow): WordReason =>
  row.script !== typed.script ? 'script' : row.word === typed.folded ? 'name' : 'spelling';

function keysOf(typed: NameWord): string[] {
  const keys = soundKeysOf(typed.phones);
  return typed.family === undefined ? keys : [...keys, familyKey(typed.family)];
}

/** For each word that was typed, those that are the same name, in whatever spelling and script. */
export async function findAlikeWords(db: Db, typed: NameWord[]): Promise<AlikeWords[]> {
  if (typed.length === 0) return [];
  const found = await wordsOfEach(db, typed.map(keysOf));
  return typed.map((word, index) =>
    best(
      (found[index] ?? []).flatMap((row): [string, AlikeWord][] => {
        const likeness = wordLikeness(word, asWord(row));
        return likeness === undefined
          ? []
          : [[row.word, { likeness, reason: reasonOf(word, row) }]];
      }),
    ),
  );
}

/** Words that begin as what was typed sounds. */
export async function findWordsBeginning(db: Db, typed: NameWord): Promise<AlikeWords> {
  const [key = ''] = soundKeysOf(typed.phones);
  if (typed.folded.length < 4 || key.length < 2) return new Map();
  const rows = await wordsWhere(db, sql`k.key >= ${key} AND k.key < ${`${key}~`}`);
  return best(
    rows.flatMap((row): [string, AlikeWord][] =>
      beginsLike(typed.phones, row.phones.split(' '))
        ? [[row.word, { likeness: 0.3, reason: reasonOf(typed, row) }]]
        : [],
    ),
  );
}

/** Words one slip of the hand away. */
export async function findMistypedWords(db: Db, typed: NameWord): Promise<AlikeWords> {
  const [key = ''] = soundKeysOf(typed.phones);
  const shorter = looseKeysOf(key);
  const keys = [key, looseKey(key), ...shorter, ...shorter.map(looseKey)];
  const rows = await wordsWhere(db, inKeys(keys));
  return best(
    rows.flatMap((row): [string, AlikeWord][] =>
      isOneSlipApart(typed.folded, row.word) ? [[row.word, { likeness: 0.1, reason: 'typo' }]] : [],
    ),
  );
}
