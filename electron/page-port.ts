/**
 * The port from the page straight to the vault. What is typed and read never passes through the main process,
 * which outlives locking: what has been in its memory could still be read there.
 */
import type { MessagePortMain } from 'electron';
import { fitsWithin } from './host/message-size.ts';
import { failure, type PageAnswer, type PageCall, type Result } from './vault-messages.ts';

const MAX_CALL_BYTES = 32 * 1024 * 1024;
const MAX_UNDER_WAY = 64;
const NAME = /^[a-zA-Z]{1,40}\.[a-zA-Z]{1,60}$/;

type Dispatch = (name: string, input: unknown) => Promise<Result>;

export class PagePort {
  readonly #port: MessagePortMain;
  readonly #dispatch: Dispatch;
  #underWay = 0;
  #isClosed = false;

  constructor(port: MessagePortMain, dispatch: Dispatch) {
    this.#port = port;
    this.#dispatch = dispatch;
    port.on('message', ({ data }: { data: unknown }) => void this.#receive(data));
    port.start();
  }

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  /** From now on no call is answered, whatever is still under way. */
  close(): void {
    this.#isClosed = true;
    this.#port.close();
  }

  async #receive(message: unknown): Promise<void> {
    // Whoever speaks here may be a page that was taken over: nothing about the message is certain.
    const { id, name, input } = (message ?? {}) as Partial<Record<keyof PageCall, unknown>>;
    if (typeof id !== 'number') return;
    const result = await this.#answer(name, input);
    if (!this.#isClosed) this.#port.postMessage({ id, result } satisfies PageAnswer);
  }

  async #answer(name: unknown, input: unknown): Promise<Result> {
    if (this.#isClosed) return failure('vault_stopped');
    if (typeof name !== 'string' || !NAME.test(name)) return failure('unknown_procedure');
    if (this.#underWay >= MAX_UNDER_WAY) return failure('too_busy');
    if (!fitsWithin(input, MAX_CALL_BYTES)) return failure('too_large');
    this.#underWay += 1;
    try {
      return await this.#dispatch(name, input);
    } catch {
      return failure('internal');
    } finally {
      this.#underWay -= 1;
    }
  }
}
