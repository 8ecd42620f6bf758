import type { Page } from '@playwright/test';

interface Actions {
  clicks: number;
  keys: number;
}

declare global {
  interface Window {
    countedActions?: Actions;
  }
}

/**
 * Counts what somebody does with their hands on the page: clicks of the mouse and keys pressed. Text has to be
 * typed key by key to count (`pressSequentially`), not filled in. The count ends when the page is thrown away.
 */
export async function countActions(page: Page): Promise<{ read(): Promise<Actions> }> {
  await page.evaluate(() => {
    const isFirst = window.countedActions === undefined;
    const counted = { clicks: 0, keys: 0 };
    window.countedActions = counted;
    if (!isFirst) return;
    const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];
    document.addEventListener(
      'click',
      // A key that presses a button makes a click without a mouse, of detail 0.
      (event) => {
        if (event.isTrusted && event.detail > 0 && window.countedActions) {
          window.countedActions.clicks += 1;
        }
      },
      true,
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (!modifiers.includes(event.key) && window.countedActions) {
          window.countedActions.keys += 1;
        }
      },
      true,
    );
  });
  return {
    read: () => page.evaluate(() => window.countedActions ?? { clicks: 0, keys: 0 }),
  };
}

/** Says the count in the report of the run, in words that the benchmark can find again. */
export function reportActions(task: string, { clicks, keys }: Actions): void {
  process.stdout.write(`ACTIONS ${task}: ${clicks} clicks, ${keys} keys\n`);
}
