import { setTimeout as pause } from 'node:timers/promises';
import type { LockReason } from '#api/events.ts';
import type { ClosingBackup } from '../retiring-vault.ts';
import { type LeftByLock, startAgain, startsAgain } from './start-again.ts';

export interface FreshStartParts {
  /** Each resolves when nothing of before is under way any more. */
  endings(): Promise<unknown>;
  closingBackup(): ClosingBackup | null;
  windowNow(): Pick<LeftByLock, 'stood' | 'at'>;
  /** Whether somebody has opened the register meanwhile. */
  isOpen(): boolean;
  /** Whether something is being done that somebody asked for at the door: a copy restored, a folder chosen. */
  isBusy(): Promise<boolean>;
}

/** Shorter than anybody misses a door. */
const AT_ONCE_MS = 100;
/** Whoever is at the door and does nothing for so long has left it, or has nothing to lose but half a passphrase. */
const LEFT_ALONE_MS = 20_000;
const LOOK_MS = 500;

/** What somebody does to a page, other than pass over it. */
const TOUCHES = new Set(['rawKeyDown', 'keyDown', 'char', 'mouseDown', 'touchStart']);

/**
 * Starts the program again after a lock: at once, or, where somebody is at the door already, as soon as they have
 * left it alone. What they open is followed by a lock of its own, and by a start of its own.
 */
export class FreshStart {
  readonly #parts: FreshStartParts;
  /** Of the lock that is to be followed by a start; another lock takes its place. */
  #waiting: symbol | null = null;
  #isTouched = false;
  #lastInputAt = 0;

  constructor(parts: FreshStartParts) {
    this.#parts = parts;
  }

  noteInput(type: string): void {
    this.#lastInputAt = performance.now();
    if (TOUCHES.has(type)) this.#isTouched = true;
  }

  /** Somebody leaves the program. */
  cancel(): void {
    this.#waiting = null;
  }

  /** The page has ended. `drawDoor` is called only when something else has to end first, which takes a while. */
  async afterLock(reason: LockReason, drawDoor: () => Promise<void>): Promise<void> {
    if (!startsAgain()) return drawDoor();
    const lock = Symbol(reason);
    this.#waiting = lock;
    this.#isTouched = false;
    const ended = this.#parts.endings();
    const hasEnded = await Promise.race([ended.then(() => true), pause(AT_ONCE_MS)]);
    if (!hasEnded) await drawDoor();
    await ended;
    while (this.#waiting === lock && !(await this.#isLeftAlone())) await pause(LOOK_MS);
    if (this.#waiting !== lock || this.#parts.isOpen()) return;
    startAgain({ reason, backup: this.#parts.closingBackup(), ...this.#parts.windowNow() });
  }

  async #isLeftAlone(): Promise<boolean> {
    if (!this.#isTouched || this.#parts.isOpen()) return true;
    if (performance.now() - this.#lastInputAt < LEFT_ALONE_MS) return false;
    return !(await this.#parts.isBusy());
  }
}
