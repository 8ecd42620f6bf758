import { type RawBuilder, sql } from 'kysely';
import type { PersonLine } from '#api/people.ts';
import { searchKeysOf } from '#domain/names/search-key.ts';
import type { Db } from '../context.ts';

export interface PeopleQuery {
  query: string;
  showClosed: boolean;
  offset: number;
  limit: number;
}

export interface Hit {
  person_id: string;
  matchedBy: PersonLine['matchedBy'];
}

/** More hits than this are counted but cannot be paged to: nobody reads on, they type another letter. */
const MOST_HITS = 2000;

/** FTS5 reads quotes as the end of a word and everything inside them as text, never as an operator. */
const quoted = (word: string) => `"${word.replaceAll('"', '')}"`;

/** Words of a query, the last one possibly unfinished. */
function matchesOf(query: string): { exact: string; spelling: string; other: string } | undefined {
  const keys = searchKeysOf(query);
  if (keys.length === 0) return undefined;
  const all = (expressions: string[]) => expressions.join(' AND ');
  const digits = query.replace(/[\s+().-]/g, '');
  const number = /^\d{4,}$/.test(digits) ? digits : undefined;
  return {
    exact: all(keys.map(({ folded }) => `folded : ${quoted(folded)} *`)),
    spelling: all(
      keys.map(({ folded, skeleton }) => {
        const loose = skeleton.length >= 3 ? `${quoted(skeleton)} *` : quoted(skeleton);
        return `(folded : ${quoted(folded)} * OR skeleton : ${loose})`;
      }),
    ),
    other: number
      ? `other : ${quoted(number)} *`
      : `other : ${quoted(keys.map(({ folded }) => folded).join(''))} *`,
  };
}

async function matching(
  db: Db,
  match: string,
  showClosed: boolean,
): Promise<{ person_id: string }[]> {
  const open: RawBuilder<unknown> = showClosed ? sql`` : sql`AND l.is_open = 1`;
  const { rows } = await sql<{ person_id: string }>`
    SELECT l.person_id FROM person_search s JOIN person_line l ON l.line = s.rowid
    WHERE person_search MATCH ${match} ${open}
    ORDER BY l.sort_name LIMIT ${MOST_HITS}`.execute(db);
  return rows;
}

/** Hits in order: the letters as typed, then other spellings, then case numbers and contacts. */
export async function searchPeople(db: Db, wanted: PeopleQuery): Promise<Hit[]> {
  const matches = matchesOf(wanted.query);
  if (!matches) return [];
  const hits = new Map<string, PersonLine['matchedBy']>();
  const tiers: [string, PersonLine['matchedBy']][] = [
    [matches.exact, 'name'],
    [matches.other, /^\D*\d[\d\s]*$/.test(wanted.query) ? 'contact' : 'caseNumber'],
    [matches.spelling, 'spelling'],
  ];
  for (const [match, matchedBy] of tiers) {
    for (const { person_id } of await matching(db, match, wanted.showClosed)) {
      if (!hits.has(person_id)) hits.set(person_id, matchedBy);
    }
  }
  return [...hits].map(([person_id, matchedBy]) => ({ person_id, matchedBy }));
}
