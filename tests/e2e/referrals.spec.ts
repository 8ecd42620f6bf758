import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { replyReference } from '#domain/protocol/reply-reference.ts';
import { expectAccessible } from './support/accessible.ts';
import { reportActions } from './support/count-actions.ts';
import { Hand, measured, printLetter } from './support/desk-tasks.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openAtLetters } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const item = (page: Page, key: string) =>
  page.getByRole('menuitem', { name: say(key), exact: true });

test('a letter is printed in few clicks, sent, answered and ended, and its history is kept', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const { page } = await openAtLetters(approdo);
  await expect(page.getByText(say('referrals:emptyTitle'))).toBeVisible();
  await expectAccessible(page, 'no referral yet');

  const path = join(approdo.home, 'lettera.pdf');
  await approdo.answerDialogs(path);
  const actions = await measured(page, () =>
    printLetter(new Hand(page), (where) => expectAccessible(page, where)),
  );
  reportActions('print a letter', actions);
  expect(actions.clicks).toBeLessThanOrEqual(5);

  // Behind the dialog the card offers the same.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('referrals:markSent') })
    .click();
  await expectAccessible(page, 'letter issued, ways of sending');
  await approdo.screenshot('40-letter-issued');
  await item(page, 'vocabularies:referralWays.pec').click();
  await expect(
    page.getByText(say('vocabularies:referralStates.sent'), { exact: true }),
  ).toBeVisible();
  await approdo.screenshot('41-referral-sent');

  await page.getByRole('button', { name: /^More for/ }).click();
  await expectAccessible(page, 'more for a referral');
  await page.keyboard.press('Escape');
  await button(page, 'referrals:actions.reply').click();
  await page.getByRole('radio', { name: say('referrals:step.choices.declined') }).check();
  await page.getByLabel(say('referrals:fields.declineReason')).selectOption('missingDocuments');
  await expectAccessible(page, 'reply');
  await approdo.screenshot('42-reply');
  await page.getByRole('radio', { name: say('referrals:step.choices.accepted') }).check();
  await page.getByLabel(say('referrals:fields.nextStep')).fill('Appointment on the 12th');
  await button(page, 'common:actions.save').click();

  await button(page, 'referrals:actions.conclude').click();
  await page.getByLabel(say('referrals:fields.outcome')).selectOption('residenceRegistered');
  await button(page, 'common:actions.save').click();
  await expect(
    page.getByText(say('vocabularies:referralStates.concluded'), { exact: true }),
  ).toBeVisible();
  await expectAccessible(page, 'referrals of a person');

  await button(page, 'referrals:actions.open').click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('listitem')).toHaveCount(4);
  await expect(drawer.getByText('Ofelia Tamburrano').first()).toBeVisible();
  await expectAccessible(page, 'one referral');
  await approdo.screenshot('43-referral');
});

test('a referral by phone stops when consent is withdrawn, and shows in the list of all', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const { page, consentId } = await openAtLetters(approdo);
  await button(page, 'referrals:actions.newWithoutLetter').click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('combobox', { name: say('referrals:fields.organisation') });
  await field
    .or(dialog.getByRole('textbox', { name: say('referrals:fields.organisation') }))
    .first()
    .click();
  await page.getByRole('option', { name: /Comune di Prova/ }).click();
  await dialog.getByLabel(say('referrals:fields.urgency')).selectOption('within72h');
  await expectAccessible(page, 'referral without a letter');
  await approdo.screenshot('44-referral-without-letter');
  await dialog.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(page.getByText(say('vocabularies:urgencies.within72h'))).toBeVisible();

  await dataOf(approdo, 'consents.withdraw', { id: consentId });
  await expect(page.getByText(say('referrals:tags.consent.withdrawn'))).toBeVisible();
  await expect(button(page, 'referrals:actions.reply')).toHaveCount(0);
  await button(page, 'referrals:actions.open').click();
  await expect(page.getByText(say('referrals:stopped.title'))).toBeVisible();
  await expectAccessible(page, 'a stopped referral');
  await approdo.screenshot('45-referral-stopped');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: say('referrals:allReferrals') }).click();
  const row = page.getByRole('table').getByRole('row').nth(1);
  await expect(row).toContainText('Comune di Prova');
  await expectAccessible(page, 'all referrals');
  await approdo.screenshot('46-referrals');
  await page.getByLabel(say('referrals:fields.state')).selectOption('concluded');
  await expect(page.getByText(say('referrals:list.nothingTitle'))).toBeVisible();
  await page.getByLabel(say('referrals:fields.state')).selectOption('');
  await row.getByRole('button').click();
  await page.getByRole('button', { name: say('referrals:actions.withdraw') }).click();
  await button(page, 'common:actions.save').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(say('referrals:list.emptyTitle'))).toBeVisible();
});

test('the directory is filled, searched, checked and archived', async ({ approdo }) => {
  test.setTimeout(90_000);
  const { page } = await openAtLetters(approdo);
  await page.getByRole('link', { name: say('common:nav.directory'), exact: true }).click();
  await expect(page.getByRole('link', { name: 'Comune di Prova – Anagrafe' })).toBeVisible();
  await expectAccessible(page, 'directory');
  await page.getByRole('link', { name: say('directory:list.add'), exact: true }).click();
  await button(page, 'common:actions.save').click();
  await expect(page.getByText(say('common:forms.required')).first()).toBeVisible();
  const kind = page.getByRole('combobox', { name: say('directory:fields.kind') });
  await kind
    .or(page.getByRole('textbox', { name: say('directory:fields.kind') }))
    .first()
    .fill('Lawyer');
  await page.getByRole('option', { name: /Lawyer/ }).click();
  await page
    .getByLabel(say('directory:fields.name'), { exact: false })
    .first()
    .fill('Sportello Il Ponte');
  await page.getByLabel(say('vocabularies:weekdays.mon')).fill('9–12');
  await button(page, 'directory:form.addContact').click();
  await page
    .getByRole('group', { name: say('directory:form.contact', { number: 1 }) })
    .getByLabel(say('directory:contactFields.name'))
    .fill('Marta Olivieri');
  await expectAccessible(page, 'new entry');
  await approdo.screenshot('47-new-entry');
  await button(page, 'common:actions.save').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sportello Il Ponte' })).toBeVisible();
  await expectAccessible(page, 'entry');
  await approdo.screenshot('48-entry');
  await button(page, 'directory:page.archive').click();
  await expect(page.getByText(say('directory:tags.archived'), { exact: true })).toBeVisible();
  await page
    .getByRole('link', { name: say('directory:page.back') })
    .last()
    .click();
  const search = page.getByLabel(say('directory:list.search'), { exact: true });
  await search.fill('olivieri');
  await expect(page.getByText(say('directory:list.nothingTitle'))).toBeVisible();
  await page.getByLabel(say('directory:list.showArchived')).check();
  await expect(page.getByRole('link', { name: 'Sportello Il Ponte' })).toBeVisible();
  await search.fill('');
  await page.getByRole('link', { name: 'Comune di Prova – Anagrafe' }).click();
  await expect(page.getByText(say('directory:tags.unverified'))).toBeVisible();
  await button(page, 'directory:page.confirm').click();
  await expect(page.getByText(say('directory:tags.unverified'))).toHaveCount(0);
});

/** Instead of the system's dialog, which nobody could click here: what would be printed, as a PDF. */
async function catchPrinting(approdo: RunningApprodo): Promise<() => Promise<number>> {
  await approdo.application.evaluate(({ webContents }) => {
    const page = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://approdo/'));
    if (!page) throw new Error('no page');
    page.print = (_options, done) => {
      void page.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
        Object.assign(globalThis, { printedBytes: pdf.toString('latin1') });
        done?.(true, '');
      });
    };
  });
  return () =>
    approdo.application.evaluate(() => {
      const { printedBytes = '' } = globalThis as { printedBytes?: string };
      return [...printedBytes.matchAll(/\/Type\s*\/Page\b/g)].length;
    });
}

test('what leaves is seen before it does, is printed as it is, and its slip leads back to it', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const { page } = await openAtLetters(approdo);
  const printedPages = await catchPrinting(approdo);
  await button(page, 'letters:write').first().click();
  const dialog = page.getByRole('dialog', { name: say('letters:dialogTitle') });
  await dialog.getByLabel(say('letters:template')).fill('Ana');
  await page
    .getByRole('option', { name: /Anagrafe/ })
    .first()
    .click();
  await dialog.getByLabel(say('letters:situation')).fill('Segue una terapia.');
  await expect(button(page, 'letters:issue')).toBeDisabled();
  await button(page, 'letters:previewRefresh').click();
  await expect(
    page.getByText(say('letters:leaving.to', { recipient: 'Comune di Prova' })),
  ).toBeVisible();
  await expect(page.getByText(say('letters:warnings.title'))).toBeVisible();
  await expectAccessible(page, 'what leaves with a letter');
  await approdo.screenshot('47-what-leaves');
  await button(page, 'letters:issue').click();
  await expect(page.getByText(say('letters:issuedTitle'))).toBeVisible();
  await button(page, 'documents:print').click();
  await expect.poll(printedPages).toBe(2);
  await button(page, 'letters:finish').click();

  await page.evaluate(() => {
    window.location.hash = '#/protocol';
  });
  const year = new Date().getFullYear();
  await expect(page.getByRole('button', { name: `1/${year}` })).toBeVisible();
  await expectAccessible(page, 'protocol');
  await approdo.screenshot('48-protocol');
  await page
    .getByLabel(say('protocol:slip.label'))
    .fill(replyReference({ year, number: 1 }).toLowerCase());
  await button(page, 'protocol:slip.find').click();
  await expect(page.getByRole('dialog').getByText('Comune di Prova').first()).toBeVisible();
  await approdo.screenshot('49-slip');
});
