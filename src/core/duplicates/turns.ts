/*
 * Long work in short slices. The vault does one thing at a time: without a pause every few hundredths of a second,
 * whoever opens a file at the next desk waits until all people of the register have been compared.
 */
import { setImmediate } from 'node:timers/promises';

/** As long as a call may wait unnoticed; shorter ones only make the whole take longer. */
const SLICE_MS = 20;

export class Turns {
  readonly #tell: (share: number) => void;
  readonly #stop: AbortSignal;
  #began = performance.now();

  /** `tell` hears how much is done, from 0 to 1. */
  constructor(tell: (share: number) => void, stop: AbortSignal) {
    this.#tell = tell;
    this.#stop = stop;
  }

  /** To be asked after every small step, and cheap enough for that. */
  get isOver(): boolean {
    return performance.now() - this.#began >= SLICE_MS;
  }

  /** Lets others have their turn; false when the work has to stop. */
  async next(share: number): Promise<boolean> {
    this.#tell(share);
    await setImmediate();
    this.#began = performance.now();
    return !this.#stop.aborted;
  }

  /** Turns for a part of the work, so that progress never goes back. */
  within(from: number, to: number): Turns {
    return new Turns((share) => this.#tell(from + Math.min(1, share) * (to - from)), this.#stop);
  }
}
