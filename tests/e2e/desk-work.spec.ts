import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, addMonths } from '#domain/dates/calendar-date.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openAtLetters, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

async function visit(approdo: RunningApprodo, address: string): Promise<void> {
  await approdo.page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

async function todayOf(approdo: RunningApprodo): Promise<string> {
  return (await dataOf<{ today: string }>(approdo, 'vault.session')).today;
}

test('a referral nobody answers is given up, answered late after all, and another is withdrawn', async ({
  approdo,
}) => {
  const { page, personId, organisationId } = await openAtLetters(approdo);
  const today = await todayOf(approdo);
  const refer = (service: string, urgency: string) =>
    dataOf(approdo, 'referrals.create', {
      personId,
      details: { organisationId, urgency, service },
      sent: { on: addDays(today, -20), way: 'phone' },
    });
  await refer('HOU', 'within24h');
  await refer('WRK', 'within2weeks');
  const card = (service: string) =>
    page
      .getByRole('article')
      .filter({ hasText: say(`vocabularies:serviceTypes.${service}`) })
      .first();
  await visit(approdo, '#/');
  const replies = page.getByRole('link', { name: /Comune di Prova/ });
  await expect(replies).toHaveCount(2);
  // A line of Today opens the referral it speaks of; the one that is late for longest stands last.
  await replies.last().click();
  const drawer = page.getByRole('dialog');
  await expect(
    drawer.getByText(say('vocabularies:serviceTypes.HOU'), { exact: true }).first(),
  ).toBeVisible();
  await expect(drawer.getByText(say('vocabularies:urgencies.within24h')).first()).toBeVisible();
  await expectAccessible(page, 'a referral opened from Today');
  await approdo.screenshot('59-referral-from-today');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(card('HOU').getByText(say('referrals:tags.overdue'))).toBeVisible();
  await card('HOU')
    .getByRole('button', { name: /^More for/ })
    .click();
  await page.getByRole('menuitem', { name: say('referrals:step.menu.noReply') }).click();
  const state = (name: string) => say(`vocabularies:referralStates.${name}`);
  await expect(card('HOU').getByText(state('noReply'), { exact: true })).toBeVisible();
  await card('WRK')
    .getByRole('button', { name: /^More for/ })
    .click();
  await page.getByRole('menuitem', { name: say('referrals:step.menu.withdrawn') }).click();
  await expectAccessible(page, 'withdrawing a referral');
  await approdo.screenshot('60-withdraw');
  await button(page, 'common:actions.save').click();
  await expect(card('WRK').getByText(state('withdrawn'), { exact: true })).toBeVisible();
  await expect(
    card('WRK').getByRole('button', { name: say('referrals:actions.reply') }),
  ).toHaveCount(0);
  await visit(approdo, '#/');
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  await expect(replies).toHaveCount(0);

  await visit(approdo, `#/people/${personId}/letters`);
  await card('HOU')
    .getByRole('button', { name: say('referrals:actions.reply') })
    .click();
  await page.getByRole('radio', { name: say('referrals:step.choices.accepted') }).check();
  await button(page, 'common:actions.save').click();
  await expect(card('HOU').getByText(state('accepted'), { exact: true })).toBeVisible();
});

test('a weekly appointment is planned once, and moved from one week on', async ({ approdo }) => {
  const { page, personId } = await openAtLetters(approdo);
  const today = await todayOf(approdo);
  await visit(approdo, `#/people/${personId}/diary`);
  await button(page, 'appointments:add').click();
  const dialog = page.getByRole('dialog');
  const write = (day: string) => day.split('-').reverse().join('/');
  await dialog.getByLabel(say('appointments:on'), { exact: true }).fill(write(addDays(today, 7)));
  await dialog.getByLabel(say('appointments:start')).fill('10:00');
  await dialog.getByLabel(say('appointments:repeat')).selectOption('weekly');
  await dialog.getByLabel(say('appointments:until')).fill(write(addDays(today, 28)));
  await expect(dialog.getByText(say('appointments:timesInAll_other', { count: 4 }))).toBeVisible();
  await expectAccessible(page, 'a weekly appointment');
  await approdo.screenshot('61-weekly');
  await button(page, 'appointments:save').click();
  await expect(dialog).toHaveCount(0);
  const days = async () => {
    const { items } = await dataOf<{ items: { details: { on: string; start: string } }[] }>(
      approdo,
      'appointments.list',
      { from: today, to: addDays(today, 40) },
    );
    return items.map(({ details }) => `${details.on} ${details.start}`);
  };
  const at = (weeks: number, start: string) => `${addDays(today, 7 * weeks)} ${start}`;
  expect(await days()).toEqual([1, 2, 3, 4].map((week) => at(week, '10:00')));

  await page.getByRole('link', { name: say('common:nav.calendar'), exact: true }).click();
  for (let week = 0; week < 3; week++) await button(page, 'appointments:nextWeek').click();
  await page.getByRole('button', { name: /Salvata/ }).click();
  await dialog.getByLabel(say('appointments:start')).fill('11:30');
  await dialog.getByText(say('appointments:scope.following'), { exact: true }).click();
  await expectAccessible(page, 'one of a series');
  await approdo.screenshot('62-series');
  await button(page, 'common:actions.saveChanges').click();
  await expect(dialog).toHaveCount(0);
  expect(await days()).toEqual([
    ...[1, 2].map((week) => at(week, '10:00')),
    ...[3, 4].map((week) => at(week, '11:30')),
  ]);
});

test('an entry of the directory tells what it offers, when, in which languages and since which agreement', async ({
  approdo,
}) => {
  const { page } = await openAtLetters(approdo);
  const today = await todayOf(approdo);
  const { id } = await dataOf<{ id: string }>(approdo, 'organisations.save', {
    kind: 'migrantAssociation',
    name: 'Donne del Porto',
    services: ['MED', 'SOC'],
    languages: ['tir', 'ara'],
    openingHours: [{ weekday: 'tue', hours: '15–18' }],
  });
  await dataOf(approdo, 'agreements.save', {
    details: {
      organisationId: id,
      title: 'Mediazione il martedì',
      signedOn: addMonths(today, -14),
      expiresOn: addDays(today, -1),
    },
  });
  await visit(approdo, `#/directory/${id}/edit`);
  await page.getByLabel(say('directory:form.isVerified')).check();
  await expectAccessible(page, 'an entry being changed');
  await button(page, 'common:actions.save').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Donne del Porto' })).toBeVisible();
  const languages = new Intl.DisplayNames('en', { type: 'language' });
  for (const shown of [
    say('vocabularies:organisationKinds.migrantAssociation'),
    say('vocabularies:serviceTypes.MED'),
    languages.of('ti') ?? '',
    '15–18',
    say('directory:tags.agreementExpired'),
    'Ofelia Tamburrano',
  ]) {
    await expect(page.getByText(new RegExp(shown, 'i')).first()).toBeVisible();
  }
  await approdo.screenshot('63-entry-with-agreement');
  await expectAccessible(page, 'an entry with an agreement that has ended');
});

test('a follow-up that is due leads from Today to the enrolment it speaks of', async ({
  approdo,
}) => {
  const { page, personId } = await openAtLetters(approdo);
  const today = await todayOf(approdo);
  const programme = (name: string) =>
    dataOf<{ id: string }>(approdo, 'programmes.create', { templateCode: 'comet', name });
  const [one, other] = [await programme('COMET di prova'), await programme('Un altro')];
  for (const { id: programmeId } of [one, other]) {
    const { id } = await dataOf<{ id: string }>(approdo, 'enrolments.create', {
      programmeId,
      personId,
      enrolledOn: addMonths(today, -9),
      overrideReason: 'Per la prova',
    });
    if (programmeId !== one.id) continue;
    const left = { id, leftOn: addMonths(today, -6), exit: 'goalsReached' };
    await dataOf(approdo, 'enrolments.close', left);
  }
  await visit(approdo, '#/');
  await page
    .getByRole('link', { name: new RegExp(say('vocabularies:todayKinds.followUp')) })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'COMET di prova' })).toBeVisible();
  await page
    .getByRole('button', { name: new RegExp(say('follow-ups:record')) })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('follow-ups:note')).fill('Lavora al mercato.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // What was begun is kept, and Today leads back to it.
  await visit(approdo, '#/');
  await page.getByRole('link', { name: new RegExp(say('drafts:forms.followUp')) }).click();
  await page
    .getByRole('button', { name: new RegExp(say('follow-ups:record')) })
    .first()
    .click();
  await button(page, 'drafts:resume').click();
  await expect(dialog.getByLabel(say('follow-ups:note'))).toHaveValue('Lavora al mercato.');
  await dialog.getByRole('radio').first().check();
  await expectAccessible(page, 'a follow-up');
  await approdo.screenshot('64-follow-up');
  await button(page, 'common:actions.save').click();
  await expect(dialog).toHaveCount(0);
  await visit(approdo, '#/');
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  await expect(page.getByText(say('vocabularies:todayKinds.followUp'))).toHaveCount(0);
});

/** From oneself to a colleague, which wants a reason. */
async function handOver(approdo: RunningApprodo, colleague: string): Promise<void> {
  const { page } = approdo;
  await button(page, 'case-files:mine').click();
  await button(page, 'case-files:handOver').click();
  const dialog = page.getByRole('dialog', { name: say('case-files:handOverTitle') });
  await dialog.getByLabel(say('case-files:worker')).selectOption({ label: colleague });
  await button(page, 'common:actions.save').click();
  await expect(dialog.getByText(say('case-files:reasonNeeded'))).toBeVisible();
  await dialog.getByLabel(say('case-files:reason')).fill('Conosce il somalo.');
  await expectAccessible(page, 'handing a case over');
  await approdo.screenshot('65-hand-over');
  await button(page, 'common:actions.save').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(colleague).first()).toBeVisible();
}

test('a restricted case is handed to somebody, hidden from the others, and shown again', async ({
  approdo,
}) => {
  const { page, personId } = await openAtLetters(approdo);
  const passphrase = 'ancora una frase da provare';
  await dataOf(approdo, 'users.add', { name: 'Amal Hassan', role: 'volunteer', passphrase });
  await dataOf(approdo, 'people.create', somebody('Visibile'));
  const lastFolder = join(approdo.home, 'registro');
  await dataOf(approdo, 'shell.setPreferences', { language: 'en', lastFolder });
  await visit(approdo, `#/people/${personId}`);
  await handOver(approdo, 'Amal Hassan');
  await visit(approdo, `#/people/${personId}/diary`);
  await expect(page.getByText('Conosce il somalo.')).toBeVisible();
  await visit(approdo, `#/people/${personId}/notes`);
  await page.getByRole('switch', { name: say('notes:restricted.label') }).click();
  await expect(page.getByText(say('notes:restricted.on'))).toBeVisible();
  // Whoever follows the person is told to be left out, before it is noticed by their absence.
  await expect(
    page.getByText(say('notes:restricted.workerLeftOut', { name: 'Amal Hassan' })),
  ).toBeVisible();
  await expectAccessible(page, 'a restricted case');
  await approdo.screenshot('66-restricted');

  await approdo.afterLock(() => button(page, 'common:header.lock').click());
  const asAmal = approdo.page;
  await asAmal.getByLabel(say('vault:unlock.name')).fill('Amal');
  await asAmal.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await button(asAmal, 'vault:unlock.open').click();
  await asAmal.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await expect(asAmal.getByRole('link', { name: /Visibile/ })).toBeVisible();
  await expect(asAmal.getByRole('link', { name: /Quisqualia/ })).toHaveCount(0);
  await visit(approdo, `#/people/${personId}/diary`);
  await expect(asAmal.getByText(say('errors:case_restricted')).first()).toBeVisible();
  await expect(asAmal.getByText('Quisqualia')).toHaveCount(0);
  await approdo.screenshot('67-hidden-case');
});
