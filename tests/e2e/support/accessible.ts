import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what is good practice beyond them. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is half under the header while one scrolls is no fault of the page. */
export const toTheTop = (page: Page) =>
  page.evaluate(() => document.getElementById('content')?.scrollTo({ top: 0 }));

/** Runs in the page: only what is wrong comes back, the rest would take longer to tell than to find. */
async function violationsIn(tags: string[]): Promise<string[]> {
  const results = await window.axe?.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    iframes: false,
  });
  if (!results) throw new Error('the checker is not in the page');
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** No violation that a machine can find on the page as it is now. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // A dialog that is still fading in has colours it never keeps.
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running'),
  );
  // Nor has a list that is still being looked through: it is paler until the answer is there.
  await expect(page.locator('[data-stale="true"]')).toHaveCount(0);
  // Once for each page that is loaded: it is long.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(source);
  const found = await page.evaluate(violationsIn, TAGS);
  expect.soft(found, `accessibility of ${where}`).toEqual([]);
}
