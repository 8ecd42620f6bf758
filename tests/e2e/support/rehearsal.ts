/*
 * A way through the program that is gone twice: once with Playwright attached, which finds out where each thing
 * stands and how it looks, and then by hand in a program that nothing can be attached to. There each step waits for
 * what somebody would see before they click.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Locator } from '@playwright/test';
import { type } from './by-hand.ts';
import { expect, type RunningApprodo } from './launch.ts';
import { type Area, likenessTo, lookAt } from './screens.ts';

interface Seen {
  area: Area;
  picture: Buffer;
}

type Step = ({ does: 'click' | 'see'; what: string } & Seen) | { does: 'type'; text: string };

/** Text is drawn a little differently by another process; another text is not this much alike. */
const ALIKE = 0.98;
const STILL_MS = 250;
const STILL_LOOKS = 4;

/** Out of the way: what lies below the mouse looks different. */
const park = () => spawnSync('xdotool', ['mousemove', '1399', '899']);

function clickAt({ x, y, width, height }: Area): void {
  const [toX, toY] = [x + width / 2, y + height / 2].map((at) => String(Math.round(at)));
  spawnSync('xdotool', ['mousemove', `${toX}`, `${toY}`, 'click', '1']);
  park();
}

export class Rehearsal {
  readonly #approdo: RunningApprodo;
  readonly #steps: Step[] = [];

  constructor(approdo: RunningApprodo) {
    this.#approdo = approdo;
    park();
  }

  async #note(does: 'click' | 'see', target: Locator): Promise<Area> {
    // A trial of Playwright's own would scroll, and move another mouse than that of the screen.
    await expect(target).toBeInViewport({ ratio: 1 });
    await expect(target).toBeEnabled();
    const { area, picture } = await this.#still(target);
    this.#steps.push({ does, what: String(target), area, picture });
    return area;
  }

  /** As soon as nothing moves and changes any more: pages go on loading below what can be clicked already. */
  async #still(target: Locator): Promise<Seen> {
    let stood: Seen = { area: await this.#areaOf(target), picture: Buffer.alloc(0) };
    let looks = 0;
    await expect(async () => {
      await pause(STILL_MS);
      const area = await this.#areaOf(target);
      const isSame = isDeepStrictEqual(area, stood.area) && likenessTo(area, stood.picture) > ALIKE;
      looks = isSame ? looks + 1 : 0;
      stood = { area, picture: lookAt(area) };
      expect(looks).toBe(STILL_LOOKS);
    }).toPass({ timeout: 20_000, intervals: [0] });
    return stood;
  }

  async #areaOf(target: Locator): Promise<Area> {
    const window = await this.#approdo.application.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows()[0]?.getContentBounds(),
    );
    const box = await target.boundingBox();
    if (!window || !box) throw new Error(`It stands nowhere: ${target}`);
    return {
      x: window.x + Math.ceil(box.x),
      y: window.y + Math.ceil(box.y),
      width: Math.floor(box.width) - 1,
      height: Math.floor(box.height) - 1,
    };
  }

  async click(target: Locator): Promise<void> {
    clickAt(await this.#note('click', target));
  }

  async see(target: Locator): Promise<void> {
    await this.#note('see', target);
  }

  type(text: string): void {
    this.#steps.push({ does: 'type', text });
    type(text);
  }

  /** The same steps in whatever program is on the screen now. */
  async perform(): Promise<void> {
    park();
    for (const step of this.#steps) {
      if (step.does === 'type') type(step.text);
      else {
        const { what, area, picture } = step;
        await expect
          .poll(() => likenessTo(area, picture), { message: what, timeout: 30_000 })
          .toBeGreaterThan(ALIKE);
        if (step.does === 'click') clickAt(area);
      }
    }
  }
}
