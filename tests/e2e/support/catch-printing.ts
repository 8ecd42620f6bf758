import type { Page } from '@playwright/test';

interface Printed {
  /** Lines of its table. */
  lines: string[];
  /** Its cards, and the entries of a diary. */
  cards: number;
  text: string;
}

/** Prints into the page's own memory instead of the dialog of the system, which nobody could click here. */
export async function catchPrinting(page: Page): Promise<() => Promise<Printed | undefined>> {
  await page.evaluate(() => {
    Object.assign(window, { printed: undefined });
    window.print = () => {
      const content = document.querySelector<HTMLElement>('#content');
      const lines = [...(content?.querySelectorAll('tbody tr') ?? [])];
      const printed = {
        lines: lines.map((line) => line.textContent ?? ''),
        cards: content?.querySelectorAll('article').length ?? 0,
        text: content?.innerText ?? '',
      };
      Object.assign(window, { printed });
    };
  });
  return () => page.evaluate(() => (window as { printed?: Printed }).printed);
}
