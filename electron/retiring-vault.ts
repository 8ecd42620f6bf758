/**
 * A vault process that was told to close and is making the copy of the day first. It answers no call any more
 * and another one stands at the door; it ends when the copy is made, when its time is over, or at once when
 * somebody wants in, whatever it is doing: the copy gets its name only when it is whole.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { UtilityProcess } from 'electron';
import type { ErrorCode } from '#api/errors.ts';
import type { ApprodoEvent } from '#api/events.ts';
import type { FromVault } from './vault-messages.ts';

/** Keys stay in memory for as long: enough for a small association's stick, and no more. */
const LONGEST_MS = 30_000;

export type ClosingBackup =
  | { state: 'running' }
  | { state: 'made' }
  | { state: 'failed'; failure: ErrorCode };

export class RetiringVault {
  readonly ended: Promise<void>;
  readonly #vault: UtilityProcess;
  readonly #onEvent: (event: ApprodoEvent) => void;
  readonly #kill: () => void;
  #backup: ClosingBackup = { state: 'running' };
  #closed: () => void = () => undefined;

  constructor(
    vault: UtilityProcess,
    { kill, onEvent }: { kill: () => void; onEvent: (event: ApprodoEvent) => void },
  ) {
    this.#vault = vault;
    this.#kill = kill;
    this.#onEvent = onEvent;
    this.ended = this.#end();
  }

  get backup(): ClosingBackup {
    return this.#backup;
  }

  receive(message: FromVault): void {
    if (message.type === 'closed') this.#closed();
    else if (message.type === 'backedUp') this.#finish(message.failure);
    else if (message.type === 'event' && message.event.name === 'progress') {
      this.#onEvent(message.event);
    }
  }

  /** Ends it now. What it was writing never had its name. */
  async stop(): Promise<void> {
    this.#kill();
    await this.ended;
  }

  async #end(): Promise<void> {
    const exited = once(this.#vault, 'exit');
    const closed = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    const givenUp = new AbortController();
    await Promise.race([
      closed,
      exited,
      pause(LONGEST_MS, undefined, { signal: givenUp.signal }).catch(() => undefined),
    ]);
    givenUp.abort();
    this.#kill();
    await exited;
    if (this.#backup.state === 'running') this.#finish('backup_stopped');
  }

  #finish(failure: ErrorCode | undefined): void {
    this.#backup = failure === undefined ? { state: 'made' } : { state: 'failed', failure };
    this.#onEvent({ name: 'backup.ended', payload: failure === undefined ? {} : { failure } });
  }
}
