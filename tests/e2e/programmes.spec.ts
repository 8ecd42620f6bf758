import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

const person = (given: string, more = {}) => ({
  names: [{ kind: 'permit', script: 'latin', given, family: 'Prova' }],
  sex: 'female',
  nationalities: ['SOM'],
  languages: [],
  legalStatus: 'refugee',
  ...more,
});

/** One who could join today, one of whom the exit is not known, one too late. */
async function openDesk(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open();
  await openRegister(approdo);
  const { today } = await dataOf<{ today: string }>(approdo, 'vault.session', {});
  const year = Number(today.slice(0, 4));
  const left = (exitOn?: string) => ({
    reception: { type: 'saiOrdinary', ...(exitOn ? { exitOn } : {}) },
  });
  await dataOf(approdo, 'people.create', person('Ada', left(`${year - 1}-12-31`)));
  await dataOf(approdo, 'people.create', person('Bea', left()));
  await dataOf(approdo, 'people.create', person('Clara', left(`${year - 4}-01-10`)));
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  return page;
}

test('a coordinator starts a programme, sees who could join, lets somebody in and follows them', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDesk(approdo);
  await expectAccessible(page, 'no programme yet');
  await button(page, 'programmes:start').first().click();
  await page.getByLabel(say('programmes:template.find')).fill('noi 2');
  await page.getByRole('radio', { name: /FRA NOI 2/ }).check();
  await expectAccessible(page, 'starting a programme');
  await approdo.screenshot('programmes-1-start');
  await button(page, 'programmes:startIt').click();

  await expect(page.getByRole('heading', { level: 1, name: 'FRA NOI 2' })).toBeVisible();
  const part = (key: string) => page.getByRole('link', { name: say(key), exact: true });
  await part('programmes:candidates.title').click();
  const candidates = page.getByRole('listitem').filter({ hasText: 'Prova' });
  await expect(candidates).toHaveCount(2);
  await expect(candidates.first()).toContainText('Prova Ada');
  await expect(candidates.last()).toContainText(say('programmes:missing.facts.receptionExit'));
  await expectAccessible(page, 'a programme');
  await approdo.screenshot('programmes-2-programme');
  await part('programmes:parts.about').click();
  await expect(page.getByText(/da non oltre 18 mesi/).first()).toBeVisible();
  await expectAccessible(page, 'the rules of a programme');
  const name = dialog(page).getByLabel(say('programmes:fields.name'));
  await button(page, 'programmes:edit').click();
  await name.fill('FRA NOI 2, corretto');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await button(page, 'programmes:edit').click();
  await button(page, 'drafts:resume').click();
  await expect(name).toHaveValue('FRA NOI 2, corretto');
  await button(page, 'common:actions.cancel').click();
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('link', { name: say('programmes:enrolments.title'), exact: true }).click();

  await button(page, 'programmes:enrol.somebody').click();
  await page.getByRole('combobox', { name: say('programmes:enrol.who') }).fill('clara');
  await page.getByRole('option', { name: /Clara/ }).click();
  await expect(dialog(page).getByText(say('programmes:notice.notEligible'))).toBeVisible();
  await expect(dialog(page).getByText(/da non oltre 18 mesi/)).toBeVisible();
  await expect(button(page, 'programmes:enrol.save')).toBeDisabled();
  await expectAccessible(page, 'somebody the rules do not let in');
  await approdo.screenshot('programmes-3-not-eligible');
  await dialog(page)
    .getByRole('textbox', { name: say('programmes:enrol.reason') })
    .fill('Uscita per errore del centro');
  await button(page, 'programmes:enrol.save').click();
  await expect(dialog(page)).toHaveCount(0);

  await part('programmes:candidates.title').click();
  await page.getByRole('button', { name: /Let in: Prova Ada/ }).click();
  await expect(dialog(page).getByText(say('programmes:notice.eligible'))).toBeVisible();
  await button(page, 'programmes:enrol.save').click();
  await expect(dialog(page)).toHaveCount(0);
  await part('programmes:enrolments.title').click();
  await page.getByRole('combobox', { name: /Stage of Prova Ada/ }).click();
  await page.getByRole('option', { name: 'Plan signed' }).click();
  await expect(page.getByText(say('programmes:enrolments.stageNoted'))).toBeVisible();
  await approdo.screenshot('programmes-4-inside');

  await page.getByRole('link', { name: /Prova Ada/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'FRA NOI 2' })).toBeVisible();
  await expectAccessible(page, 'a person in a programme');
  await approdo.screenshot('programmes-5-person');
  await page.getByRole('button', { name: /Leaves: Prova Ada/ }).click();
  await dialog(page)
    .getByRole('combobox', { name: say('programmes:enrolments.exit') })
    .click();
  await page
    .getByRole('option', { name: say('vocabularies:enrolmentOutcomes.goalsReached') })
    .click();
  await button(page, 'common:actions.save').click();
  await expect(page.getByText(say('programmes:enrolments.closedNow'))).toBeVisible();
  await button(page, 'common:actions.undo').click();
  await expect(page.getByRole('button', { name: /Leaves: Prova Ada/ })).toBeVisible();
});

test('a template goes to a file, and one that was changed comes back as a template of its own', async ({
  approdo,
}) => {
  const page = await approdo.open();
  await openRegister(approdo);
  const { id } = await dataOf<{ id: string }>(approdo, 'programmes.create', {
    templateCode: 'fra-noi-2',
    name: 'Fra noi di Torino',
  });
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  await page.getByRole('link', { name: 'Fra noi di Torino' }).click();
  const path = join(approdo.home, 'modello.json');
  await approdo.answerDialogs(path);
  await button(page, 'programmes:template.export').click();
  await expect(page.getByText(/modello\.json/)).toBeVisible();
  await approdo.screenshot('programmes-6-export');
  const template = JSON.parse(await readFile(path, 'utf8'));
  expect(template.code).toBe('fra-noi-2');
  expect(JSON.stringify(template)).not.toContain(id);

  const name = { it: '<b>Vicini</b> di casa', en: '<b>Good</b> neighbours' };
  const broken = join(approdo.home, 'rotto.json');
  await writeFile(broken, JSON.stringify({ ...template, stages: [{ code: 'a' }] }));
  await writeFile(path, JSON.stringify({ ...template, name }));
  await approdo.answerDialogs(broken, path);
  await page.getByRole('link', { name: say('programmes:back') }).click();
  await button(page, 'programmes:start').click();
  await button(page, 'programmes:template.import').click();
  await expect(dialog(page).getByText(/stages\[0\]\.name is missing/)).toBeVisible();
  await expectAccessible(page, 'a template that is refused');
  await approdo.screenshot('programmes-7-refused');
  await button(page, 'programmes:template.import').click();
  await expect(dialog(page).getByRole('radio', { name: /<b>Good<\/b> neighbours/ })).toBeChecked();
  await approdo.screenshot('programmes-8-taken-in');
  await button(page, 'programmes:startIt').click();
  await expect(
    page.getByRole('heading', { level: 1, name: '<b>Good</b> neighbours' }),
  ).toBeVisible();
});
