import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { languageNames } from '#ui/i18n/languages.ts';
import { expectAccessible } from './support/accessible.ts';
import { createRegister, say as inItalian, registerPerson } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openSettings } from './support/settings.ts';
import { wordsIn } from './support/words.ts';

type Language = (typeof interfaceLanguages)[number];

const inFrench = wordsIn('fr');
/** The busiest ones: every section in every language would take a minute. */
const sections = ['today', 'directory', 'reports', 'settings'];

async function choose(page: Page, from: Language, to: Language): Promise<void> {
  await page.getByLabel(wordsIn(from)('common:header.language')).selectOption(languageNames[to]);
  const today = wordsIn(to)('common:nav.today');
  await expect(page.getByRole('link', { name: today, exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(to);
}

/** Whether the page or a part of it around the heading has to be pushed sideways. */
const isCutOff = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    for (let part: Element | null = heading; part; part = part.parentElement) {
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) return true;
    }
    return false;
  });

/** Every section in a small window: nothing is cut off at the side, and no text is missing. */
async function visitAll(approdo: RunningApprodo, language: Language): Promise<void> {
  const { page } = approdo;
  for (const section of sections) {
    const name = wordsIn(language)(`common:nav.${section}`);
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await isCutOff(page), `${language} ${section}`).toBe(false);
    // A key instead of a text, such as `today.title`.
    const text = await page.locator('body').innerText();
    expect(text.match(/\b[a-z]+[.:][a-z]+[A-Z]\w*\b/g) ?? [], `${language} ${section}`).toEqual([]);
    await approdo.screenshot(`60-${language}-${section}`);
  }
  const people = wordsIn(language)('common:nav.people');
  await page.getByRole('link', { name: people, exact: true }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await isCutOff(page), `${language} person`).toBe(false);
  await approdo.screenshot(`60-${language}-person`);
}

test('everybody is spoken to in their own language, and the door in that of the computer', async ({
  approdo,
}) => {
  test.setTimeout(150_000);
  await approdo.open();
  const { passphrase } = await createRegister(approdo);
  await registerPerson(approdo);
  const { page } = approdo;
  await choose(page, 'it', 'fr');

  await approdo.afterLock(() =>
    page.getByRole('button', { name: inFrench('common:header.lock'), exact: true }).click(),
  );
  const door = approdo.page;
  const open = door.getByRole('button', { name: inItalian('vault:unlock.open'), exact: true });
  await expect(open).toBeVisible();
  await door.getByLabel(inItalian('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await open.click();
  await expect(
    door.getByRole('heading', { level: 1, name: inFrench('common:nav.today') }),
  ).toBeVisible({ timeout: 20_000 });

  await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  await visitAll(approdo, 'fr');
  await openSettings(door, 'about', inFrench);
  await expect(door.getByText(inFrench('settings:about.translated'))).toHaveCount(
    interfaceLanguages.length - 1,
  );
  const installer = join(approdo.home, 'Approdo.AppImage');
  await writeFile(installer, 'not a program');
  await approdo.answerDialogs(installer);
  await door.getByRole('button', { name: inFrench('settings:update.check') }).click();
  // No publisher has a key yet; whose file it is cannot be known.
  await expect(door.getByText(inFrench('settings:update.answers.noKey.title'))).toBeVisible();
  await expectAccessible(door, 'about');
  await approdo.screenshot('61-about');

  let spoken: Language = 'fr';
  for (const language of interfaceLanguages.filter((one) => one !== 'fr')) {
    await choose(door, spoken, language);
    await visitAll(approdo, language);
    spoken = language;
  }
});
