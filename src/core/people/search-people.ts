/*
 * Finding somebody from a few letters. What was typed is turned into words of the register that can be the
 * same name (alike-words.ts), and the full-text index finds who bears one of each. Slips of the hand, words
 * too many and words grown together are tried only when that finds next to nobody: help that always comes
 * along buries the right person under strangers.
 */
import { type RawBuilder, sql } from 'kysely';
import type { PersonLine } from '#api/people.ts';
import { type NameWord, nameWordsOf } from '#domain/names/name-words.ts';
import { phoneQueriesOf } from '#domain/people/phone-words.ts';
import type { Db } from '../context.ts';
import type { PersonTest } from '../lists/filter.ts';
import {
  type AlikeWords,
  findAlikeWords,
  findMistypedWords,
  findWordsBeginning,
} from './alike-words.ts';
import { codeWord } from './person-index.ts';

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

type MatchedBy = PersonLine['matchedBy'];

export interface Hit {
  person_id: string;
  matchedBy: MatchedBy;
}

export interface Found {
  hits: Hit[];
  /** There are more than are worth listing. */
  hasMore: boolean;
}

/** Nobody reads on further than this, they type another letter. */
const MOST_HITS = 200;
/** With fewer hits than this, slips of the hand are tried too. */
const FEW_HITS = 5;

/** Nobody is called by digits alone. */
const HAS_LETTER = /\p{L}/u;

/** In the order of the list; hits of one rank are sorted by likeness, then by name. */
const RANK: Record<MatchedBy, number> = {
  name: 0,
  identity: 1,
  caseNumber: 1,
  phone: 1,
  contact: 2,
  spelling: 3,
  script: 3,
  part: 4,
  typo: 5,
  none: 6,
};

interface Row {
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

interface Wanted {
  typed: NameWord;
  alike: AlikeWords;
  /** Also the beginning of a longer word. A word with others behind it is finished: Karim is not Karima. */
  isBeginning: boolean;
}

/** FTS5 reads quotes as the end of a word and everything inside them as text, never as an operator. */
const quoted = (word: string) => `"${word.replaceAll('"', '')}"`;

const oneOf = (words: string[]) => `(${words.join(' OR ')})`;

function matchOf(wanted: Wanted[]): string {
  return wanted
    .map(({ typed, alike, isBeginning }) => {
      const whole = [typed.folded, ...alike.keys()].map((word) => `words : ${quoted(word)}`);
      return oneOf(isBeginning ? [...whole, `words : ${quoted(typed.folded)} *`] : whole);
    })
    .join(' AND ');
}

const exactMatchOf = (wanted: Wanted[]) =>
  wanted.map(({ typed }) => `words : ${quoted(typed.folded)}`).join(' AND ');

interface Among {
  reason?: MatchedBy;
  /** Only people registered earlier than that line. */
  before?: number | undefined;
  limit?: number;
}

async function matching(
  db: Db,
  match: string,
  { showClosed, where, mostHits = MOST_HITS }: PeopleQuery,
  { reason, before, limit = mostHits }: Among = {},
): Promise<Row[]> {
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

interface Scored extends Hit {
  /** Of `matchedBy`. */
  rank: number;
  score: number;
  sortName: string;
}

interface Answer {
  score: number;
  reason: MatchedBy;
}

function answerIn({ typed, alike, isBeginning }: Wanted, word: string): Answer | undefined {
  const known = alike.get(word);
  if (word === typed.folded) return { score: 1, reason: known?.reason ?? 'name' };
  if (isBeginning && word.startsWith(typed.folded)) return { score: 0.9, reason: 'name' };
  return known && { score: known.likeness * 0.8, reason: known.reason };
}

const isBetter = (a: Answer, b: Answer) =>
  RANK[a.reason] - RANK[b.reason] < 0 || (RANK[a.reason] === RANK[b.reason] && a.score > b.score);

/** How well one typed word is answered by the words of a person. */
function answerOf(wanted: Wanted, words: string[]) {
  let best: Answer | undefined;
  for (const word of words) {
    const answer = answerIn(wanted, word);
    if (answer && (!best || isBetter(answer, best))) best = answer;
  }
  return best;
}

function scoreOf(row: Row, wanted: Wanted[], isPart: boolean): Scored {
  const { person_id, sortName, reason } = row;
  if (reason) return { person_id, matchedBy: reason, rank: RANK[reason], score: 1, sortName };
  const words = row.words.split(' ');
  let matchedBy: MatchedBy = isPart ? 'part' : 'name';
  let score = 0;
  for (const one of wanted) {
    const answer = answerOf(one, words);
    if (!answer) continue;
    score += answer.score;
    if (RANK[answer.reason] > RANK[matchedBy]) matchedBy = answer.reason;
  }
  return { person_id, matchedBy, rank: RANK[matchedBy], score, sortName };
}

const byRank = (a: Scored, b: Scored) =>
  a.rank - b.rank ||
  b.score - a.score ||
  (a.sortName < b.sortName ? -1 : Number(a.sortName > b.sortName));

async function wantedOf(db: Db, typed: NameWord[]): Promise<Wanted[]> {
  const alikes = await findAlikeWords(db, typed);
  return typed.map((word, index) => {
    const alike: AlikeWords = alikes[index] ?? new Map();
    return { typed: word, alike, isBeginning: index === typed.length - 1 || alike.size === 0 };
  });
}

async function byName(db: Db, wanted: Wanted[], query: PeopleQuery): Promise<Scored[]> {
  if (wanted.length === 0) return [];
  const rows = await matching(db, matchOf(wanted), query);
  // Among too many, those who are spelt as typed must not be the ones left out: the older ones too.
  const found = rows.map((row) => scoreOf(row, wanted, false));
  const { mostHits = MOST_HITS } = query;
  if (rows.length < mostHits) return found;
  const limit = mostHits - found.filter(({ matchedBy }) => matchedBy === 'name').length;
  const older = { before: rows[0]?.oldest, limit };
  const exact = limit > 0 ? await matching(db, exactMatchOf(wanted), query, older) : [];
  return [...found, ...exact.map((row) => scoreOf(row, wanted, false))];
}

/** With what may have been typed wrongly; words that stand in the register as typed are trusted at first. */
async function withSlips(db: Db, wanted: Wanted[], trustsKnown: boolean): Promise<Wanted[]> {
  const last = wanted.length - 1;
  return Promise.all(
    wanted.map(async ({ typed, alike, isBeginning }, index) => {
      const isKnown = alike.get(typed.folded) !== undefined;
      const beginning = index === last ? await findWordsBeginning(db, typed) : new Map();
      const slips = isKnown && trustsKnown ? new Map() : await findMistypedWords(db, typed);
      return { typed, alike: new Map([...slips, ...beginning, ...alike]), isBeginning };
    }),
  );
}

/** Who bears all of the words but one, for people who write four names where the permit has three. */
async function byPart(db: Db, wanted: Wanted[], query: PeopleQuery): Promise<Scored[]> {
  if (wanted.length < 3 || wanted.length > 8) return [];
  const found: Scored[] = [];
  for (const left of wanted) {
    const others = wanted.filter((one) => one !== left);
    const rows = await matching(db, matchOf(others), query);
    found.push(...rows.map((row) => scoreOf(row, others, true)));
  }
  return found;
}

/** The same letters with two neighbouring words written as one. */
async function byJoined(db: Db, text: string, query: PeopleQuery): Promise<Scored[]> {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || words.length > 6) return [];
  const found: Scored[] = [];
  for (let index = 0; index < words.length - 1; index++) {
    const joined = [
      ...words.slice(0, index),
      `${words[index]}${words[index + 1]}`,
      ...words.slice(index + 2),
    ];
    found.push(
      ...(await byName(db, await wantedOf(db, nameWordsOf(joined.join(' ')).units), query)),
    );
  }
  return found;
}

/** By a number or an address, whatever of it was typed. */
async function byNumber(db: Db, query: PeopleQuery): Promise<Scored[]> {
  const text = query.query.trim();
  const code = codeWord(text);
  const hasDigit = /\d/u.test(code);
  const oneOfColumn = (column: string, words: string[]) =>
    words.length > 0 ? oneOf(words.map((word) => `${column} : ${quoted(word)} *`)) : undefined;
  const columns: [MatchedBy, string | undefined][] = [
    ['phone', oneOfColumn('phone', phoneQueriesOf(text))],
    ['caseNumber', oneOfColumn('code', hasDigit || code.length === 5 ? [code] : [])],
    ['identity', oneOfColumn('identity', hasDigit && code.length >= 4 ? [code] : [])],
    ['contact', /[@.\d_]/u.test(text) ? contactMatchOf(text) : undefined],
  ];
  const found: Scored[] = [];
  for (const [reason, match] of columns) {
    // Digits that are somebody's phone are not looked for in the addresses too.
    if (!match || (reason === 'contact' && found.some((one) => one.matchedBy === 'phone')))
      continue;
    const rows = await matching(db, match, query, { reason });
    found.push(...rows.map((row) => scoreOf(row, [], false)));
  }
  return found;
}

function contactMatchOf(text: string): string | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length > 0
    ? words.map((word) => `contact : ${quoted(word)} *`).join(' AND ')
    : undefined;
}

function inOrder(found: Scored[], { mostHits = MOST_HITS }: PeopleQuery): Found {
  const hits = new Map<string, Hit>();
  for (const { person_id, matchedBy } of found.sort(byRank)) {
    if (!hits.has(person_id)) hits.set(person_id, { person_id, matchedBy });
  }
  return { hits: [...hits.values()], hasMore: found.length >= mostHits };
}

/** Hits in the order of how sure they are; at most some hundreds. */
export async function searchPeople(db: Db, query: PeopleQuery): Promise<Found> {
  const units = HAS_LETTER.test(query.query) ? nameWordsOf(query.query).units : [];
  const wanted = await wantedOf(db, units.slice(0, 8));
  const found = [...(await byNumber(db, query)), ...(await byName(db, wanted, query))];
  if (found.length >= FEW_HITS || wanted.length === 0) return inOrder(found, query);
  found.push(...(await byName(db, await withSlips(db, wanted, true), query)));
  if (found.length === 0) {
    found.push(...(await byJoined(db, query.query, query)));
    found.push(...(await byPart(db, wanted, query)));
  }
  if (found.length === 0) {
    found.push(...(await byName(db, await withSlips(db, wanted, false), query)));
  }
  return inOrder(found, query);
}
