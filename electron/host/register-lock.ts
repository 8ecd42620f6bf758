import { setTimeout as pause } from 'node:timers/promises';
import type { LockReason } from '#api/events.ts';
import type { VaultHost } from '../vault-host.ts';
import type { MainWindow } from '../window.ts';
import type { ClipboardWatch } from './clipboard-watch.ts';
import type { FreshStart } from './fresh-start.ts';

/** Long enough to store an encrypted draft, too short to keep a register open. */
const DRAFT_TIME_MS = 700;

/** When a computer sleeps or somebody is in a hurry, the keys go at once and no copy is made. */
const MAY_TAKE_ITS_TIME: LockReason[] = ['asked', 'idle'];

interface LockedParts {
  vault: VaultHost;
  window: MainWindow;
  clipboard: ClipboardWatch;
  freshStart: FreshStart;
}

/**
 * Locking: the page may store the form that is open, then the vault process ends, then the page is thrown away,
 * and then the program itself. From the `register.locked` event on no call returns data.
 */
export class RegisterLock {
  readonly #vault: VaultHost;
  readonly #window: MainWindow;
  readonly #clipboard: ClipboardWatch;
  readonly #freshStart: FreshStart;
  #underWay: Promise<void> | null = null;
  #pageIsReady: (() => void) | null = null;
  #reason: LockReason | null;

  /** `reason`: of the lock that this very program was started after. */
  constructor({ vault, window, clipboard, freshStart }: LockedParts, reason: LockReason | null) {
    this.#vault = vault;
    this.#window = window;
    this.#clipboard = clipboard;
    this.#freshStart = freshStart;
    this.#reason = reason;
  }

  get reason(): LockReason | null {
    return this.#reason;
  }

  lock(reason: LockReason): Promise<void> {
    // First of all what the eye sees; the rest takes a moment.
    if (reason === 'panic') {
      this.#window.hide();
      void this.#vault.stopRetiring();
    }
    this.#underWay ??= this.#lockNow(reason).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** The page has stored what was unsaved, or had nothing to store. */
  pageIsReady(): void {
    this.#pageIsReady?.();
  }

  /** Lets the page store its draft, then ends the vault; for leaving the program. */
  async close(reason: LockReason): Promise<void> {
    if (this.#vault.pid === null) return this.#clearClipboard();
    const ready = new Promise<void>((resolve) => {
      this.#pageIsReady = resolve;
    });
    this.#window.send({ name: 'register.locking', payload: { reason } });
    await Promise.race([ready, pause(DRAFT_TIME_MS)]);
    // Not before: the page may have copied something a moment ago, and told so just now.
    await this.#clearClipboard();
    await this.#vault.end({ withBackup: MAY_TAKE_ITS_TIME.includes(reason) });
  }

  async #clearClipboard(): Promise<void> {
    const cleared = this.#clipboard.clearIfOurs().catch(() => undefined);
    await Promise.race([cleared, pause(DRAFT_TIME_MS)]);
  }

  async #lockNow(reason: LockReason): Promise<void> {
    this.#reason = reason;
    await this.close(reason);
    this.#window.send({ name: 'register.locked', payload: { reason } });
    this.#window.empty();
    // Not awaited: there may be a copy to be made, and another lock meanwhile.
    void this.#freshStart.afterLock(reason, () => this.#window.reload());
  }
}
