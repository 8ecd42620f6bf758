import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const part = (page: Page, key: string) =>
  page
    .getByRole('navigation', { name: say('activities:parts.label') })
    .getByRole('link', { name: say(key), exact: true });

test('a training is written down, somebody comes, says it was useful, and the figures leave without names', async ({
  approdo,
}) => {
  test.setTimeout(240_000);
  const page = await openDemo(approdo);
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  await page.getByRole('link', { name: say('activities:tabs.activities'), exact: true }).click();
  await expectAccessible(page, 'the activities');

  await button(page, 'activities:add').click();
  await dialog(page).getByLabel(say('activities:fields.title')).fill('Porte aperte');
  await dialog(page).getByLabel(say('activities:fields.kind')).selectOption('training');
  await dialog(page).getByLabel(say('activities:fields.from')).fill('01/10/2026');
  await dialog(page)
    .getByRole('button', { name: say('common:actions.save'), exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Porte aperte' })).toBeVisible();

  await part(page, 'activities:parts.participants').click();
  await button(page, 'activities:people.addGuest').click();
  await dialog(page).getByLabel(say('activities:people.name')).fill('Rosa Prova');
  await dialog(page)
    .getByRole('button', { name: say('common:actions.save'), exact: true })
    .click();
  await expect(page.getByText('Rosa Prova')).toBeVisible();
  await expectAccessible(page, 'who takes part');

  await part(page, 'activities:parts.answers').click();
  await page.getByLabel('Useful? Rosa Prova').selectOption('yes');
  await expect(page.getByLabel('Useful? Rosa Prova')).toHaveValue('yes');

  await page.getByRole('link', { name: say('activities:back'), exact: true }).click();
  await page.getByRole('link', { name: 'Accogliere allo sportello', exact: true }).click();
  await part(page, 'activities:parts.report').click();
  await expect(page.getByText(say('activities:report.trueHint'))).toBeVisible();
  await button(page, 'activities:report.make').click();
  await expect(
    page.getByRole('cell', { name: 'O.1.2' }).or(page.getByText('O.1.2')).first(),
  ).toBeVisible();
  await expectAccessible(page, 'the report of an activity');

  // Whoever gave no consent for image and voice cannot be chosen.
  await part(page, 'activities:parts.media').click();
  const choice = page.getByLabel(say('activities:media.addSpeaker'));
  await expect(choice.getByRole('option', { name: /Anna Bertolino/ })).toBeDisabled();
});
