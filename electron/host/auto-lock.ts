import { powerMonitor } from 'electron';
import type { LockReason } from '#api/events.ts';
import { systemClock } from '#core/host/system-clock.ts';

const DEFAULT_MINUTES = 5;
const HARD_LIMIT_MS = 12 * 60 * 60_000;
const MAX_PAUSE_MS = 15_000;
/** `performance.now` may stand still while a computer sleeps, the wall clock may be set back. */
interface Instant {
  wall: number;
  steady: number;
}

function now(): Instant {
  return { wall: systemClock.now().getTime(), steady: performance.now() };
}

function since({ wall, steady }: Instant): number {
  return Math.max(now().wall - wall, performance.now() - steady);
}

/**
 * Locks an open register that nobody is using: after minutes without input, after twelve hours in
 * any case, and at once when the computer sleeps or its screen is locked.
 */
export class AutoLock {
  readonly #lock: (reason: LockReason) => void;
  readonly #onAway: () => void;
  #idleMs: number | null = null;
  #openedAt = now();
  #lastInputAt = now();
  #timer: NodeJS.Timeout | undefined;

  /** `onAway` is told whenever the computer is left, with a register open or not. */
  constructor(lock: (reason: LockReason) => void, onAway: () => void) {
    this.#lock = lock;
    this.#onAway = onAway;
  }

  start(): void {
    const leave = () => {
      this.#onAway();
      this.#lockIfOpen('system');
    };
    powerMonitor.on('suspend', leave);
    powerMonitor.on('lock-screen', leave);
    powerMonitor.on('user-did-resign-active', leave);
    powerMonitor.on('resume', () => this.#check());
  }

  /** A vault process runs; until it says otherwise, assume that a register may be open. */
  vaultStarted(): void {
    this.lockAfter(DEFAULT_MINUTES);
  }

  /** Null when no register is open: then there is nothing to lock. */
  lockAfter(minutes: number | null): void {
    clearTimeout(this.#timer);
    this.#idleMs = minutes === null ? null : Math.max(minutes, 0) * 60_000;
    this.#openedAt = now();
    this.#lastInputAt = now();
    if (this.#idleMs !== null) this.#check();
  }

  noteInput(): void {
    this.#lastInputAt = now();
  }

  #check(): void {
    clearTimeout(this.#timer);
    if (this.#idleMs === null) return;
    const idleLeft = this.#idleMs - since(this.#lastInputAt);
    const limitLeft = HARD_LIMIT_MS - since(this.#openedAt);
    if (idleLeft <= 0) this.#lockIfOpen('idle');
    else if (limitLeft <= 0) this.#lockIfOpen('idle');
    else if (powerMonitor.getSystemIdleState(1) === 'locked') this.#lockIfOpen('system');
    else {
      const pause = Math.min(idleLeft, limitLeft, MAX_PAUSE_MS);
      this.#timer = setTimeout(() => this.#check(), pause);
    }
  }

  #lockIfOpen(reason: LockReason): void {
    if (this.#idleMs === null) return;
    this.lockAfter(null);
    this.#lock(reason);
  }
}
