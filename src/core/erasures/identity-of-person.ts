import { sql } from 'kysely';
import { numberSpellings, wholeNames } from '#domain/erasures/identifying-words.ts';
import { nameWordsOf } from '#domain/names/name-words.ts';
import type { Db } from '../context.ts';

/** What tells who somebody was, read before they are gone. */
export interface Identity {
  /** Whole names and numbers that nobody else of the register has. */
  unique: string[];
  /** Single words of names, as written. */
  words: string[];
}

const SHORTEST_WORD = 3;
/** Shorter ones are found inside other words, where nobody was meant. */
const SHORTEST_TRACE = 4;

/** Names of the person and of the records that were made one with theirs. */
async function namesOf(db: Db, personId: string) {
  const own = await db
    .selectFrom('person_name')
    .select(['kind', 'given', 'family', 'transliteration'])
    .where('person_id', '=', personId)
    .execute();
  // Parents' names stand with the person, and are somebody else's.
  return own
    .filter(({ kind }) => kind !== 'mother' && kind !== 'father')
    .map(({ transliteration, ...name }) => ({
      ...name,
      ...(transliteration === null ? {} : { transliteration }),
    }));
}

async function numbersOf(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    SELECT fiscal_code AS number FROM person WHERE id = ${personId} AND fiscal_code IS NOT NULL
    UNION SELECT number FROM case_file WHERE person_id = ${personId}
    UNION SELECT merged_case_number FROM person_merge WHERE kept_id = ${personId}
    UNION SELECT number FROM identity_document WHERE person_id = ${personId} AND number IS NOT NULL
    UNION SELECT value FROM person_contact WHERE person_id = ${personId} AND owner = 'self'`.execute(
    db,
  );
  return rows.map(({ number }) => number);
}

/** Somebody else has it too: a family's telephone, a namesake. Crossing it out would take it from them. */
async function isShared(db: Db, personId: string, text: string): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM person_name WHERE person_id <> ${personId} AND
        ${text} IN (given || ' ' || family, family || ' ' || given, family || ', ' || given, transliteration))
      OR EXISTS (SELECT 1 FROM person_contact WHERE person_id <> ${personId} AND
        (value = ${text} OR replace(replace(value, ' ', ''), '-', '') = ${text}))
      OR EXISTS (SELECT 1 FROM person WHERE id <> ${personId} AND fiscal_code = ${text})
      OR EXISTS (SELECT 1 FROM identity_document WHERE person_id <> ${personId} AND number = ${text})
      AS found`.execute(db);
  return rows[0]?.found === 1;
}

export async function identityOf(db: Db, personId: string): Promise<Identity> {
  const names = await namesOf(db, personId);
  const unique: string[] = [];
  for (const text of [...wholeNames(names), ...numberSpellings(await numbersOf(db, personId))]) {
    if (!(await isShared(db, personId, text))) unique.push(text);
  }
  const texts = names.flatMap((one) => [one.given, one.family, one.transliteration ?? '']);
  const words = texts
    .flatMap((text) => text.normalize('NFC').split(/[\s,]+/u))
    .filter((word) => word.length >= SHORTEST_WORD);
  return { unique, words: [...new Set(words)] };
}

/** Of the words, those that are in nobody's name now. */
export async function wordsOfNobody(db: Db, words: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const word of words.filter((one) => one.length >= SHORTEST_TRACE)) {
    const folded = nameWordsOf(word).units.map((unit) => unit.folded);
    const row = await db
      .selectFrom('name_word')
      .select('id')
      .where('word', 'in', folded)
      .limit(1)
      .executeTakeFirst();
    if (!row && folded.length > 0) left.push(word);
  }
  return left;
}
