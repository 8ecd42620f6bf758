/*
 * The program as somebody who reads Arabic meets it: from right to left, whole, and with what is Latin inside it
 * still in its own order. The same pages in Ukrainian, whose words are the longest of all the languages.
 */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, somebody, withLetterAllowed } from './support/register.ts';
import { wordsIn } from './support/words.ts';

type Language = 'ar' | 'uk';
const names = { ar: 'العربية', uk: 'Українська' };
/** Longer than the narrowest place a name stands in. */
const GIVEN = 'Quisqualia Abdurrahman Muhammadullah Nur-al-Din Ebenezer';
const PHONE = '+39 011 000 0003';

const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

async function middleOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  if (!box) throw new Error('it is not in the window');
  return box.x + box.width / 2;
}

async function withinReason(approdo: RunningApprodo, where: string): Promise<void> {
  expect.soft(await isWiderThanWindow(approdo.page), `${where} is too wide`).toBe(false);
  await expectAccessible(approdo.page, where);
}

/** Door, Today, somebody's pages, the dialog of a letter and the week, in a small window. */
async function walkThrough(approdo: RunningApprodo, language: Language): Promise<void> {
  const say = wordsIn(language);
  const page = await approdo.open();
  // Behind the door the frame of the register is drawn already, with a menu of its own.
  await page.getByLabel('Language').first().selectOption(names[language]);
  await expect(page.getByRole('heading', { name: say('vault:welcome.title') })).toBeVisible();
  await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  await withinReason(approdo, `door in ${language}`);

  await openRegister(approdo);
  const { id } = await dataOf<{ id: string }>(approdo, 'people.create', somebody(GIVEN));
  await withLetterAllowed(approdo, id);
  await page.reload();
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  const nav = page.getByRole('navigation', { name: say('common:nav.label') });
  const isNavRight = (await middleOf(nav)) > 1024 / 2;
  expect(isNavRight, 'the sections stand where a line begins').toBe(direction === 'rtl');
  await withinReason(approdo, `today in ${language}`);

  await page.evaluate((person) => {
    window.location.hash = `#/people/${person}`;
  }, id);
  await expect(page.getByRole('heading', { level: 1, name: `Salvata ${GIVEN}` })).toBeVisible();
  await withinReason(approdo, `a person in ${language}`);
  await approdo.screenshot(`60-person-${language}`);

  const tab = (name: string) =>
    page.getByRole('link', { name: say(`people:person.tabs.${name}`), exact: true });
  const firstIsRight = (await middleOf(tab('overview'))) > (await middleOf(tab('papers')));
  expect(firstIsRight, 'the parts of a file follow the line').toBe(direction === 'rtl');
  await tab('letters').click();
  await page
    .getByRole('button', { name: say('letters:write') })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: say('letters:dialogTitle') })).toBeVisible();
  await withinReason(approdo, `a letter in ${language}`);
  await approdo.screenshot(`61-letter-${language}`);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: say('common:nav.calendar'), exact: true }).click();
  const back = page.getByRole('button', { name: say('appointments:previousWeek') });
  const onwards = page.getByRole('button', { name: say('appointments:nextWeek') });
  const backIsRight = (await middleOf(back)) > (await middleOf(onwards));
  expect(backIsRight, 'the week before lies where a line begins').toBe(direction === 'rtl');
  await withinReason(approdo, `the week in ${language}`);

  await page.getByRole('link', { name: say('common:nav.today'), exact: true }).click();
  const seen = page.getByRole('link', { name: `Salvata ${GIVEN}` });
  const [link, name] = [await seen.boundingBox(), await seen.locator('bdi').boundingBox()];
  expect(name?.width, 'a long name is whole').toBeLessThanOrEqual(link?.width ?? 0);

  await page.evaluate(() => {
    window.location.hash = '#/reports/dashboard';
  });
  const months = page.locator('main svg text:nth-of-type(2)');
  const startsRight = (await middleOf(months.first())) > (await middleOf(months.last()));
  expect(startsRight, 'time runs as the page is read').toBe(direction === 'rtl');
  await withinReason(approdo, `the dashboard in ${language}`);
  await approdo.screenshot(`62-dashboard-${language}`);

  await page.getByRole('link', { name: say('common:nav.help'), exact: true }).click();
  const english = page.getByRole('link', { name: 'Finding a person' });
  await expect(english, 'English is read from the left').toHaveCSS('direction', 'ltr');
  await withinReason(approdo, `the help in ${language}`);
  await approdo.screenshot(`63-help-${language}`);

  await page.getByRole('link', { name: say('common:nav.settings'), exact: true }).click();
  const phone = page.getByLabel(say('settings:association.phone'), { exact: true });
  await phone.fill(PHONE);
  await expect(phone, 'a number is read from left to right').toHaveCSS('direction', 'ltr');
  const mail = page.getByLabel(say('settings:association.email'), { exact: true });
  await mail.fill('posta.esempio.it');
  await expect(page.getByText(say('settings:association.problems.notMail'))).toBeVisible();
  await mail.fill('posta@esempio.it');
  await expect(page.getByText(say('settings:association.problems.notMail'))).toHaveCount(0);
  expect.soft(await isWiderThanWindow(page), `settings in ${language} are too wide`).toBe(false);
}

test('the program in Arabic is read from right to left', async ({ approdo }) => {
  test.setTimeout(120_000);
  await walkThrough(approdo, 'ar');
});

test('the same in Ukrainian stays within its window', async ({ approdo }) => {
  test.setTimeout(120_000);
  await walkThrough(approdo, 'uk');
});
