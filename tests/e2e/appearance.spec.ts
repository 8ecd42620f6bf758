import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openSettings } from './support/settings.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

const visit = (page: Page, section: string) =>
  page.getByRole('link', { name: say(`common:nav.${section}`), exact: true }).click();

/** How light the page is, 0 to 255. */
const groundOf = (page: Page) =>
  page.evaluate(() => {
    const [red = 0] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(
      Number,
    );
    return red;
  });

const windowColour = (approdo: RunningApprodo) =>
  approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  );

const sections = ['today', 'people', 'calendar', 'reports'];
const tabs = ['overview', 'needs', 'letters'];

test('dark colours and more contrast are chosen at once, for every page, and stay for the door', async ({
  approdo,
}) => {
  test.setTimeout(240_000);
  let page = await openDemo(approdo);
  expect(await groundOf(page)).toBeGreaterThan(240);
  await openSettings(page, 'own');
  await page.getByText(say('settings:appearance.dark'), { exact: true }).click();
  await expect.poll(() => groundOf(page)).toBeLessThan(40);
  expect(await windowColour(approdo)).toBe('#101b1c');
  await expectAccessible(page, 'settings, dark');
  await approdo.screenshot('60-dark-settings');
  for (const section of sections) {
    await visit(page, section);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, `${section}, dark`);
    await approdo.screenshot(`60-dark-${section}`);
  }
  await visit(page, 'people');
  await page.getByLabel(say('people:list.search')).fill('rahimi');
  await page
    .getByRole('table')
    .getByRole('link', { name: /Rahimi/ })
    .first()
    .click();
  for (const tab of tabs) {
    await page.getByRole('link', { name: say(`people:person.tabs.${tab}`), exact: true }).click();
    await expectAccessible(page, `${tab}, dark`);
    await approdo.screenshot(`60-dark-${tab}`);
  }
  // What is printed stays dark on white.
  await page.emulateMedia({ media: 'print', colorScheme: null });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(29, 42, 44)');
  await page.emulateMedia({ media: null, colorScheme: null });

  await openSettings(page, 'own');
  await page.getByLabel(say('settings:appearance.contrast')).click();
  await expect.poll(() => groundOf(page)).toBe(0);
  for (const section of ['calendar', 'today']) {
    await visit(page, section);
    await expectAccessible(page, `${section}, dark with more contrast`);
    await approdo.screenshot(`61-contrast-${section}`);
  }
  await openSettings(page, 'own');
  await page.getByText(say('settings:appearance.light'), { exact: true }).click();
  await expect.poll(() => groundOf(page)).toBe(255);
  await visit(page, 'today');
  await expectAccessible(page, 'today, light with more contrast');
  await approdo.screenshot('62-light-contrast-today');
  await openSettings(page, 'own');
  await page.getByText(say('settings:appearance.dark'), { exact: true }).click();
  await expect.poll(() => groundOf(page)).toBe(0);

  // Another window takes the keyboard, as another program does.
  const isCovered = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('#root') as Element).filter);
  const otherWindow = () =>
    approdo.application.evaluate(({ BaseWindow }) => {
      const [other] = BaseWindow.getAllWindows().filter((one) => one.getTitle() === 'other');
      if (other) other.destroy();
      else new BaseWindow({ width: 200, height: 200, title: 'other' }).focus();
      if (other) BaseWindow.getAllWindows()[0]?.focus();
    });
  await otherWindow();
  expect(await isCovered()).toBe('none');
  await otherWindow();
  await page.getByLabel(say('settings:appearance.cover')).click();
  await expect(page.getByLabel(say('settings:appearance.cover'))).toBeChecked();
  await otherWindow();
  await expect.poll(isCovered).toContain('blur');
  await approdo.screenshot('67-covered');
  await otherWindow();
  await expect.poll(isCovered).toBe('none');

  await approdo.close();
  page = await approdo.open('--demo');
  await expect(page.getByRole('button', { name: say('vault:unlock.open') })).toBeVisible();
  expect(await groundOf(page)).toBe(0);
  await expectAccessible(page, 'door, dark with more contrast');
  await approdo.screenshot('63-dark-door');
});
