/* Pairs of a whole register that may be one person: which pairs is said in `pairs-to-compare.ts`. */
import type { PossibleDuplicate } from '#api/duplicates.ts';
import {
  type Comparable,
  type Likeness,
  levelOf,
  likelyFrom,
  likenessOf,
  mostWithoutDay,
} from '#domain/people/likeness.ts';
import { type CoreContext, type Db, type OpenRegister, registerOf } from '../context.ts';
import { linesOf } from '../people/person-lines.ts';
import { readComparable } from './comparable-people.ts';
import { type PairsWaiting, pairKey } from './pair-queue.ts';
import { pairsToCompare } from './pairs-to-compare.ts';
import { Turns } from './turns.ts';

const MOST_SHOWN = 100;
/** With the reading of their people, some hundredths of a second. */
const COMPARED_AT_ONCE = 25;

/** Progress is told in thousandths, since how many pairs there are is known only after the reading. */
const STEPS = 1000;

/** By the open register: locking forgets it. */
const running = new WeakMap<OpenRegister, AbortController>();

async function dismissedPairs(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('not_same_person').select(['person_a', 'person_b']).execute();
  return new Set(rows.map((row) => pairKey(row.person_a, row.person_b)));
}

interface Pair extends Likeness {
  a: string;
  b: string;
}

type People = Map<string, Comparable>;

function compare(keys: string[], people: People): Pair[] {
  return keys.flatMap((key) => {
    const [a = '', b = ''] = key.split(' ');
    const [one, other] = [people.get(a), people.get(b)];
    if (!one || !other) return [];
    // The same name alone is no reason to look: a register is full of namesakes.
    const likeness = likenessOf(one, other, likelyFrom);
    return likeness.points >= likelyFrom ? [{ a, b, ...likeness }] : [];
  });
}

interface Found {
  pairs: Pair[];
  isStopped: boolean;
  isCutShort: boolean;
  /** Some were left that cannot be likelier than those found. */
  isEnough: boolean;
}

/** Compares what waits, the most promising first, until nothing that is left can be likelier than what is shown. */
class Comparison {
  readonly pairs: Pair[] = [];
  readonly #db: Db;
  readonly #dismissed: ReadonlySet<string>;
  readonly #people: People = new Map();
  readonly #compared = new Set<string>();

  constructor(db: Db, dismissed: ReadonlySet<string>) {
    this.#db = db;
    this.#dismissed = dismissed;
  }

  /** Whether as many as are shown reach those points. */
  hasEnough(points: number): boolean {
    return this.pairs.filter((pair) => pair.points >= points).length >= MOST_SHOWN;
  }

  /** What those that were left can reach; undefined when stopped. */
  async compare(waiting: PairsWaiting[], turns: Turns): Promise<number | undefined> {
    const total = waiting.reduce((sum, { count }) => sum + count, 0);
    let done = 0;
    for (const { most, count, keys } of waiting) {
      if (this.hasEnough(most)) return most;
      for (let at = 0; at < count; at += COMPARED_AT_ONCE) {
        if (!(await turns.next(done / total))) return undefined;
        const some = keys(at, at + COMPARED_AT_ONCE);
        await this.#compareSome(some);
        done += some.length;
      }
    }
    return Number.NEGATIVE_INFINITY;
  }

  async #compareSome(keys: string[]): Promise<void> {
    const some = keys.filter((key) => !this.#dismissed.has(key) && !this.#compared.has(key));
    for (const key of some) this.#compared.add(key);
    const ids = new Set(some.flatMap((key) => key.split(' ')));
    const missing = [...ids].filter((id) => !this.#people.has(id));
    for (const [id, one] of await readComparable(this.#db, missing)) this.#people.set(id, one);
    this.pairs.push(...compare(some, this.#people));
  }
}

async function likelyPairs(context: CoreContext, db: Db, stop: AbortSignal): Promise<Found> {
  const tell = (share: number) => {
    const progress = { task: 'duplicates', done: Math.round(share * STEPS), total: STEPS };
    context.ports.emit({ name: 'progress', payload: progress });
  };
  const turns = new Turns(tell, stop);
  const comparison = new Comparison(db, await dismissedPairs(db));
  const { pairs } = comparison;
  const stopped = { pairs, isStopped: true, isCutShort: false, isEnough: false };
  const first = await pairsToCompare(db, turns.within(0, 0.4));
  if (!first) return stopped;
  const left = await comparison.compare(first.waiting, turns.within(0.4, 0.7));
  if (left === undefined) return stopped;
  if (comparison.hasEnough(Math.max(left, mostWithoutDay))) {
    return { pairs, isStopped: false, isCutShort: first.mostGivenUp > left, isEnough: true };
  }
  const second = await first.further(turns.within(0.7, 0.85));
  const leftThen = second && (await comparison.compare(second.waiting, turns.within(0.85, 1)));
  if (leftThen === undefined) return stopped;
  const isCutShort =
    Math.max(first.mostGivenUp, second?.mostGivenUp ?? Number.NEGATIVE_INFINITY) >
    Math.max(left, leftThen);
  const isEnough = Math.max(left, leftThen) > Number.NEGATIVE_INFINITY;
  return { pairs, isStopped: false, isCutShort, isEnough };
}

/** Pairs that may be one person, likeliest first; those found so far when it was stopped. */
export async function listDuplicates(context: CoreContext): Promise<{
  items: PossibleDuplicate[];
  hasMore: boolean;
  isStopped: boolean;
  isCutShort: boolean;
}> {
  const register = registerOf(context);
  const { db } = register;
  running.get(register)?.abort();
  const stop = new AbortController();
  running.set(register, stop);
  const { pairs, isEnough, ...ending } = await likelyPairs(context, db, stop.signal);
  if (running.get(register) === stop) running.delete(register);
  const shown = pairs.sort((one, other) => other.points - one.points).slice(0, MOST_SHOWN);
  const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))];
  const hits = ids.map((id) => ({ person_id: id, matchedBy: 'none' as const }));
  const lines = new Map((await linesOf(db, hits)).map((line) => [line.id, line]));
  return {
    items: shown.flatMap((pair) => {
      const [a, b] = [lines.get(pair.a), lines.get(pair.b)];
      const level = levelOf(pair);
      return a && b && level ? [{ a, b, level, reasons: pair.reasons }] : [];
    }),
    hasMore: isEnough || pairs.length > shown.length,
    ...ending,
  };
}

export function stopDuplicates(context: CoreContext): Record<string, never> {
  running.get(registerOf(context))?.abort();
  return {};
}
