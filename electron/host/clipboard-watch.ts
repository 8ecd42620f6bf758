import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { clipboard } from 'electron';

/**
 * When to look after the page has told of a copy, in milliseconds after the look before. The text goes to the
 * clipboard by a way of its own, and on a busy computer arrives some hundred milliseconds after the news.
 */
const LOOKS_MS = [0, 25, 50, 100, 200, 400, 800];

/**
 * What was copied out of an open register is taken from the clipboard when it is locked, if it is still there.
 * Kept is not what was copied, only marks of it under a key that no one else has. A history of the clipboard,
 * where the operating system keeps one, is out of reach.
 */
export class ClipboardWatch {
  readonly #key = randomBytes(32);
  readonly #ours = new Set<string>();
  readonly #looking = new Set<Promise<void>>();
  /** How often it was cleared: what was copied before that and arrives later goes, too. */
  #clearings = 0;

  async #markNow(): Promise<string> {
    const text = await clipboard.readText();
    return createHmac('sha256', this.#key).update(text).digest('base64');
  }

  /** The page is copying something. */
  noteCopy(): void {
    const looks = this.#look(this.#clearings).catch(() => undefined);
    this.#looking.add(looks);
    void looks.finally(() => this.#looking.delete(looks));
  }

  async #look(clearings: number): Promise<void> {
    for (const ms of LOOKS_MS) {
      await pause(ms);
      if (clearings !== this.#clearings) clipboard.clear();
      else this.#ours.add(await this.#markNow());
    }
  }

  /** While a copy of a moment ago may still be on its way, whatever is there counts as ours. */
  async clearIfOurs(): Promise<void> {
    const isOurs = this.#looking.size > 0 || this.#ours.has(await this.#markNow());
    this.#clearings += 1;
    this.#ours.clear();
    if (isOurs) clipboard.clear();
  }

  /** When nothing that was copied can arrive any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#looking);
  }
}
