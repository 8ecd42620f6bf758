import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, somebody } from './support/register.ts';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialogOf = (page: Page, key: string) => page.getByRole('dialog', { name: say(key) });

async function dataOf<T>(call: Promise<unknown>): Promise<T> {
  const answer = (await call) as { ok: boolean; data: T };
  expect(answer).toMatchObject({ ok: true });
  return answer.data;
}

/** A plan that was talked through in Somali, ready to be signed. */
async function interpretedPlan(approdo: RunningApprodo) {
  const details = {
    ...somebody('Amina'),
    languages: [{ language: 'som', level: 'native', needsInterpreter: true }],
  };
  const { id: personId } = await dataOf<{ id: string }>(approdo.call('people.create', details));
  const { id } = await dataOf<{ id: string }>(approdo.call('plans.start', { personId }));
  const plan = await dataOf<{ details: object }>(approdo.call('plans.get', { id }));
  const goals = [
    {
      domain: 'LNG',
      statement: 'Frequentare il corso A1',
      byWhen: '2027-06-30',
      actions: [{ what: 'Andare a lezione', responsible: 'person', state: 'toDo' }],
    },
  ];
  const words = { isInterpreted: true, mediator: 'Samira Haidari', interpretedIn: 'som', goals };
  await dataOf(
    approdo.call('plans.save', { id, revision: 1, details: { ...plan.details, ...words } }),
  );
  return { personId, id };
}

test('a plan is signed, printed in two languages and as one page, and noted in the diary', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder });
  await approdo.page.reload();
  const { personId, id } = await interpretedPlan(approdo);
  const { page } = approdo;
  const visit = (address: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, address);
  await visit(`#/people/${personId}/plans/${id}`);
  await button(page, 'plans:sign').click();
  await dialogOf(page, 'plans:signTitle')
    .getByRole('button', { name: say('plans:sign') })
    .click();
  await expect(page.getByText(say('plans:readOnly'))).toBeVisible();

  await button(page, 'plans:preview').click();
  const drawer = dialogOf(page, 'documents:planTitle');
  await expect(drawer.getByRole('img').first()).toBeVisible();
  await expectAccessible(page, 'signed plan');
  await approdo.screenshot('70-plan-printed');
  await drawer.getByText(say('documents:prints.onePage'), { exact: true }).click();
  await expect(drawer.getByLabel(say('documents:languageAlone'))).toHaveValue('so');
  await expect(drawer.getByText(say('documents:notReadYet'))).toBeVisible();
  await expect(drawer.getByText(say('documents:pages_one', { count: 1 }))).toBeVisible();
  await expectAccessible(page, 'one page');
  await approdo.screenshot('71-one-page');
  await approdo.answerDialogs(`${approdo.home}/foglio.pdf`);
  await drawer.getByRole('button', { name: say('common:actions.savePdf') }).click();
  await expect(page.getByText(/foglio\.pdf/)).toBeVisible();
  await page.keyboard.press('Escape');

  await button(page, 'documents:menu').click();
  await approdo.screenshot('72-documents-menu');
  await page.getByRole('menuitem', { name: say('vocabularies:givenDocuments.consent') }).click();
  const form = dialogOf(page, 'vocabularies:givenDocuments.consent');
  await expect(form.getByLabel(say('documents:languageBeside'))).toHaveValue('so');
  await expect(form.getByRole('img').first()).toBeVisible();
  await expectAccessible(page, 'consent form');
  await approdo.screenshot('73-consent-form');
  await page.keyboard.press('Escape');

  const closing = drawer.getByText(say('documents:prints.closing'), { exact: true });
  await button(page, 'plans:preview').click();
  await expect(drawer.getByText(say('documents:prints.onePage'), { exact: true })).toBeVisible();
  await expect(closing).toHaveCount(0);
  await page.keyboard.press('Escape');
  const { today } = await dataOf<{ today: string }>(approdo.call('vault.session', {}));
  const review = { reviewedOn: today, present: 'Amina', outcomes: [], decision: 'close' };
  await dataOf(approdo.call('plans.recordReview', { id, review }));
  await button(page, 'plans:preview').click();
  await closing.click();
  await expect(drawer.getByLabel(say('documents:languageBeside'))).toHaveValue('so');
  await expect(drawer.getByText(say('documents:pages_one', { count: 1 }))).toBeVisible();
  await expect(drawer.getByRole('img').first()).toBeVisible();
  await approdo.screenshot('71-closing');
  await page.keyboard.press('Escape');

  await visit(`#/people/${personId}/diary`);
  await expect(page.getByText(say('vocabularies:givenDocuments.onePage'))).toBeVisible();
});
