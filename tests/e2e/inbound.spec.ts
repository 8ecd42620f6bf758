import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawPage } from '../../src/core/demo/draw-paper.ts';
import { seededRandom } from '../../src/core/demo/seeded-random.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { dataOf, openAtLetters } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

test('somebody is sent to us, and the answer we owe comes back in Today', async ({ approdo }) => {
  test.setTimeout(90_000);
  const { page } = await openAtLetters(approdo);
  await button(page, 'inbound:add').click();
  const form = page.getByRole('dialog', { name: say('inbound:form.newTitle') });
  await form.getByLabel(say('inbound:form.sender')).fill('Scuola Zerbina');
  await form.getByLabel(say('inbound:form.request')).fill('Un corso di italiano per la madre.');
  await form.getByLabel(say('inbound:form.urgency')).selectOption('within24h');
  await expectAccessible(page, 'who sent them');
  await approdo.screenshot('49-inbound-form');
  await form.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(page.getByText(say('inbound:card.toAnswer'))).toBeVisible();
  await expectAccessible(page, 'sent to us');
  await page.getByRole('link', { name: say('common:nav.today'), exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(say('vocabularies:todayKinds.replyOwed')) })
    .click();
  // The line of Today opens the answer itself.
  const answer = page.getByRole('dialog');
  await answer.getByLabel(say('inbound:reply.words')).fill('Dal lunedì, alle nove.');
  await expectAccessible(page, 'our answer');
  await approdo.screenshot('49-inbound-reply');
  await answer.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(
    page.getByText(say('vocabularies:inboundReplies.accepted'), { exact: true }),
  ).toBeVisible();
  await expectAccessible(page, 'answered');
  await approdo.screenshot('49-inbound-answered');
});

test('certified mail keeps its receipts with the referral, to be opened again', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const { page, personId, organisationId } = await openAtLetters(approdo);
  const today = new Date().toISOString().slice(0, 10);
  await dataOf(approdo, 'referrals.create', {
    personId,
    details: { organisationId, urgency: 'normal', reason: 'Residenza' },
    sent: { on: today, way: 'pec' },
  });
  await page.reload();
  await button(page, 'referrals:actions.open').click();
  const drawer = page.getByRole('dialog').first();
  await expect(drawer.getByText(say('referrals:noPapers'))).toBeVisible();
  const receipt = join(approdo.home, 'ricevuta.pdf');
  await writeFile(receipt, drawPage(seededRandom(5)));
  await approdo.answerDialogs(receipt);
  await button(page, 'referrals:addReceipt').click();
  // It opens at once, as what it is and with what it belongs to.
  const paper = page.getByRole('dialog', { name: 'ricevuta' });
  await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
  await expect(paper.getByLabel(say('attachments:kind'))).toHaveValue('receipt');
  await expectAccessible(page, 'a receipt');
  await approdo.screenshot('46-receipt');
  await paper.getByRole('button', { name: say('common:actions.close') }).click();
  await expect(paper).toHaveCount(0);
  await page.getByRole('button', { name: /ricevuta/ }).click();
  await expect(paper.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
  await paper.getByRole('button', { name: say('common:actions.close') }).click();
  await approdo.screenshot('46-referral-with-receipt');
  await expectAccessible(page, 'a referral with its receipt');
});
