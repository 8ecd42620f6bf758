/*
 * Which pairs of a whole register are worth comparing. Everybody with everybody takes hours from some ten
 * thousand people on, so only those are paired who can be one person by the rule of likeness (likeness.ts): who
 * share the number of a phone or a paper; a birthday and a word of their name; two words of their name with a
 * birth that is not known to the day. Birth, sex and nationality then say how many points a pair can reach, and
 * pairs that cannot reach enough are left out before any name is read. No likely pair is missed that way, however
 * common its names are; only beyond the bounds below some are, and then it is said (`mostGivenUp`).
 */
import { wordLikeness } from '#domain/names/word-likeness.ts';
import { isWholeDay, likelyFrom, mostPoints } from '#domain/people/likeness.ts';
import type { Db } from '../context.ts';
import { type Member, readMembers, type Word } from './compared-members.ts';
import {
  dayKey,
  type Groups,
  groupsByDay,
  groupsByNumber,
  groupsByTwoWords,
  MOST_NUMBERS,
  put,
} from './groups-of-members.ts';
import { PairQueue, type PairsWaiting } from './pair-queue.ts';
import type { Turns } from './turns.ts';

/** A larger group is parted by birth before its pairs are looked at. */
const CROWD = 25;
/** A number that so many have is no number of anybody: they are paired by name and birthday like a crowd. */
const MOST_WITH_A_NUMBER = 200;
/** Some minutes on an old laptop: more are reached only where tens of thousands bear one name. */
const MOST_LOOKED_AT = 60_000_000;
/** Of one name; so many parents are written down nowhere. */
const MOST_KIN = 4_000;
/** Offices guess a year wrongly by so much (likeness.ts). */
const NEAR_YEARS = 2;
/** Lets others have their turn when it is time; false when the work has to stop. */
type Rest = () => boolean | Promise<boolean>;

class PairFinder {
  readonly queue: PairQueue;
  readonly #members: readonly Member[];
  /** The same words meet again and again. */
  readonly #sameWords = new Map<number, boolean>();
  #lookedAt = 0;

  constructor(members: readonly Member[]) {
    this.#members = members;
    this.queue = new PairQueue(members.map(({ id }) => id));
  }

  get lookedAt(): number {
    return this.#lookedAt;
  }

  /** With what a shared number adds, which of the two kinds is not known yet. */
  look(one: number, other: number, sharesNumber = false): void {
    this.#lookedAt += 1;
    const [a, b] = [this.#members[one], this.#members[other]];
    if (!a || !b || one === other) return;
    if (sharesNumber) {
      this.queue.add(one, other, Number.POSITIVE_INFINITY);
      return;
    }
    const hasKin = a.hasKin && b.hasKin;
    const most = mostPoints(a, b, { sameName: true, hasKin });
    if (most < likelyFrom) return;
    const sameName = this.#mayBeOneName(a, b);
    const closer = sameName ? most : mostPoints(a, b, { sameName, hasKin });
    if (closer >= likelyFrom) this.queue.add(one, other, closer);
  }

  /** Whether two words are the same to the letter or the sound; all there is, of a name of one word. */
  #mayBeOneName(a: Member, b: Member): boolean {
    let shared = 0;
    for (const one of a.words) {
      if (b.words.some((other) => this.#isSameWord(one, other))) shared += 1;
    }
    const isNarrow = a.hasKin || b.hasKin || Math.min(a.words.length, b.words.length) === 1;
    return shared >= 2 || (shared === 1 && isNarrow);
  }

  #isSameWord(a: Word, b: Word): boolean {
    if (a.id === b.id) return true;
    const pair = Math.min(a.id, b.id) * MOST_NUMBERS + Math.max(a.id, b.id);
    const known = this.#sameWords.get(pair);
    if (known !== undefined) return known;
    const isSame = wordLikeness(a, b) === 1;
    this.#sameWords.set(pair, isSame);
    return isSame;
  }

  /** The next four give leave to go on, or not. */
  async lookAtAll(group: readonly number[], rest: Rest, sharesNumber = false): Promise<boolean> {
    for (const [index, one] of group.entries()) {
      for (let next = index + 1; next < group.length; next += 1) {
        this.look(one, group[next] ?? one, sharesNumber);
      }
      if (!(await rest())) return false;
    }
    return true;
  }

  /** Of a crowd of namesakes, those whose parents are known and may be the same. */
  async lookAtKin(group: readonly number[], rest: Rest): Promise<boolean> {
    const kin = group.filter((index) => this.#members[index]?.hasKin);
    if (kin.length <= MOST_KIN) return this.lookAtAll(kin, rest);
    this.queue.mostGivenUp = Number.POSITIVE_INFINITY;
    return rest();
  }

  /** Of a crowd of namesakes, those whose years of birth agree. Two whole days agree by the day, and are met there. */
  async lookAtYears(group: readonly number[], rest: Rest): Promise<boolean> {
    const years: Groups = new Map();
    for (const index of group) {
      for (const year of yearsOf(this.#members[index], 0)) put(years, year, index);
    }
    for (const index of group) {
      const birth = this.#members[index]?.birth;
      if (!birth || isWholeDay(birth)) continue;
      for (const year of yearsOf(this.#members[index], NEAR_YEARS)) {
        for (const other of years.get(year) ?? []) this.look(index, other);
      }
      if (!(await rest())) return false;
    }
    return rest();
  }

  async lookAtNumber(group: readonly number[], rest: Rest): Promise<boolean> {
    if (group.length <= MOST_WITH_A_NUMBER) return this.lookAtAll(group, rest, true);
    const parted: Groups = new Map();
    for (const index of group) {
      const member = this.#members[index];
      const day = member && dayKey(member);
      if (day !== undefined) put(parted, `day ${day}`, index);
      for (const label of member?.labels ?? []) put(parted, label, index);
    }
    this.queue.mostGivenUp = Number.POSITIVE_INFINITY;
    for (const part of parted.values()) {
      if (part.length > MOST_WITH_A_NUMBER) continue;
      if (!(await this.lookAtAll(part, rest, true))) return false;
    }
    return true;
  }
}

function yearsOf(member: Member | undefined, near: number): number[] {
  const birth = member?.birth;
  if (!birth) return [];
  const first = birth.year - near;
  return Array.from(
    { length: (birth.lastYear ?? birth.year) + near - first + 1 },
    (_, n) => first + n,
  );
}

interface Pairs {
  waiting: PairsWaiting[];
  /** What those can reach that were too many to be held; less than anything where there are none. */
  mostGivenUp: number;
}

interface PairsInTurn extends Pairs {
  /** Namesakes whose birth is not known to the day; none of them reaches more than `mostWithoutDay`. */
  further: (turns: Turns) => Promise<Pairs | undefined>;
}

const pairsOf = ({ queue }: PairFinder): Pairs => ({
  waiting: queue.inOrder(),
  mostGivenUp: queue.mostGivenUp,
});

/** Every group in its turn; false when stopped. */
async function eachGroup(
  groups: Iterable<number[]>,
  turns: Turns,
  look: (group: number[], rest: Rest) => Promise<boolean>,
): Promise<boolean> {
  const all = [...groups];
  for (const [done, group] of all.entries()) {
    // Most groups are of one: only those that took a while are waited for.
    const rest: Rest = () => !turns.isOver || turns.next(done / all.length);
    if (group.length > 1 && !(await look(group, rest))) return false;
  }
  return turns.next(1);
}

/** Pairs without those that cannot be likely, by what they can reach. Undefined when stopped. */
export async function pairsToCompare(db: Db, turns: Turns): Promise<PairsInTurn | undefined> {
  const members = await readMembers(db, turns.within(0, 0.5));
  if (!members) return undefined;
  const finder = new PairFinder(members);
  const byNumber = await groupsByNumber(db, members, turns.within(0.5, 0.6));
  if (!byNumber) return undefined;
  const ofNumbers = turns.within(0.6, 0.65);
  const hasNumbers = await eachGroup(byNumber.values(), ofNumbers, (group, rest) =>
    finder.lookAtNumber(group, rest),
  );
  const byDay = hasNumbers && (await groupsByDay(members, turns.within(0.65, 0.7)));
  if (!byDay) return undefined;
  const hasDays = await eachGroup(byDay.values(), turns.within(0.7, 0.8), (group, rest) =>
    finder.lookAtAll(group, rest),
  );
  const byWords = hasDays && (await groupsByTwoWords(members, turns.within(0.8, 0.9)));
  if (!byWords) return undefined;
  const crowds: number[][] = [];
  const hasWords = await eachGroup(byWords.values(), turns.within(0.9, 1), (group, rest) => {
    if (group.length <= CROWD) return finder.lookAtAll(group, rest);
    crowds.push(group);
    return finder.lookAtKin(group, rest);
  });
  if (!hasWords) return undefined;
  return { ...pairsOf(finder), further: (next) => furtherPairs(members, crowds, next) };
}

async function furtherPairs(
  members: readonly Member[],
  crowds: number[][],
  turns: Turns,
): Promise<Pairs | undefined> {
  const finder = new PairFinder(members);
  // Rare names first: where it becomes too much, the commonest are those that tell least.
  crowds.sort((a, b) => a.length - b.length);
  const wentOn = await eachGroup(crowds, turns, (group, rest) => {
    if (finder.lookedAt < MOST_LOOKED_AT) return finder.lookAtYears(group, rest);
    finder.queue.mostGivenUp = Number.POSITIVE_INFINITY;
    return Promise.resolve(true);
  });
  return wentOn ? pairsOf(finder) : undefined;
}
