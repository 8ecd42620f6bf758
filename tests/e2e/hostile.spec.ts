import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostileRegister } from '../support/hostile-register.ts';
import { CANARY, shownLiterally, wideFormulas } from '../support/hostile-texts.ts';
import { expect, test } from './support/launch.ts';
import { passphrase } from './support/register.ts';
import { everyAddress, namedThings } from './support/routes.ts';

const texts = [...shownLiterally, ...wideFormulas];

/** Which of the texts a page shows, as text or in a field, and what of it became more than text. */
function lookAt(page: Page) {
  return page.evaluate(
    ({ texts: known, canary }) => {
      const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
      const shown = [document.body.innerText, ...fields.map(({ value }) => value)].join('\n');
      return {
        seen: known.filter((text) => shown.includes(text)),
        elements: document.querySelectorAll('[data-hostile]').length,
        links: [...document.querySelectorAll('a')].filter(
          ({ protocol }) => protocol === 'javascript:',
        ).length,
        canary: canary in window,
        title: document.title,
        heading: document.querySelector('h1') !== null,
      };
    },
    { texts, canary: CANARY },
  );
}

test('hostile text in every field is shown as text, on every page', async ({ approdo }) => {
  test.setTimeout(180_000);
  const folder = join(approdo.home, 'registro');
  await mkdir(folder);
  const today = new Date().toISOString().slice(0, 10);
  const made = await hostileRegister(folder, { passphrase, people: 14, today, withWide: true });
  await made.core.close();
  expect(made.taken.length).toBeGreaterThan(100);

  await approdo.open();
  expect(await approdo.call('vault.unlock', { folder, passphrase })).toMatchObject({ ok: true });
  const release = {
    period: { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today },
    recipient: texts[0],
    note: texts.join('\n').slice(0, 3000),
    language: 'it',
  };
  expect(await approdo.call('releases.send', release)).toMatchObject({ ok: true });
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  await approdo.page.reload();
  const { page } = approdo;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const seen = new Set<string>();
  const withText: string[] = [];
  for (const address of everyAddress(await namedThings(approdo))) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#${address}`);
    await page.waitForTimeout(400);
    const { seen: here, ...found } = await lookAt(page);
    expect(found, address).toEqual({
      elements: 0,
      links: 0,
      canary: false,
      title: 'Approdo',
      heading: true,
    });
    for (const text of here) seen.add(text);
    if (here.length > 0) withText.push(address);
  }
  // Every kind was there to be seen, on most pages; the rest are forms nobody has filled in yet.
  expect(texts.filter((text) => !seen.has(text))).toEqual([]);
  expect(withText.length).toBeGreaterThan(15);
});
