import type { Needle } from './needle-forms.ts';

const PAIRS = 65_536;

/**
 * Looks for many texts in one pass (Wu and Manber, 1994): a pair of bytes that stands in no needle lets it jump
 * almost a needle ahead, so that a gigabyte takes seconds.
 */
export class NeedleFinder {
  readonly #shortest: number;
  readonly #jump: Uint8Array;
  readonly #endingWith = new Map<number, Needle[]>();

  constructor(needles: Needle[]) {
    this.#shortest = Math.min(...needles.map(({ bytes }) => bytes.length), 255);
    this.#jump = new Uint8Array(PAIRS).fill(this.#shortest - 1);
    for (const needle of needles) {
      for (let at = 1; at < this.#shortest; at++) {
        const pair = pairAt(needle.bytes, at);
        const left = this.#shortest - 1 - at;
        if (left < (this.#jump[pair] ?? 0)) this.#jump[pair] = left;
      }
      const last = pairAt(needle.bytes, this.#shortest - 1);
      this.#endingWith.set(last, [...(this.#endingWith.get(last) ?? []), needle]);
    }
  }

  /** Labels of the needles that are there, each with how often. */
  find(bytes: Buffer, found = new Map<string, number>()): Map<string, number> {
    const jump = this.#jump;
    const reach = this.#shortest - 1;
    let at = reach;
    while (at < bytes.length) {
      const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      const ahead = jump[pair] ?? 1;
      if (ahead > 0) {
        at += ahead;
        continue;
      }
      const start = at - reach;
      for (const needle of this.#endingWith.get(pair) ?? []) {
        if (bytes.subarray(start, start + needle.bytes.length).equals(needle.bytes)) {
          found.set(needle.label, (found.get(needle.label) ?? 0) + 1);
        }
      }
      at += 1;
    }
    return found;
  }
}

function pairAt(bytes: Buffer, at: number): number {
  return ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
}
