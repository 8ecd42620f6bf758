/*
 * Which pairs of a whole register are worth comparing. Everybody with everybody takes hours from some ten
 * thousand people on, so only those are paired who can be one person by the rule of likeness (likeness.ts): who
 * share the number of a phone or a paper; a birthday and a word of their name; two words of their name with a
 * birth that is not known to the day. Birth, sex and nationality then say how many points a pair can reach, and
 * pairs that cannot reach enough are left out before any name is read. No likely pair is missed that way, however
 * common its names are; only beyond the bounds below some are, and then it is said (`mostGivenUp`).
 */
import { sql } from 'kysely';
import { wordLikeness } from '#domain/names/word-likeness.ts';
import { isWholeDay, likelyFrom, mostPoints } from '#domain/people/likeness.ts';
import type { Db } from '../context.ts';
import { type Member, type Pause, readMembers, type Word } from './compared-members.ts';
import { PairQueue, type PairsWaiting } from './pair-queue.ts';

/** A larger group is parted by birth before its pairs are looked at. */
const CROWD = 25;
/** A number that so many have is no number of anybody: they are paired by name and birthday like a crowd. */
const MOST_WITH_A_NUMBER = 200;
/** Some minutes on an old laptop: more are reached only where tens of thousands bear one name. */
const MOST_LOOKED_AT = 60_000_000;
const LOOKED_AT_ONCE = 40_000;
/** Of one name; so many parents are written down nowhere. */
const MOST_KIN = 4_000;
/** Offices guess a year wrongly by so much (likeness.ts). */
const NEAR_YEARS = 2;
/** Of labels and of words: two numbers below it fit in one. There are some ten thousand. */
const MOST_NUMBERS = 2 ** 24;

type Groups = Map<number | string, number[]>;

function put(groups: Groups, key: number | string, index: number): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [index]);
  else if (group.at(-1) !== index) group.push(index);
}

/** Day and month in whichever order: offices exchange them. */
function dayKey({ birth }: Member): number | undefined {
  if (!birth || !isWholeDay(birth)) return undefined;
  const [month = 0, day = 0] = [birth.month, birth.day];
  return Math.min(month, day) * 100 + Math.max(month, day);
}

function groupsByDay(members: readonly Member[]): Groups {
  const groups: Groups = new Map();
  for (const [index, member] of members.entries()) {
    const day = dayKey(member);
    if (day === undefined) continue;
    for (const label of member.labels) put(groups, label * 10_000 + day, index);
  }
  return groups;
}

/** Words of one person that may be one word, as in two scripts, are one part of the name. */
function partsOf({ words }: Member): number[][] {
  const parts: Set<number>[] = [];
  for (const { labels } of words) {
    const same = parts.filter((part) => labels.some((label) => part.has(label)));
    const merged = new Set([...same.flatMap((part) => [...part]), ...labels]);
    for (const part of same) parts.splice(parts.indexOf(part), 1);
    parts.push(merged);
  }
  return parts.map((part) => [...part]);
}

/** Whose name may be one part, if said twice: with the words of the parents among them nobody can tell. */
const isNarrow = ({ hasKin }: Member, parts: number[][]) => hasKin || parts.length === 1;

/** Who shares two parts of the name; or the one part that may be all there is. */
function groupsByTwoWords(members: readonly Member[]): Groups {
  const groups: Groups = new Map();
  for (const [index, member] of members.entries()) {
    const parts = partsOf(member);
    if (isNarrow(member, parts)) {
      for (const label of parts.flat()) put(groups, label * MOST_NUMBERS + label, index);
    }
    for (const [place, one] of parts.entries()) {
      for (const a of one) {
        for (const b of parts.slice(place + 1).flat()) {
          put(groups, Math.min(a, b) * MOST_NUMBERS + Math.max(a, b), index);
        }
      }
    }
  }
  return groups;
}

async function groupsByNumber(db: Db, places: ReadonlyMap<string, number>): Promise<number[][]> {
  const { rows } = await sql<{ ids: string }>`
    SELECT json_group_array(person_id) AS ids FROM (
      SELECT pc.person_id, substr(replace(replace(replace(value, ' ', ''), '-', ''), '.', ''), -9) AS number
      FROM person_contact pc JOIN person ON person.id = pc.person_id WHERE kind IN ('phone', 'whatsapp')
      UNION SELECT d.person_id, upper(replace(replace(number, ' ', ''), '-', ''))
      FROM identity_document d JOIN person ON person.id = d.person_id WHERE length(number) >= 4
      UNION SELECT person.id, upper(fiscal_code) FROM person WHERE fiscal_code IS NOT NULL
    ) WHERE length(number) >= 4 GROUP BY number HAVING count(*) > 1`.execute(db);
  return rows.map(({ ids }) =>
    (JSON.parse(ids) as string[]).flatMap((id) => {
      const place = places.get(id);
      return place === undefined ? [] : [place];
    }),
  );
}

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

  lookAtAll(group: readonly number[], sharesNumber = false): void {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) this.look(one, other, sharesNumber);
    }
  }

  /** Of a crowd of namesakes, those whose parents are known and may be the same. */
  lookAtKin(group: readonly number[]): void {
    const kin = group.filter((index) => this.#members[index]?.hasKin);
    if (kin.length <= MOST_KIN) this.lookAtAll(kin);
    else this.queue.mostGivenUp = Number.POSITIVE_INFINITY;
  }

  /** Of a crowd of namesakes, those whose years of birth agree. Two whole days agree by the day, and are met there. */
  async lookAtYears(group: readonly number[], pause: () => Promise<boolean>): Promise<boolean> {
    const years: Groups = new Map();
    for (const index of group) {
      for (const year of yearsOf(this.#members[index], 0)) put(years, year, index);
    }
    let next = this.#lookedAt + LOOKED_AT_ONCE;
    for (const index of group) {
      const birth = this.#members[index]?.birth;
      if (!birth || isWholeDay(birth)) continue;
      for (const year of yearsOf(this.#members[index], NEAR_YEARS)) {
        for (const other of years.get(year) ?? []) this.look(index, other);
      }
      if (this.#lookedAt < next) continue;
      next = this.#lookedAt + LOOKED_AT_ONCE;
      if (!(await pause())) return false;
    }
    return true;
  }

  lookAtNumber(group: readonly number[]): void {
    if (group.length <= MOST_WITH_A_NUMBER) {
      this.lookAtAll(group, true);
      return;
    }
    const parted: Groups = new Map();
    for (const index of group) {
      const member = this.#members[index];
      const day = member && dayKey(member);
      if (day !== undefined) put(parted, `day ${day}`, index);
      for (const label of member?.labels ?? []) put(parted, label, index);
    }
    this.queue.mostGivenUp = Number.POSITIVE_INFINITY;
    for (const part of parted.values()) {
      if (part.length <= MOST_WITH_A_NUMBER) this.lookAtAll(part, true);
    }
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
  further: (pause: Pause) => Promise<Pairs | undefined>;
}

const pairsOf = ({ queue }: PairFinder): Pairs => ({
  waiting: queue.inOrder(),
  mostGivenUp: queue.mostGivenUp,
});

/** Pairs without those that cannot be likely, by what they can reach. Undefined when stopped. */
export async function pairsToCompare(db: Db, pause: Pause): Promise<PairsInTurn | undefined> {
  const members = await readMembers(db, (share) => pause(share / 2));
  if (!members) return undefined;
  const finder = new PairFinder(members);
  const places = new Map(members.map(({ id }, index) => [id, index]));
  for (const group of await groupsByNumber(db, places)) finder.lookAtNumber(group);
  if (!(await pause(0.6))) return undefined;
  for (const group of groupsByDay(members).values()) finder.lookAtAll(group);
  if (!(await pause(0.7))) return undefined;
  const byWords = groupsByTwoWords(members);
  if (!(await pause(0.8))) return undefined;
  const crowds: number[][] = [];
  for (const group of byWords.values()) {
    if (group.length > CROWD) crowds.push(group);
    if (group.length > CROWD) finder.lookAtKin(group);
    else finder.lookAtAll(group);
  }
  if (!(await pause(1))) return undefined;
  return { ...pairsOf(finder), further: (next) => furtherPairs(members, crowds, next) };
}

async function furtherPairs(
  members: readonly Member[],
  crowds: number[][],
  pause: Pause,
): Promise<Pairs | undefined> {
  const finder = new PairFinder(members);
  // Rare names first: where it becomes too much, the commonest are those that tell least.
  crowds.sort((a, b) => a.length - b.length);
  for (const [done, group] of crowds.entries()) {
    const share = done / crowds.length;
    if (!(await finder.lookAtYears(group, () => pause(share)))) return undefined;
    if (finder.lookedAt < MOST_LOOKED_AT) continue;
    finder.queue.mostGivenUp = Number.POSITIVE_INFINITY;
    break;
  }
  return pairsOf(finder);
}
