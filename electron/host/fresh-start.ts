import { setTimeout as pause } from 'node:timers/promises';
import type { LockReason } from '#api/events.ts';
import type { ClosingBackup } from '../retiring-vault.ts';
import { type LeftByLock, startAgain, startsAgain } from './start-again.ts';

export interface FreshStartParts {
  /** Each resolves when nothing of before is under way any more. */
  endings(): Promise<unknown>;
  closingBackup(): ClosingBackup | null;
  windowNow(): Pick<LeftByLock, 'stood' | 'at'>;
}

/** Shorter than anybody misses a door. */
const AT_ONCE_MS = 100;

/** What somebody does to a page, other than pass over it. */
const TOUCHES = new Set(['rawKeyDown', 'keyDown', 'char', 'mouseDown', 'touchStart']);

/**
 * Starts the program again after a lock, unless somebody is at the door already: they may be typing a passphrase,
 * and what they open is followed by a lock of its own.
 */
export class FreshStart {
  readonly #parts: FreshStartParts;
  #isWaiting = false;

  constructor(parts: FreshStartParts) {
    this.#parts = parts;
  }

  noteInput(type: string): void {
    if (TOUCHES.has(type)) this.cancel();
  }

  /** Somebody came, or leaves the program. */
  cancel(): void {
    this.#isWaiting = false;
  }

  /** The page has ended. `drawDoor` is called only when something else has to end first, which takes a while. */
  async afterLock(reason: LockReason, drawDoor: () => Promise<void>): Promise<void> {
    if (!startsAgain()) return drawDoor();
    this.#isWaiting = true;
    const ended = this.#parts.endings();
    const hasEnded = await Promise.race([ended.then(() => true), pause(AT_ONCE_MS)]);
    if (!hasEnded) await drawDoor();
    await ended;
    if (!this.#isWaiting) return;
    startAgain({ reason, backup: this.#parts.closingBackup(), ...this.#parts.windowNow() });
  }
}
