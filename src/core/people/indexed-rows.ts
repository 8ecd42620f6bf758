/* What the full-text index answers: who of the register has the words, as far as it takes to rank them. */
import { type RawBuilder, sql } from 'kysely';
import type { PersonLine } from '#api/people.ts';
import type { Db } from '../context.ts';
import type { PersonTest } from '../lists/filter.ts';

export interface PeopleQuery {
  query: string;
  showClosed: boolean;
  /** Only those for whom this holds. */
  where?: PersonTest | undefined;
  offset: number;
  limit: number;
  /** Where the whole answer counts and not its beginning. */
  mostHits?: number | undefined;
}

export type MatchedBy = PersonLine['matchedBy'];

/** Nobody reads on further than this, they type another letter. */
export const MOST_HITS = 200;

export interface IndexedRow {
  person_id: string;
  words: string;
  sortName: string;
  /** The line that was read last of the same search. */
  oldest: number;
  /** When it was not found by its name. */
  reason: MatchedBy | undefined;
}

/** The same as JSON, one list for each column. */
interface Columns {
  ids: string;
  names: string;
  words: string;
  oldest: number;
}

const textsIn = (json: string): string[] => JSON.parse(json);

/** FTS5 reads quotes as the end of a word and everything inside them as text, never as an operator. */
export const quoted = (word: string) => `"${word.replaceAll('"', '')}"`;

export const oneOf = (words: string[]) => `(${words.join(' OR ')})`;

interface Among {
  reason?: MatchedBy;
  /** Only people registered earlier than that line. */
  before?: number | undefined;
  limit?: number;
}

export async function matching(
  db: Db,
  match: string,
  { showClosed, where, mostHits = MOST_HITS }: PeopleQuery,
  { reason, before, limit = mostHits }: Among = {},
): Promise<IndexedRow[]> {
  const open: RawBuilder<unknown> = showClosed ? sql`` : sql`AND l.is_open = 1`;
  const older: RawBuilder<unknown> = before === undefined ? sql`` : sql`AND s.rowid < ${before}`;
  const further: RawBuilder<unknown> = where ? sql`AND ${where(sql.ref('l.person_id'))}` : sql``;
  // Newest first without sorting: of very many, those who came lately are the likelier ones. One row of
  // lists, since each row that crosses from SQLite into JavaScript costs as much as finding it.
  const { rows } = await sql<Columns>`
    SELECT json_group_array(person_id) AS ids, json_group_array(sort_name) AS names,
      json_group_array(words) AS words, min(line) AS oldest
    FROM (SELECT l.line, l.person_id, l.sort_name, l.words
      FROM person_search s CROSS JOIN person_line l ON l.line = s.rowid
      WHERE person_search MATCH ${match} ${older} ${open} ${further}
      ORDER BY s.rowid DESC LIMIT ${limit})`.execute(db);
  return rows.flatMap(({ ids, names, words, oldest }) => {
    const [sortNames, wordLists] = [names, words].map(textsIn);
    return textsIn(ids).map((person_id, index) => ({
      person_id,
      sortName: sortNames?.[index] ?? '',
      words: wordLists?.[index] ?? '',
      oldest,
      reason,
    }));
  });
}
