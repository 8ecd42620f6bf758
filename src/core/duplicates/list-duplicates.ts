/* Pairs of a whole register that may be one person: which pairs is said in `pairs-to-compare.ts`. */
import { setImmediate } from 'node:timers/promises';
import type { PossibleDuplicate } from '#api/duplicates.ts';
import {
  type Comparable,
  type Likeness,
  levelOf,
  likelyFrom,
  likenessOf,
} from '#domain/people/likeness.ts';
import { type CoreContext, type Db, type OpenRegister, registerOf } from '../context.ts';
import { linesOf } from '../people/person-lines.ts';
import { readComparable } from './comparable-people.ts';
import { pairKey, pairsToCompare } from './pairs-to-compare.ts';

const MOST_SHOWN = 100;
const COMPARED_AT_ONCE = 1000;

/** Progress is told in thousandths, since how many pairs there are is known only after the reading. */
const STEPS = 1000;
const READING_STEPS = 250;

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
}

async function likelyPairs(context: CoreContext, db: Db, stop: AbortSignal): Promise<Found> {
  /** Tells how far it is and lets others at the desk in between; false when it has to stop. */
  const pause = async (done: number) => {
    context.ports.emit({ name: 'progress', payload: { task: 'duplicates', done, total: STEPS } });
    await setImmediate();
    return !stop.aborted;
  };
  const dismissed = await dismissedPairs(db);
  const found = await pairsToCompare(db, (share) => pause(Math.round(share * READING_STEPS)));
  if (!found) return { pairs: [], isStopped: true, isCutShort: false };
  const keys = found.keys.filter((key) => !dismissed.has(key));
  const people: People = new Map();
  const pairs: Pair[] = [];
  for (let done = 0; done < keys.length; done += COMPARED_AT_ONCE) {
    const share = done / keys.length;
    if (!(await pause(READING_STEPS + Math.round(share * (STEPS - READING_STEPS))))) {
      return { pairs, isStopped: true, isCutShort: false };
    }
    const some = keys.slice(done, done + COMPARED_AT_ONCE);
    const missing = new Set(some.flatMap((key) => key.split(' ')).filter((id) => !people.has(id)));
    for (const [id, one] of await readComparable(db, [...missing])) people.set(id, one);
    pairs.push(...compare(some, people));
  }
  return { pairs, isStopped: false, isCutShort: found.isCutShort };
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
  const { pairs, ...ending } = await likelyPairs(context, db, stop.signal);
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
    hasMore: pairs.length > shown.length,
    ...ending,
  };
}

export function stopDuplicates(context: CoreContext): Record<string, never> {
  running.get(registerOf(context))?.abort();
  return {};
}
