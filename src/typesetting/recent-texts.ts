/**
 * Keeps what was made of a text as long as it is in use, up to a number of characters: the words of a form come
 * back in every letter, a name only once. What was not asked for while half of the room filled is let go.
 */
export class RecentTexts<Value> {
  readonly #room: number;
  #recent = new Map<string, Value>();
  #earlier = new Map<string, Value>();
  #taken = 0;

  /** `characters`: of the keys of both halves together. */
  constructor(characters: number) {
    this.#room = characters / 2;
  }

  get(key: string): Value | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const earlier = this.#earlier.get(key);
    if (earlier !== undefined) this.set(key, earlier);
    return earlier;
  }

  set(key: string, value: Value): void {
    if (this.#taken + key.length > this.#room) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
      this.#taken = 0;
    }
    this.#taken += key.length;
    this.#recent.set(key, value);
  }

  get size(): number {
    return this.#recent.size + this.#earlier.size;
  }
}
