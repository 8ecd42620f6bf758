import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { reportActions } from './support/count-actions.ts';
import { Hand, measured, noteService, noteServiceFromAnywhere } from './support/desk-tasks.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

async function aPerson(approdo: RunningApprodo, given: string, family: string): Promise<string> {
  const { id } = await dataOf<{ id: string }>(approdo, 'people.create', {
    names: [{ kind: 'permit', script: 'latin', given, family }],
    sex: 'female',
    nationalities: [],
    languages: [],
  });
  return id;
}

async function openDesk(approdo: RunningApprodo) {
  await approdo.open();
  await openRegister(approdo);
  const amina = await aPerson(approdo, 'Quisqualia', 'Zerbinatova');
  const yonas = await aPerson(approdo, 'Yonas', 'Tekle');
  const { page } = approdo;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: say('common:nav.today') })).toBeVisible({
    timeout: 20_000,
  });
  return { page, amina, yonas };
}

async function openDiary(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await page.getByRole('table').getByRole('link', { name }).click();
  await page.getByRole('link', { name: say('people:person.tabs.diary'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: say('diary:title') })).toBeVisible();
}

const dialogOf = (page: Page, key: string) => page.getByRole('dialog', { name: say(key) });
const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Also from anywhere: the dialog then asks with whom. Prints what it costs. */
async function noteServices(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await openDiary(page, 'Zerbinatova Quisqualia');
  await expectAccessible(page, 'diary, nearly empty');

  const onFile = await measured(page, () => noteService(new Hand(page)));
  await expect(page.getByRole('article').first()).toContainText(
    say('vocabularies:serviceTypes.INF'),
  );
  reportActions('note a service, file open', onFile);
  expect(onFile.clicks + onFile.keys).toBeLessThanOrEqual(4);

  await page.getByRole('link', { name: say('common:nav.today'), exact: true }).click();
  const anywhere = await measured(page, () =>
    noteServiceFromAnywhere(new Hand(page), async (where) => {
      await expectAccessible(page, where);
      await approdo.screenshot('50-note-service');
    }),
  );
  reportActions('note a service, from anywhere', anywhere);

  await openDiary(page, 'Zerbinatova Quisqualia');
  await expect(page.getByRole('article')).toHaveCount(3);
}

async function changeAndRemove(approdo: RunningApprodo, amina: string): Promise<void> {
  const { page } = approdo;
  const { today, user } = await dataOf<{ today: string; user: { id: string } }>(
    approdo,
    'vault.session',
  );
  await dataOf(approdo, 'services.save', {
    personId: amina,
    details: {
      type: 'LEG',
      doneOn: today,
      channel: 'inPerson',
      attendance: 'attended',
      workerId: user.id,
    },
  });
  await openDiary(page, 'Zerbinatova Quisqualia');
  const entry = page.getByRole('button', { name: say('vocabularies:serviceTypes.LEG') });
  await entry.click();
  const dialog = dialogOf(page, 'services:editTitle');
  await dialog.getByLabel(say('services:note'), { exact: true }).fill('Letta la notifica.');
  await expectAccessible(page, 'edit a service');
  await button(page, 'common:actions.saveChanges').click();
  await expect(page.getByText('Letta la notifica.')).toBeVisible();
  await entry.click();
  await dialog.getByRole('button', { name: say('common:actions.remove'), exact: true }).click();
  await expect(entry).toHaveCount(0);
  await button(page, 'common:actions.undo').click();
  await expect(entry).toBeVisible();
  await page.getByText(say('vocabularies:diaryKinds.caseFile'), { exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expectAccessible(page, 'diary, filtered');
  await filterByPeriod(page);
}

/** Everything is of today: until yesterday there is nothing, since yesterday there is all of the chosen kind. */
async function filterByPeriod(page: Page): Promise<void> {
  const typed = (day: Date) => day.toLocaleDateString('en-GB');
  const yesterday = typed(new Date(Date.now() - 24 * 3600 * 1000));
  const [from, to] = [say('diary:from'), say('diary:to')];
  await page.getByLabel(to, { exact: true }).fill(yesterday);
  await expect(page.getByText(say('diary:nothingFound'))).toBeVisible();
  await expectAccessible(page, 'diary, nothing in a period');
  await page.getByLabel(to, { exact: true }).fill('');
  await page.getByLabel(from, { exact: true }).fill(yesterday);
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByText(say('vocabularies:diaryKinds.caseFile'), { exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
}

async function closeAndReopen(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await page.getByRole('link', { name: say('people:person.tabs.overview'), exact: true }).click();
  await button(page, 'case-files:mine').click();
  await expect(button(page, 'case-files:handOver')).toBeVisible();
  await button(page, 'people:person.close').click();
  const close = dialogOf(page, 'people:person.closeTitle');
  await close.getByLabel(say('case-files:outcome')).fill('Contratto firmato.');
  await expectAccessible(page, 'close a case file');
  await close.getByRole('button', { name: say('people:person.close'), exact: true }).click();
  await button(page, 'people:person.reopen').click();
  const reopen = dialogOf(page, 'case-files:reopenTitle');
  await reopen.getByRole('button', { name: say('people:person.reopen'), exact: true }).click();
  await expect(page.getByText(say('case-files:reasonNeeded'))).toBeVisible();
  await expectAccessible(page, 'reopen without a reason');
  await reopen.getByLabel(say('case-files:reason')).fill('È tornata.');
  await reopen.getByRole('button', { name: say('people:person.reopen'), exact: true }).click();
  await expect(button(page, 'people:person.close')).toBeVisible();
  await page.getByRole('link', { name: say('people:person.tabs.diary'), exact: true }).click();
  await expect(page.getByText('Contratto firmato.')).toBeVisible();
  await expect(page.getByText('È tornata.')).toBeVisible();
}

async function planWeek(approdo: RunningApprodo, amina: string): Promise<void> {
  const { page } = approdo;
  const { today, user } = await dataOf<{ today: string; user: { id: string } }>(
    approdo,
    'vault.session',
  );
  await page.getByRole('link', { name: say('common:nav.calendar'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const slots = page.getByRole('button', { name: /new appointment/ });
  await expect(slots).toHaveCount(7 * 13);
  await slots.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page, 'appointments:newTitle');
  await expect(dialog.getByLabel(say('appointments:start'))).toHaveValue('09:00');
  await dialog.getByLabel(say('appointments:about')).fill('Riunione di équipe');
  await dialog.getByLabel(say('appointments:repeat')).selectOption('weekly');
  await button(page, 'appointments:save').click();
  await expect(dialog.getByText(say('common:forms.required'))).toBeVisible();
  await dialog.getByLabel(say('appointments:until')).fill('31/12/2099');
  await expect(dialog.getByText(say('appointments:tooMany', { most: 104 }))).toBeVisible();
  await expectAccessible(page, 'new appointment');
  await approdo.screenshot('51-new-appointment');
  await dialog.getByLabel(say('appointments:repeat')).selectOption('never');
  await button(page, 'appointments:save').click();
  await expect(page.getByRole('button', { name: /Riunione di équipe/ })).toBeVisible();

  const details = { on: today, kind: 'talk', personIds: [amina], workerId: user.id };
  await dataOf(approdo, 'appointments.save', {
    details: { ...details, start: '10:00', minutes: 30 },
  });
  const entry = page.getByRole('button', { name: /Zerbinatova/ });
  await expect(entry).toBeVisible();
  await expectAccessible(page, 'week');
  await approdo.screenshot('52-week');
  expect(await isWiderThanWindow(page)).toBe(false);
  // A line of Today opens the appointment itself, over the file of whoever comes.
  await page.getByRole('link', { name: say('common:nav.today'), exact: true }).click();
  await page.getByRole('link', { name: /10:00 Zerbinatova/ }).click();
  await expect(page.getByRole('dialog').getByLabel(say('appointments:start'))).toHaveValue('10:00');
  await expectAccessible(page, 'edit an appointment');
  await button(page, 'appointments:keptNote').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const { total } = await dataOf<{ total: number }>(approdo, 'services.list', { personId: amina });
  expect(total).toBe(1);

  await page.getByRole('link', { name: say('common:nav.calendar'), exact: true }).click();
  await page.getByText(say('appointments:view.list'), { exact: true }).click();
  await expect(page.getByText(say('vocabularies:appointmentStates.kept'))).toBeVisible();
  await expectAccessible(page, 'week as a list');
  await approdo.screenshot('53-week-list');
  await page.getByRole('button', { name: say('appointments:nextWeek') }).click();
  await expect(page.getByText(say('appointments:freeDay'))).toHaveCount(7);
}

async function holdLesson(approdo: RunningApprodo, amina: string): Promise<void> {
  const { page } = approdo;
  await page.getByRole('link', { name: say('common:nav.calendar'), exact: true }).click();
  await page.getByRole('link', { name: say('appointments:tabs.sessions'), exact: true }).click();
  await expectAccessible(page, 'no sessions');
  await page.getByRole('link', { name: say('sessions:add'), exact: true }).click();
  await page.getByLabel(say('sessions:name')).fill('Italiano A1');
  await page.getByLabel(say('sessions:type'), { exact: true }).selectOption('ITA');
  for (const name of ['Zerbinatova', 'Tekle']) {
    await page.getByRole('combobox', { name: say('sessions:addParticipant') }).fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
  const tekle = page.getByRole('radiogroup', { name: /Tekle/ });
  await tekle.getByText(say('vocabularies:sessionAttendances.absent'), { exact: true }).click();
  await expectAccessible(page, 'session');
  await approdo.screenshot('54-session');
  await button(page, 'common:actions.save').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Italiano A1' })).toBeVisible();
  await button(page, 'sessions:repeat').click();
  const dialog = dialogOf(page, 'sessions:repeatTitle');
  await dialog.getByLabel(say('sessions:until')).fill('01/01/2020');
  await expect(dialog.getByText(say('sessions:untilInvalid', { most: 104 }))).toBeVisible();
  await expectAccessible(page, 'repeat a session');
  const { items } = await dataOf<{ items: { summaryKey: string }[] }>(approdo, 'diary.list', {
    personId: amina,
    kinds: ['session'],
  });
  expect(items).toMatchObject([{ summaryKey: 'session.present' }]);
}

test('a service is noted in ten seconds; the diary and the case file keep every step', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const { amina } = await openDesk(approdo);
  await noteServices(approdo);
  await changeAndRemove(approdo, amina);
  await closeAndReopen(approdo);
});

test('the week is planned by mouse or by keys; what was kept and who was there is noted', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const { amina } = await openDesk(approdo);
  await planWeek(approdo, amina);
  await holdLesson(approdo, amina);
});
