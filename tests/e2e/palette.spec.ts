import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

test('people, pages, parts of a file and actions are reached by typing, in any spelling', async ({
  approdo,
}) => {
  test.setTimeout(180_000);
  const page = await openDemo(approdo);
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const field = page.getByRole('combobox', { name: say('common:palette.label') });
  const options = page
    .getByRole('listbox', { name: say('common:palette.title') })
    .getByRole('option');

  await page.keyboard.press('Control+k');
  await expect(options.first()).toHaveText(say('services:noteService'));
  await expect(options.first()).toHaveAttribute('data-combobox-selected', /.*/);
  await expectAccessible(page, 'palette');
  await approdo.screenshot('64-palette');
  // What is done stands last: a key too many must not lock the register.
  await field.fill('re');
  await expect(options.last()).toHaveText(say('common:header.lock'));
  await approdo.screenshot('65-palette-pages');
  await field.fill('dash');
  await expect(options).toHaveText([say('dashboards:title')]);
  await page.keyboard.press('Enter');
  await expect(title(say('dashboards:title'))).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('рахімі');
  await expect(options.first()).toContainText('Rahimi');
  await expectAccessible(page, 'palette with people');
  await approdo.screenshot('66-palette-people');
  await page.keyboard.press('Enter');
  await expect(title(/Rahimi/)).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('plans');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: say('plans:title') })).toBeVisible();

  await page.keyboard.press('Control+k');
  await field.fill('qqq');
  await expect(page.getByText(say('common:palette.nothing'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+k');
  await field.fill('note serv');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: say('services:newTitle') })).toBeVisible();
});
