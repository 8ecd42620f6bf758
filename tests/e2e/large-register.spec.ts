import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { benchPassphrase, makeLargeRegister } from '../support/large-register.ts';
import { catchPrinting } from './support/catch-printing.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openMadeRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const PEOPLE = 4_000;

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

async function openAt(approdo: RunningApprodo, hash: string): Promise<void> {
  await approdo.page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

/** Pressed in the page itself as soon as it is there: a hand from outside may come when all is done. */
async function pressOnceThere(page: Page, label: string): Promise<void> {
  await page.evaluate((text) => {
    const press = () => {
      const found = [...document.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === text,
      );
      if (!found) return;
      watching.disconnect();
      found.click();
    };
    const watching = new MutationObserver(press);
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, label);
}

async function stopComparing(approdo: RunningApprodo, page: Page): Promise<void> {
  await pressOnceThere(page, say('duplicates:list.stop'));
  await openAt(approdo, '/people/duplicates');
  // It may be stopped before it found anybody, or after.
  const stopped = page
    .getByText(say('duplicates:list.stopped'))
    .or(page.getByText(say('duplicates:list.stoppedAtOnce')));
  await expect(stopped).toBeVisible();
  await approdo.screenshot('duplicates-stopped');
  await button(page, 'duplicates:list.again').click();
  await expect(stopped).toHaveCount(0);
  await expect(page.getByText(say('duplicates:list.more'))).toBeVisible();
}

async function stopImporting(approdo: RunningApprodo, page: Page): Promise<void> {
  await openAt(approdo, '/people/import');
  const rows = ['Cognome;Nome;Data di nascita', 'Zerbinati;Ofelia;1994'].join('\r\n');
  const file = { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText(say('imports:columns.title'))).toBeVisible();
  await pressOnceThere(page, say('imports:stop'));
  await button(page, 'imports:next').click();
  // Told as what somebody wanted, on the page they came from: this file has no words to translate.
  await expect(
    page.getByRole('status').filter({ hasText: say('errors:import_stopped') }),
  ).toBeVisible();
  await expect(page.getByText(say('errors:title'))).toHaveCount(0);
  await expect(page.getByText(say('imports:columns.title'))).toBeVisible();
  await approdo.screenshot('import-stopped');
}

/** More than anybody carries to a meeting is cut, and the paper says so. */
async function printFirstPart(approdo: RunningApprodo, page: Page): Promise<void> {
  await openAt(approdo, '/people');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(21);
  const printed = await catchPrinting(page);
  await button(page, 'common:header.print').click();
  await expect.poll(async () => (await printed())?.lines.length).toBe(600);
  expect((await printed())?.text).toContain(
    say('common:printed.part_other', { count: 600, total: PEOPLE }),
  );
}

/** A search that very many answer lists the best of them; the paper says that there are more. */
async function printSearch(approdo: RunningApprodo, page: Page): Promise<void> {
  await openAt(approdo, '/people');
  await page.getByLabel(say('people:list.search')).fill('a');
  await expect(page.getByText(/^More than \d+|^At least \d+/).first()).toBeVisible();
  const printed = await catchPrinting(page);
  await button(page, 'common:header.print').click();
  await expect.poll(async () => (await printed())?.lines.length).toBeGreaterThan(50);
  const { lines = [], text = '' } = (await printed()) ?? {};
  expect(text).toContain(say('common:printed.firstOfMany_other', { count: lines.length }));
}

/** A list that is no table of people goes on paper the same way, by the key too. */
async function printProtocol(approdo: RunningApprodo, page: Page): Promise<void> {
  const letter = { direction: 'in', correspondent: 'Questura di Prova' };
  for (let number = 1; number <= 55; number += 1) {
    await dataOf(approdo, 'protocol.enter', { ...letter, subject: `Lettera ${number}` });
  }
  await openAt(approdo, '/protocol');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(21);
  const printed = await catchPrinting(page);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.lines.length).toBe(55);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(21);
}

test('of thousands, what takes long is stopped and what is long is printed in part', async ({
  approdo,
}) => {
  const folder = await makeLargeRegister(PEOPLE);
  try {
    const page = await approdo.open();
    await openMadeRegister(approdo, folder, benchPassphrase);
    await stopComparing(approdo, page);
    await stopImporting(approdo, page);
    await printFirstPart(approdo, page);
    await printSearch(approdo, page);
    await printProtocol(approdo, page);
    await approdo.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
