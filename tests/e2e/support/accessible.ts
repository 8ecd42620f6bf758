import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What is half under the header while one scrolls is no fault of the page. */
export const toTheTop = (page: Page) =>
  page.evaluate(() => document.getElementById('content')?.scrollTo({ top: 0 }));

/** No violation of WCAG 2.2 A and AA that a machine can find on the page as it is now. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // A dialog that is still fading in has colours it never keeps.
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // axe starts a second page for frames, which this program refuses; there are no frames.
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, `accessibility of ${where}`).toEqual([]);
}
