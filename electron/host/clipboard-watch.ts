import { createHmac, randomBytes } from 'node:crypto';
import { clipboard } from 'electron';

/**
 * What was copied out of an open register is taken from the clipboard when it is locked, if it is still there.
 * Kept is not what was copied, only a mark of it under a key that no one else has. A history of the clipboard,
 * where the operating system keeps one, is out of reach.
 */
export class ClipboardWatch {
  readonly #key = randomBytes(32);
  #mark: Promise<string> | undefined;

  async #markNow(): Promise<string> {
    const text = await clipboard.readText();
    return createHmac('sha256', this.#key).update(text).digest('base64');
  }

  /** The page has just copied something. */
  async noteCopy(): Promise<void> {
    // Kept before it is known, so that a lock that comes meanwhile waits for it.
    this.#mark = this.#markNow();
    await this.#mark;
  }

  async clearIfOurs(): Promise<void> {
    const mark = this.#mark;
    this.#mark = undefined;
    if (mark !== undefined && (await mark) === (await this.#markNow())) clipboard.clear();
  }
}
