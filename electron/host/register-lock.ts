import { setTimeout as pause } from 'node:timers/promises';
import type { LockReason } from '#api/events.ts';
import type { VaultHost } from '../vault-host.ts';
import type { MainWindow } from '../window.ts';
import type { ClipboardWatch } from './clipboard-watch.ts';

/** Long enough to store an encrypted draft, too short to keep a register open. */
const DRAFT_TIME_MS = 700;

/** When a computer sleeps or somebody is in a hurry, the keys go at once and no copy is made. */
const MAY_TAKE_ITS_TIME: LockReason[] = ['asked', 'idle'];

/**
 * Locking: the page may store the form that is open, then the vault process ends, then the page is
 * thrown away. From the `register.locked` event on no call returns data.
 */
export class RegisterLock {
  readonly #vault: VaultHost;
  readonly #window: MainWindow;
  readonly #clipboard: ClipboardWatch;
  #underWay: Promise<void> | null = null;
  #pageIsReady: (() => void) | null = null;
  #reason: LockReason | null = null;

  constructor(vault: VaultHost, window: MainWindow, clipboard: ClipboardWatch) {
    this.#vault = vault;
    this.#window = window;
    this.#clipboard = clipboard;
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
    await this.#window.empty();
  }
}
