import { createHmac, randomBytes } from 'node:crypto';
import { clipboard } from 'electron';

/**
 * What was copied out of an open register is taken from the clipboard when it is locked, if it is still there.
 * Kept is not what was copied, only a mark of it under a key that no one else has. A history of the clipboard,
 * where the operating system keeps one, is out of reach.
 */
export class ClipboardWatch {
  readonly #key = randomBytes(32);
  #mark: string | undefined;

  #markOf(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64');
  }

  /** The page has just copied something. */
  async noteCopy(): Promise<void> {
    this.#mark = this.#markOf(await clipboard.readText());
  }

  async clearIfOurs(): Promise<void> {
    const mark = this.#mark;
    this.#mark = undefined;
    if (mark !== undefined && mark === this.#markOf(await clipboard.readText())) clipboard.clear();
  }
}
