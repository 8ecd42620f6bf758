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

/** Words that are the same name, in whatever spelling and script. */
export async function findAlikeWords(db: Db, typed: NameWord): Promise<AlikeWords> {
  const keys = soundKeysOf(typed.phones);
  if (typed.family !== undefined) keys.push(familyKey(typed.family));
  const rows = await wordsWhere(db, inKeys(keys));
  return best(
    rows.flatMap((row): [string, AlikeWord][] => {
      const likeness = wordLikeness(typed, asWord(row));
      return likeness === undefined ? [] : [[row.word, { likeness, reason: reasonOf(typed, row) }]];
    }),
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
