import { type RawBuilder, sql } from 'kysely';
import type { PersonLine } from '#api/people.ts';
import { searchKeysOf } from '#domain/names/search-key.ts';
import type { Db } from '../context.ts';

export interface PeopleQuery {
  query: string;
  showClosed: boolean;
  assignedTo?: string | undefined;
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

interface Matches {
  folded: string[];
  /** Also finds what is spelt as typed: one look into the index serves both. */
  spelling: string;
  other: string;
}

/** Words of a query, the last one possibly unfinished. */
function matchesOf(query: string): Matches | undefined {
  const keys = searchKeysOf(query);
  if (keys.length === 0) return undefined;
  const folded = keys.map((key) => key.folded);
  const digits = query.replace(/[\s+().-]/g, '');
  const number = /^\d{4,}$/.test(digits) ? digits : folded.join('');
  const spelling = keys.map((key) => {
    const loose = key.skeleton.length >= 3 ? `${quoted(key.skeleton)} *` : quoted(key.skeleton);
    return `(folded : ${quoted(key.folded)} * OR skeleton : ${loose})`;
  });
  return { folded, spelling: spelling.join(' AND '), other: `other : ${quoted(number)} *` };
}

interface Row {
  person_id: string;
  folded: string;
}

async function matching(db: Db, match: string, showClosed: boolean): Promise<Row[]> {
  const open: RawBuilder<unknown> = showClosed ? sql`` : sql`AND l.is_open = 1`;
  const { rows } = await sql<Row>`
    SELECT l.person_id, s.folded FROM person_search s JOIN person_line l ON l.line = s.rowid
    WHERE person_search MATCH ${match} ${open}
    ORDER BY l.sort_name LIMIT ${MOST_HITS}`.execute(db);
  return rows;
}

function isSpeltAsTyped(row: Row, typed: string[]): boolean {
  const words = ` ${row.folded}`;
  return typed.every((word) => words.includes(` ${word}`));
}

/** Hits in order: the letters as typed, then case numbers and contacts, then other spellings. */
export async function searchPeople(db: Db, wanted: PeopleQuery): Promise<Hit[]> {
  const matches = matchesOf(wanted.query);
  if (!matches) return [];
  const named = await matching(db, matches.spelling, wanted.showClosed);
  const others = await matching(db, matches.other, wanted.showClosed);
  const asTyped = named.filter((row) => isSpeltAsTyped(row, matches.folded));
  const otherWay = /^\D*\d[\d\s]*$/.test(wanted.query) ? 'contact' : 'caseNumber';
  const tiers: [Row[], PersonLine['matchedBy']][] = [
    [asTyped, 'name'],
    [others, otherWay],
    [named, 'spelling'],
  ];
  const hits = new Map<string, Hit>();
  for (const [rows, matchedBy] of tiers) {
    for (const { person_id } of rows) {
      if (!hits.has(person_id)) hits.set(person_id, { person_id, matchedBy });
    }
  }
  return [...hits.values()];
}
