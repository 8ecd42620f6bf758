import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const tab = (page: Page, part: string) =>
  page.getByRole('tab', { name: say(`enterprises:parts.${part}`), exact: true });

/** The programme for firms of the demonstration; in it one who came all the way and one with half a plan. */
async function openProgramme(page: Page) {
  await page
    .getByRole('link', { name: say('common:nav.programmes'), exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: 'A.Mi.C.I.', exact: true }).click();
  await expect(page.getByText(say('enterprises:sums.title'))).toBeVisible();
}

async function openFirm(approdo: RunningApprodo, page: Page, hasFirm: boolean) {
  const { items } = await dataOf<{ items: { id: string; name: string }[] }>(
    approdo,
    'programmes.list',
    {},
  );
  const programmeId = items.find(({ name }) => name === 'A.Mi.C.I.')?.id ?? '';
  const { items: inside } = await dataOf<{ items: { id: string; listedName: string }[] }>(
    approdo,
    'enrolments.list',
    { programmeId },
  );
  for (const { id: enrolmentId, listedName } of inside) {
    const dossier = await dataOf<{ firm?: unknown }>(approdo, 'enterprises.get', { enrolmentId });
    if ((dossier.firm !== undefined) !== hasFirm) continue;
    await page.getByRole('link', { name: listedName, exact: true }).first().click();
  }
  await page.getByRole('link', { name: say('enterprises:open'), exact: true }).click();
  await expect(tab(page, 'plan')).toBeVisible();
}

test('a plan with a hole is a draft, and a complete one goes out with a letter', async ({
  approdo,
}) => {
  test.setTimeout(240_000);
  const page = await openDemo(approdo);
  await openProgramme(page);
  await openFirm(approdo, page, false);
  await expectAccessible(page, 'an idea');
  await tab(page, 'plan').click();
  await expect(button(page, 'enterprises:plan.final')).toBeDisabled();
  await page.getByRole('button', { name: 'Write: The costs' }).click();
  await dialog(page).getByLabel('Item 1', { exact: true }).fill('Van');
  await dialog(page).getByLabel(say('enterprises:plan.amount')).fill('4200.50');
  await expectAccessible(page, 'a section with sums');
  await button(page, 'common:actions.save').click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('€4,200.50')).toBeVisible();
  await expectAccessible(page, 'a plan with holes');
  await button(page, 'enterprises:plan.draft').click();
  await expect(dialog(page).getByText('1 page', { exact: false })).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: say('common:actions.close') })
    .first()
    .click();
  await tab(page, 'meetings').click();
  await button(page, 'enterprises:meeting.add').click();
  await dialog(page).getByLabel(say('enterprises:meeting.about')).fill('Prices of other vans.');
  await button(page, 'common:actions.save').click();
  await expect(page.getByText('Prices of other vans.')).toBeVisible();
  await expectAccessible(page, 'meetings');

  await openProgramme(page);
  await openFirm(approdo, page, true);
  await tab(page, 'money').click();
  await expect(page.getByText('Ago e Wax')).toBeVisible();
  await expectAccessible(page, 'loan and firm');
  await tab(page, 'plan').click();
  await expect(page.getByText(say('enterprises:plan.complete'))).toBeVisible();
  await expect(button(page, 'enterprises:plan.final')).toBeEnabled();
  await page.getByRole('button', { name: 'Letter to the lender' }).click();
  await expect(dialog(page).getByText('Studio di fattibilità', { exact: false })).toBeVisible();
  await approdo.screenshot('enterprise-letter');
});
