/* Pairs waiting to be compared, by the points they can reach at the most. */

/** More than this is a register of namesakes without birthdays; the pairs that can reach least are given up. */
const MOST_WAITING = 400_000;

/** Two ids as one key, in whichever order they come. */
export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

export interface PairsWaiting {
  /** What none of these can exceed. */
  most: number;
  count: number;
  /** Some of them: hundreds of thousands are not written out before they are needed. */
  keys: (from: number, to: number) => string[];
}

export class PairQueue {
  /** What pairs that were given up, here or by whoever fills the queue, could have reached at the most. */
  mostGivenUp = Number.NEGATIVE_INFINITY;
  readonly #ids: readonly string[];
  readonly #seen = new Set<number>();
  readonly #waiting = new Map<number, number[]>();
  #count = 0;

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  /** Two people by their place in the list; a pair that is there already keeps its place. */
  add(a: number, b: number, most: number): void {
    if (a === b) return;
    const pair = Math.min(a, b) * this.#ids.length + Math.max(a, b);
    if (this.#seen.has(pair)) return;
    if (this.#count >= MOST_WAITING && !this.#makeRoom(most)) return;
    this.#seen.add(pair);
    this.#count += 1;
    const alike = this.#waiting.get(most);
    if (alike) alike.push(pair);
    else this.#waiting.set(most, [pair]);
  }

  /** Gives up what can reach least, unless that is what comes. */
  #makeRoom(most: number): boolean {
    const least = Math.min(...this.#waiting.keys());
    this.mostGivenUp = Math.max(this.mostGivenUp, Math.min(least, most));
    if (least >= most) return false;
    const givenUp = this.#waiting.get(least) ?? [];
    for (const pair of givenUp) this.#seen.delete(pair);
    this.#waiting.delete(least);
    this.#count -= givenUp.length;
    return true;
  }

  /** Those that can reach most first. */
  inOrder(): PairsWaiting[] {
    const idOf = (index: number) => this.#ids[index] ?? '';
    const keyOf = (pair: number) =>
      pairKey(idOf(Math.floor(pair / this.#ids.length)), idOf(pair % this.#ids.length));
    const keysOf = (pairs: number[]) => (from: number, to: number) =>
      pairs.slice(from, to).map(keyOf);
    return [...this.#waiting]
      .sort(([one], [other]) => other - one)
      .map(([most, pairs]) => ({ most, count: pairs.length, keys: keysOf(pairs) }));
  }
}
