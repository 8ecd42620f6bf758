/*
 * Finding somebody from a few letters. What was typed is turned into words of the register that can be the
 * same name (alike-words.ts), and the full-text index finds who bears one of each. Slips of the hand, words
 * too many and words grown together are tried only when that finds next to nobody: help that always comes
 * along buries the right person under strangers.
 */
import { type NameWord, nameWordsOf } from '#domain/names/name-words.ts';
import { phoneQueriesOf } from '#domain/people/phone-words.ts';
import type { Db } from '../context.ts';
import {
  type AlikeWords,
  findAlikeWords,
  findMistypedWords,
  findWordsBeginning,
} from './alike-words.ts';
import {
  type MatchedBy,
  MOST_HITS,
  matching,
  oneOf,
  type PeopleQuery,
  quoted,
} from './indexed-rows.ts';
import { codeWord } from './person-index.ts';
import { byRank, type Hit, type Scored, scoreOf, type Wanted } from './rank-hits.ts';

export interface Found {
  hits: Hit[];
  /** There are more than are worth listing. */
  hasMore: boolean;
}

/** With fewer hits than this, slips of the hand are tried too. */
const FEW_HITS = 5;

/** Nobody is called by digits alone. */
const HAS_LETTER = /\p{L}/u;

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
