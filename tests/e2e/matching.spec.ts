import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

/** A programme of family hosting with one family in Milan and somebody in it. */
async function openMatching(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open();
  await openRegister(approdo);
  const { today } = await dataOf<{ today: string }>(approdo, 'vault.session', {});
  const made = async (name: string, input: unknown) =>
    (await dataOf<{ id: string }>(approdo, name, input)).id;
  const personId = await made('people.create', {
    names: [{ kind: 'permit', script: 'latin', given: 'Selam', family: 'Prova' }],
    sex: 'female',
    nationalities: ['ERI'],
    languages: [],
  });
  const template = { templateCode: 'blank-pathway-matching', name: 'Hosting' };
  const programmeId = await made('programmes.create', template);
  await made('enrolments.create', { programmeId, personId, enrolledOn: today });
  const details = { kind: 'hostFamily', name: 'Brambilla', town: 'Milano', room: 2 };
  await made('places.save', { programmeId, details });
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  await page.getByRole('link', { name: 'Hosting', exact: true }).click();
  await page.getByRole('link', { name: say('matches:title'), exact: true }).click();
  return page;
}

test('somebody is asked what they need, sees why a place suits them, and is matched by a person', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const page = await openMatching(approdo);
  await expect(page.getByText(say('matches:human.title'))).toBeVisible();
  await button(page, 'matches:places.add').click();
  const place = dialog(page).getByRole('textbox', {
    name: say('matches:places.name'),
    exact: true,
  });
  await place.fill('Casa di prova');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await button(page, 'matches:places.add').click();
  await button(page, 'drafts:resume').click();
  await expect(place).toHaveValue('Casa di prova');
  await button(page, 'common:actions.cancel').click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'What they need: Prova Selam' }).click();
  const towns = dialog(page).getByRole('combobox', { name: say('matches:searches.kinTowns') });
  await towns.fill('milano');
  await towns.press('Enter');
  await expectAccessible(page, 'what somebody needs');
  await button(page, 'common:actions.save').click();
  await expect(dialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Proposals for Prova Selam' }).click();
  await expect(dialog(page).getByText('+40 relatives in Milano')).toBeVisible();
  await expectAccessible(page, 'proposals');
  await page.getByRole('button', { name: 'Choose: Brambilla' }).click();
  for (const key of ['matches:decide.talkOn', 'matches:decide.hostAgreedOn']) {
    await dialog(page).getByLabel(say(key)).fill('01/03/2026');
  }
  await expect(page.getByText(say('matches:decide.noConsent'))).toBeVisible();
  await expect(button(page, 'matches:decide.save')).toBeDisabled();
  await button(page, 'matches:decide.giveConsent').click();
  await dialog(page)
    .last()
    .getByRole('button', { name: say('consents:give'), exact: true })
    .click();
  await expect(dialog(page)).toHaveCount(1);
  await expectAccessible(page, 'a decision');
  await button(page, 'matches:decide.save').click();
  await expect(dialog(page)).toHaveCount(0);
  const decided = page.getByRole('list', { name: say('matches:decided.title') });
  await expect(decided).toContainText('+40 relatives in Milano');
  await expect(page.getByText('1 of 2 free')).toBeVisible();
  await page.getByRole('button', { name: 'Has arrived: Prova Selam' }).click();
  await button(page, 'common:actions.save').click();
  await expect(decided.getByText(say('matches:decided.arrived'), { exact: true })).toBeVisible();
  await expectAccessible(page, 'matching');
  await approdo.screenshot('matching-1');
});
