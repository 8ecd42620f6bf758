import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

/** Somebody with a grant of Percorsi, on the page of their money. */
async function openLedger(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open();
  await openRegister(approdo);
  const { today } = await dataOf<{ today: string }>(approdo, 'vault.session', {});
  const { id: personId } = await dataOf<{ id: string }>(approdo, 'people.create', {
    names: [{ kind: 'permit', script: 'latin', given: 'Ada', family: 'Prova' }],
    sex: 'female',
    nationalities: ['SOM'],
    languages: [],
  });
  const programme = { templateCode: 'percorsi-2016', name: 'Percorsi' };
  const { id: programmeId } = await dataOf<{ id: string }>(approdo, 'programmes.create', programme);
  await dataOf(approdo, 'enrolments.create', {
    programmeId,
    personId,
    enrolledOn: today,
    overrideReason: 'Per la prova',
  });
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  await page.getByRole('link', { name: 'Percorsi', exact: true }).click();
  await page.getByRole('link', { name: /Prova Ada/ }).click();
  return page;
}

test('a grant is planned by the month, refused over its cap, paid, and leaves as a sheet', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const page = await openLedger(approdo);
  await button(page, 'ledgers:instalments').click();
  await dialog(page).getByLabel(say('ledgers:plan.count')).fill('6');
  await button(page, 'ledgers:plan.save').click();
  await expect(dialog(page).getByRole('alert')).toContainText('pays 5 times at most');
  await expectAccessible(page, 'an instalment too many');
  await dialog(page).getByLabel(say('ledgers:plan.count')).fill('5');
  await button(page, 'ledgers:plan.save').click();
  await expect(dialog(page)).toHaveCount(0);
  const entries = page.getByRole('list', { name: say('ledgers:entries.title') });
  await expect(entries.getByRole('listitem')).toHaveCount(5);

  await button(page, 'ledgers:add').click();
  await dialog(page)
    .getByRole('combobox', { name: say('ledgers:form.line') })
    .click();
  await page.getByRole('option', { name: 'To the host' }).click();
  // What was begun is kept when the dialog goes away, and offered again.
  await dialog(page).getByLabel(say('ledgers:form.payee')).fill('Impresa di prova');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await button(page, 'ledgers:add').click();
  await button(page, 'drafts:resume').click();
  await expect(dialog(page).getByLabel(say('ledgers:form.payee'))).toHaveValue('Impresa di prova');
  await dialog(page).getByLabel(say('ledgers:form.amount')).fill('500.01');
  await button(page, 'common:actions.save').click();
  await expect(dialog(page).getByRole('alert')).toContainText('€500.00');
  await expect(dialog(page).getByLabel(say('ledgers:form.reason'))).toBeVisible();
  await dialog(page).getByLabel(say('ledgers:form.amount')).fill('500');
  await button(page, 'common:actions.save').click();
  await expect(entries.getByRole('listitem')).toHaveCount(6);
  await entries.getByRole('button', { name: /Mark as paid: To the host/ }).click();
  await expect(entries.getByText('paid on')).toHaveCount(1);
  await button(page, 'ledgers:traineeships.add').click();
  await dialog(page).getByLabel(say('ledgers:traineeships.host')).fill('Panificio di prova');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await button(page, 'ledgers:traineeships.add').click();
  await button(page, 'drafts:resume').click();
  const host = dialog(page).getByLabel(say('ledgers:traineeships.host'));
  await expect(host).toHaveValue('Panificio di prova');
  await button(page, 'common:actions.cancel').click();
  await expectAccessible(page, 'the money of a person');
  await approdo.screenshot('ledgers-1-person');

  await page.getByRole('link', { name: 'Percorsi', exact: true }).click();
  await page.getByRole('link', { name: say('ledgers:title'), exact: true }).click();
  await expect(page.getByText('1 payment without a receipt')).toBeVisible();
  await approdo.screenshot('ledgers-2-programme');
  const path = join(approdo.home, 'ledger.xlsx');
  await approdo.answerDialogs(path);
  await button(page, 'ledgers:totals.export').click();
  await expectAccessible(page, 'the sheet for the accounts');
  await button(page, 'ledgers:export.save').click();
  await expect(dialog(page)).toHaveCount(0);
  const [sheet] = await readXlsxFile(path);
  expect(sheet?.data.map((row) => row[7])).toEqual(['Euros', 500, 500, 500, 500, 500, 500]);
});
