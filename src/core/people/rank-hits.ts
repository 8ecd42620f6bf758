/* In which order people who were found stand, and why each of them is there. */
import type { NameWord } from '#domain/names/name-words.ts';
import type { AlikeWords } from './alike-words.ts';
import type { IndexedRow, MatchedBy } from './indexed-rows.ts';

export interface Hit {
  person_id: string;
  matchedBy: MatchedBy;
}

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

export interface Wanted {
  typed: NameWord;
  alike: AlikeWords;
  /** Also the beginning of a longer word. A word with others behind it is finished: Karim is not Karima. */
  isBeginning: boolean;
}

export interface Scored extends Hit {
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

export function scoreOf(row: IndexedRow, wanted: Wanted[], isPart: boolean): Scored {
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

export const byRank = (a: Scored, b: Scored) =>
  a.rank - b.rank ||
  b.score - a.score ||
  (a.sortName < b.sortName ? -1 : Number(a.sortName > b.sortName));
