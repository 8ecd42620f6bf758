import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from '../support/pdf-tools.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { dataOf, openRegister, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const withConsent = ['Ada', 'Dan', 'Eva'];

test('one letter for several people leaves for those who agreed, each with its number, and says who was left out', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  const { id: organisationId } = await dataOf<{ id: string }>(approdo, 'organisations.save', {
    kind: 'registry',
    name: 'Comune di Prova',
    office: 'Anagrafe',
  });
  for (const name of [...withConsent, 'Zoe']) {
    const { id: personId } = await dataOf<{ id: string }>(approdo, 'people.create', somebody(name));
    if (!withConsent.includes(name)) continue;
    const details = {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'legalStatus', 'documents', 'languages', 'family'],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-01-01',
    };
    await dataOf(approdo, 'consents.give', { personId, details });
  }
  await approdo.call('shell.setPreferences', { language: 'en', lastFolder });
  const { page } = approdo;
  await page.reload();
  const button = (key: string, values = {}) =>
    page.getByRole('button', { name: say(key, values), exact: true });
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await button('lists:picked.start').click();
  for (const name of [...withConsent, 'Zoe']) {
    await page
      .getByRole('checkbox', { name: say('lists:pickPerson', { name: `Salvata ${name}` }) })
      .check();
  }
  await button('lists:picked.letters').click();

  const dialog = page.getByRole('dialog', { name: say('letters:batch.title') });
  await dialog.getByLabel(say('letters:template')).first().fill('Ana');
  await page
    .getByRole('option', { name: /Anagrafe/ })
    .first()
    .click();
  await dialog.getByLabel(say('letters:office')).first().click();
  await page.getByRole('option', { name: /Comune di Prova/ }).click();
  await button('letters:batch.check').click();
  await expect(dialog.getByText(say('letters:batch.ready_other', { count: 3 }))).toBeVisible();
  await expect(dialog.getByText(/Salvata Zoe/)).toBeVisible();
  await expectAccessible(page, 'letters for several');
  await approdo.screenshot('77-letter-batch');

  await button('letters:batch.issue').click();
  await expect(dialog.getByText(say('letters:batch.issued_other', { count: 3 }))).toBeVisible();
  await expectAccessible(page, 'letters issued');
  await approdo.screenshot('78-letter-batch-done');
  const path = join(approdo.home, 'lettere.pdf');
  await approdo.answerDialogs(path);
  await button('letters:batch.saveOne').click();
  await expect(page.getByText(say('common:fileSaved', { fileName: 'lettere.pdf' }))).toBeVisible();
  const pile = new Uint8Array(await readFile(path));
  // A letter and its slip for each.
  expect(textOf(pile).split('\f')).toHaveLength(2 * withConsent.length + 1);
  for (const name of withConsent) expect(textOf(pile)).toContain(`Salvata ${name}`);
  expect(textOf(pile)).not.toContain('Zoe');
});
