/*
 * Covers, in what was written about a person, the names of other people: family, friends, whoever is in the
 * register. Art. 15(4) GDPR gives everybody their own data and nobody's else; in this field a name in the
 * wrong hands can be a brother found by those he fled from.
 */
import { sql } from 'kysely';
import { crossedOut, crossOut, patternOf, wholeNames } from '#domain/erasures/identifying-words.ts';
import type { Db } from '../context.ts';

/** Words of a name that are also everyday ones, or particles, would blank out half a note. */
const SHORTEST_WORD = 4;

const wordsOf = (texts: readonly (string | null)[]) =>
  texts
    .flatMap((text) => (text ?? '').normalize('NFC').split(/[\s,]+/u))
    .filter((word) => word.length >= SHORTEST_WORD);

/** People tied to the person: every word of their names, since notes call them by one. */
async function wordsOfNear(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string | null }>`
    SELECT other_name AS name FROM tie WHERE person_id = ${personId}
    UNION SELECT owner_name FROM person_contact WHERE person_id = ${personId}
    UNION SELECT care_of FROM person_address WHERE person_id = ${personId}
    UNION SELECT giver_name FROM consent WHERE person_id = ${personId}
    UNION SELECT given || ' ' || family FROM person_name
      WHERE person_id = ${personId} AND kind IN ('mother', 'father')
    UNION SELECT given || ' ' || family || ' ' || coalesce(transliteration, '') FROM person_name
      WHERE person_id IN (
        SELECT other_person_id FROM tie WHERE person_id = ${personId}
        UNION SELECT person_id FROM tie WHERE other_person_id = ${personId})`.execute(db);
  return wordsOf(rows.map((row) => row.name));
}

const MOST_WORDS_OF_A_NAME = 5;
const WORD = /[\p{L}\p{M}\p{N}'’.-]+/gu;

const keyOf = (words: readonly string[]) => words.join(' ').toLowerCase();

/** Whole names of everybody else, for looking up any words that stand together. */
async function namesOfEverybodyElse(db: Db, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('person_name')
    .select(['given', 'family', 'transliteration'])
    .where('person_id', '<>', personId)
    .execute();
  const names = wholeNames(
    rows.map(({ transliteration, ...name }) => ({
      ...name,
      ...(transliteration === null ? {} : { transliteration }),
    })),
  );
  return new Set(names.map((name) => keyOf(name.match(WORD) ?? [])));
}

function withoutWholeNames(text: string, names: ReadonlySet<string>): string {
  const words = [...text.matchAll(WORD)];
  const spans: [number, number][] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let count = Math.min(MOST_WORDS_OF_A_NAME, words.length - start); count >= 2; count -= 1) {
      const group = words.slice(start, start + count);
      const last = group.at(-1);
      if (!last || !names.has(keyOf(group.map(([word]) => word.replace(/\.$/, ''))))) continue;
      spans.push([words[start]?.index ?? 0, last.index + last[0].replace(/\.$/, '').length]);
      start += count - 1;
      break;
    }
  }
  return spans.reduceRight(
    (rest, [from, to]) => rest.slice(0, from) + crossedOut + rest.slice(to),
    text,
  );
}

/** A function that covers other people's names in what it is given. */
export async function coverOthers(db: Db, personId: string): Promise<(text: string) => string> {
  const own = await db
    .selectFrom('person_name')
    .select(['given', 'family', 'transliteration', 'kind'])
    .where('person_id', '=', personId)
    .where('kind', 'not in', ['mother', 'father'])
    .execute();
  const ownWords = new Set(
    wordsOf(own.flatMap((one) => [one.given, one.family, one.transliteration])).map((word) =>
      word.toLowerCase(),
    ),
  );
  const near = (await wordsOfNear(db, personId)).filter(
    (word) => !ownWords.has(word.toLowerCase()),
  );
  const pattern = patternOf([...new Set(near)]);
  const everybody = await namesOfEverybodyElse(db, personId);
  return (text) => {
    const covered = withoutWholeNames(text.normalize('NFC'), everybody);
    return pattern ? crossOut(covered, pattern) : covered;
  };
}
