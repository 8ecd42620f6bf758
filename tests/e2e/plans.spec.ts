import type { Page } from '@playwright/test';
import { expectAccessible, toTheTop } from './support/accessible.ts';
import { say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, somebody } from './support/register.ts';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialogOf = (page: Page, key: string) => page.getByRole('dialog', { name: say(key) });

async function start(approdo: RunningApprodo): Promise<void> {
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder });
  await approdo.page.reload();
}

async function dataOf<T>(call: Promise<unknown>): Promise<T> {
  const answer = (await call) as { ok: boolean; data: T };
  expect(answer).toMatchObject({ ok: true });
  return answer.data;
}

async function newPerson(approdo: RunningApprodo, given: string, more: object = {}) {
  const details = { ...somebody(given), ...more };
  const { id } = await dataOf<{ id: string }>(approdo.call('people.create', details));
  return id;
}

async function visit(approdo: RunningApprodo, address: string): Promise<void> {
  await approdo.page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

async function expectAccessiblePage(page: Page, where: string): Promise<void> {
  await toTheTop(page);
  await expectAccessible(page, where);
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isWider, `${where} is wider than the window`).toBe(false);
}

test('two assessments become a chart beside its table, and specific needs stand apart', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await start(approdo);
  const id = await newPerson(approdo, 'Amina');
  await visit(approdo, `#/people/${id}/needs`);
  const { page } = approdo;
  await expect(page.getByText(say('assessments:emptyTitle'))).toBeVisible();
  await expectAccessiblePage(page, 'needs, empty');
  await button(page, 'assessments:start').click();

  const housing = page.getByRole('region', { name: say('vocabularies:lifeDomains.HOU') });
  await housing.getByText(say('assessments:showLevels')).click();
  await expect(housing.getByText(say('scale:HOU.2'))).toBeVisible();
  // Once chosen, the list of levels makes room for the person's words.
  await housing.getByRole('radio', { name: /^2 / }).click();
  await housing.getByLabel(say('assessments:words')).fill('Siamo in quattro in una stanza.');
  await expectAccessiblePage(page, 'assessment');
  await approdo.screenshot('50-assessment');
  await button(page, 'assessments:complete').click();

  const name = say('vocabularies:lifeDomains.HOU');
  const card = page.getByRole('region', { name, exact: true });
  await card.getByRole('button', { name: say('assessments:update') }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('radio', { name: /^4 / }).check();
  await expectAccessiblePage(page, 'one domain');
  await dialog.getByRole('button', { name: say('assessments:record') }).click();
  await expect(card.getByRole('img')).toBeVisible();
  await expect(card.getByRole('row')).toHaveCount(3);
  await expect(card.getByRole('img')).toHaveAccessibleName(/da 2 .* a 4 /);

  await button(page, 'assessments:specific.add').click();
  const need = dialogOf(page, 'assessments:specific.add');
  await need.getByLabel(say('assessments:specific.code')).first().fill('SP-PT');
  await page.getByRole('option', { name: /SP-PT/ }).click();
  await expectAccessiblePage(page, 'specific need');
  await need.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(page.getByText(say('vocabularies:specificNeeds.SP-PT')).first()).toBeVisible();
  await expect(page.getByText(/h-bis/)).toContainText(
    say('vocabularies:vulnerabilities.singleParent'),
  );
  await expectAccessiblePage(page, 'needs');
  await approdo.screenshot('51-needs');
});

async function signedPlan(approdo: RunningApprodo, personId: string): Promise<string> {
  const { id } = await dataOf<{ id: string }>(approdo.call('plans.start', { personId }));
  const { details } = await dataOf<{ details: object }>(approdo.call('plans.get', { id }));
  const goals = [
    {
      domain: 'LNG',
      statement: 'Frequentare il corso A1',
      indicator: 'attestato',
      byWhen: '2027-06-30',
      actions: [
        { what: 'Iscrizione al CPIA', responsible: 'operator', state: 'toDo' },
        { what: 'Andare a lezione', responsible: 'person', state: 'toDo' },
        // What is still open goes on in the next version: a goal without an action is not signed.
        { what: 'Fare gli esercizi', responsible: 'person', state: 'toDo' },
      ],
    },
  ];
  await dataOf(approdo.call('plans.save', { id, revision: 1, details: { ...details, goals } }));
  const today = (await dataOf<{ today: string }>(approdo.call('vault.session', {}))).today;
  await dataOf(approdo.call('plans.sign', { id, signedOn: today }));
  return id;
}

/** What was done for an action, and why another was left. */
async function updateActions(approdo: RunningApprodo, page: Page): Promise<void> {
  const dialog = dialogOf(page, 'plans:progressTitle');
  await page
    .getByRole('button', { name: say('plans:progressOf', { action: 'Iscrizione al CPIA' }) })
    .click();
  await dialog.getByLabel(say('plans:actionLinked')).selectOption({
    label: await dialog.getByRole('option', { name: /sportello del CPIA/ }).innerText(),
  });
  await expectAccessiblePage(page, 'action of a signed plan');
  await approdo.screenshot('52-action');
  await button(page, 'common:actions.save').click();
  await expect(page.getByText(/sportello del CPIA/)).toBeVisible();

  await page
    .getByLabel(say('plans:stateOf', { action: 'Andare a lezione' }))
    .selectOption(say('vocabularies:actionStates.dropped'));
  await expect(button(page, 'common:actions.save')).toBeDisabled();
  await dialog.getByLabel(say('plans:actionDroppedWhy')).fill('Lavora la sera.');
  await button(page, 'common:actions.save').click();
  await expect(page.getByText('Lavora la sera.')).toBeVisible();
}

test('a signed plan goes on, is reviewed, and its next version shows the difference', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await start(approdo);
  const personId = await newPerson(approdo, 'Tesfay');
  const planId = await signedPlan(approdo, personId);
  const { today } = await dataOf<{ today: string }>(approdo.call('vault.session', {}));
  const details = { on: today, start: '10:00', minutes: 30, kind: 'office', personIds: [personId] };
  await dataOf(
    approdo.call('appointments.save', { details: { ...details, about: 'sportello del CPIA' } }),
  );
  await visit(approdo, `#/people/${personId}/plans/${planId}`);
  const { page } = approdo;
  const state = page.getByLabel(say('plans:stateOf', { action: 'Iscrizione al CPIA' }));
  await state.selectOption(say('vocabularies:actionStates.done'));
  await expect(page.getByText(/fatta il/)).toBeVisible();
  await updateActions(approdo, page);
  await expectAccessiblePage(page, 'signed plan');
  await approdo.screenshot('52-signed-plan');

  await button(page, 'plans:reviews.add').click();
  const review = dialogOf(page, 'plans:reviews.title');
  await review
    .getByLabel(say('plans:goalResult'))
    .selectOption(say('vocabularies:goalResults.partly'));
  await review
    .getByLabel(say('plans:reviews.decision'))
    .selectOption(say('vocabularies:reviewDecisions.revise'));
  await expectAccessiblePage(page, 'review');
  await approdo.screenshot('53-review');
  await review.getByRole('button', { name: say('plans:reviews.save') }).click();

  const goal = page.getByRole('region', { name: say('plans:goal', { number: 1 }) });
  await expect(goal.getByLabel(say('plans:goalStatement'), { exact: true })).toHaveValue(
    'Frequentare il corso A1',
  );
  await goal
    .getByLabel(say('plans:goalStatement'), { exact: true })
    .fill('Frequentare il corso A2');
  await goal.getByLabel(say('plans:goalTarget')).fill('80% delle lezioni');
  await goal.getByLabel(say('plans:goalBaseline')).fill('nessun corso finora');
  await button(page, 'plans:addGoal').click();
  const second = page.getByRole('region', { name: say('plans:goal', { number: 2 }) });
  await second.getByLabel(say('plans:goalStatement'), { exact: true }).fill('Migliorare il CV');
  await expect(second.getByRole('status')).toContainText('Migliorare');
  await second.getByLabel(say('plans:actionWhat')).fill('Scrivere il CV insieme');
  await page.getByLabel(say('plans:personResponsibilities')).fill('Vengo il martedì.');
  await button(page, 'common:actions.save').click();
  const changes = page.getByRole('list', { name: say('plans:changes.title', { version: 1 }) });
  for (const text of [
    'Vengo il martedì.',
    'Frequentare il corso A2',
    '80% delle lezioni',
    'nessun corso finora',
    'Migliorare il CV',
  ]) {
    await expect(changes.getByText(text).first()).toBeVisible();
  }
  await expect(changes.getByText('Iscrizione al CPIA')).toBeVisible();
  for (const change of ['finished', 'dropped'] as const) {
    await expect(changes.getByText(say(`plans:changes.${change}`), { exact: true })).toBeVisible();
  }
  await expectAccessiblePage(page, 'next version');
  await changes.scrollIntoViewIfNeeded();
  await approdo.screenshot('54-plan-difference');
  await button(page, 'plans:sign').click();
  await expectAccessiblePage(page, 'sign dialog');
  await approdo.screenshot('55-sign');
  await dialogOf(page, 'plans:signTitle')
    .getByRole('button', { name: say('plans:sign') })
    .click();
  await expect(page.getByText(say('plans:readOnly'))).toBeVisible();
  await expect(changes.getByText('Migliorare il CV')).toBeVisible();
  await expectAccessiblePage(page, 'second version, signed');
});

test('a guardian consents for a child who is heard, and a withdrawal stops the letter', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await start(approdo);
  const { today } = await dataOf<{ today: string }>(approdo.call('vault.session', {}));
  const year = Number(today.slice(0, 4)) - 15;
  const birth = { year, month: 1, day: 1, certainty: 'documented' };
  const personId = await newPerson(approdo, 'Samir', { birth });
  const { id: organisationId } = await dataOf<{ id: string }>(
    approdo.call('organisations.save', { kind: 'registry', name: 'Comune di Prova' }),
  );
  await visit(approdo, `#/people/${personId}/consents`);
  const { page } = approdo;
  await expectAccessiblePage(page, 'consents, empty');
  await button(page, 'consents:give').click();
  const dialog = dialogOf(page, 'consents:dialogTitle');
  await dialog.getByLabel(say('consents:organisation')).first().click();
  await page.getByRole('option', { name: /Comune di Prova/ }).click();
  await dialog.getByLabel(say('vocabularies:dataCategories.identity')).check();
  const give = dialog.getByRole('button', { name: say('consents:give') });
  await dialog.getByLabel(say('consents:giverName')).fill('Ada Lorusso');
  await expect(give).toBeDisabled();
  await dialog
    .getByLabel(say('consents:childOpinion'))
    .selectOption(say('vocabularies:childStances.notAbleToExpress'));
  await expectAccessiblePage(page, 'consent of a child');
  await approdo.screenshot('56-consent-of-a-child');
  await give.click();
  await expect(page.getByText('Ada Lorusso')).toBeVisible();

  const letter = {
    personId,
    details: {
      templateCode: 'ANA',
      organisationId,
      facts: ['birth'],
      attachments: [],
      signedBy: 'O',
    },
  };
  const { seal } = (await dataOf(approdo.call('letters.check', letter))) as { seal: string };
  await dataOf(approdo.call('letters.issue', { ...letter, seal }));
  await button(page, 'consents:withdraw').click();
  const withdrawal = dialogOf(page, 'consents:withdrawTitle');
  await expectAccessiblePage(page, 'withdrawal');
  await withdrawal.getByRole('button', { name: say('consents:withdraw') }).click();
  await expect(dialogOf(page, 'consents:withdrawnTitle').getByText(/1\/\d{4}/)).toBeVisible();
  await expectAccessiblePage(page, 'withdrawn');
  await approdo.screenshot('57-withdrawn');
  await button(page, 'consents:understood').click();
  expect(await approdo.call('letters.issue', { ...letter, seal })).toMatchObject({
    ok: false,
    error: { code: 'consent_withdrawn' },
  });
  await expect(page.getByText(say('consents:tasksTitle'))).toBeVisible();
  await button(page, 'consents:notices.add').click();
  const notice = dialogOf(page, 'consents:notices.add');
  await notice.getByLabel(say('consents:notices.version')).fill('2026-1');
  await expectAccessiblePage(page, 'privacy notice');
  await notice.getByRole('button', { name: say('common:actions.save') }).click();
  await button(page, 'consents:withheld.add').click();
  const withheld = dialogOf(page, 'consents:withheld.add');
  await withheld.getByLabel(say('consents:withheld.fromWhom')).fill('Lo zio');
  await expectAccessiblePage(page, 'withholding');
  await withheld.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(page.getByText('Lo zio')).toBeVisible();
  await expectAccessiblePage(page, 'consents');
  await approdo.screenshot('58-consents');
  const tasks = page
    .getByRole('status', { name: say('consents:tasksTitle') })
    .getByRole('checkbox');
  await expect(tasks).toHaveCount(2);
  for (let left = await tasks.count(); left > 0; left--) {
    await tasks.first().click();
    await expect(tasks).toHaveCount(left - 1);
  }
  await expect(page.getByText(say('consents:tasksTitle'))).toHaveCount(0);
});
