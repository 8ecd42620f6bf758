import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aRelease, jsonOf, protectAndSend, times } from '../support/protected-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { DEMO_MADE_WITHIN } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

async function openReports(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open('--demo');
  await page.getByRole('button', { name: say('vault:welcome.demo') }).click({
    timeout: DEMO_MADE_WITHIN,
  });
  await button(page, 'vault:unlock.demoFill').click();
  await button(page, 'vault:unlock.open').click();
  await page.getByRole('link', { name: say('common:nav.reports'), exact: true }).click();
  return page;
}

/** Pressed in the page itself as soon as it is there: a hand from outside may come when all is done. */
async function stopTheFirst(page: Page): Promise<void> {
  await page.evaluate((label) => {
    const press = () => {
      const stop = [...document.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === label,
      );
      if (!stop) return;
      watching.disconnect();
      stop.click();
    };
    const watching = new MutationObserver(press);
    watching.observe(document.body, { childList: true, subtree: true });
  }, say('report-plans:stop'));
  await button(page, 'reports:quick.thisYear').click();
  await expect(page.getByText(say('errors:report_stopped'))).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

async function groupNationalities(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await button(page, 'report-plans:maps.make').click();
  const dialog = page.getByRole('dialog', { name: say('report-plans:maps.title') });
  await dialog.getByLabel(say('report-plans:maps.name')).fill('Areas of origin');
  await dialog.getByLabel(say('report-plans:maps.groupName', { number: 1 })).fill('Horn of Africa');
  const countries = dialog.getByRole('combobox', {
    name: say('report-plans:maps.countries', { number: 1 }),
  });
  for (const country of ['Eritrea', 'Somalia']) {
    await countries.fill(country);
    await page.getByRole('option', { name: country, exact: true }).click();
  }
  await dialog.getByRole('heading').first().click();
  await expectAccessible(page, 'grouping of nationalities');
  await approdo.screenshot('33-report-grouping');
  await dialog.getByRole('button', { name: say('report-plans:maps.save'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const chosen = page.getByLabel(say('report-plans:maps.label'), { exact: true });
  await expect(chosen.locator('option:checked')).toHaveText('Areas of origin');
  await page
    .getByLabel(say('report-plans:design.rows', { number: 1 }))
    .selectOption({ label: say('report-plans:dimensions.nationality') });
}

async function keepPlan(page: Page): Promise<void> {
  await expect(button(page, 'report-plans:design.save')).toBeDisabled();
  await page.getByLabel(say('report-plans:design.title')).fill('For the foundation');
  await button(page, 'report-plans:design.save').click();
  await expect(page.getByText(say('report-plans:design.saved'))).toBeVisible();
  const kind = page.getByLabel(say('report-plans:kind.label'));
  await expect(kind.locator('option:checked')).toHaveText('For the foundation');
  // It is there again after another one was looked at.
  await kind.selectOption('AMIF');
  await expect(page.getByLabel(say('report-plans:design.title'))).toHaveCount(0);
  await kind.selectOption({ label: 'For the foundation' });
  await expect(page.getByLabel(say('report-plans:design.title'))).toHaveValue('For the foundation');
}

/** Two reports of other associations, as they would come by mail. */
async function partnerFiles(home: string): Promise<string[]> {
  const numbers = [
    { ERI: 12, SOM: 20, AFG: 3 },
    { ERI: 14, SOM: 8, AFG: 9 },
  ];
  const paths = numbers.map((_, at) => join(home, `partner-${at}.json`));
  for (const [at, counts] of numbers.entries()) {
    const people = Object.entries(counts).flatMap(([nationality, count]) =>
      times(count, { nationality }),
    );
    const dimensions = [{ name: 'nationality', categories: Object.keys(counts) }];
    const release = aRelease({ people, dimensions, tables: [['nationality']] });
    await writeFile(paths[at] ?? '', jsonOf(await protectAndSend(release)));
  }
  return paths;
}

async function addUpPartners(approdo: RunningApprodo): Promise<void> {
  const { page, home } = approdo;
  const saved = join(home, 'sum.json');
  await approdo.answerDialogs((await partnerFiles(home)).join('\n'), saved);
  await button(page, 'dashboards:consolidation.open').click();
  const dialog = page.getByRole('dialog', { name: say('dashboards:consolidation.title') });
  await dialog.getByRole('button', { name: say('dashboards:consolidation.choose') }).click();
  await expect(dialog.getByText(say('dashboards:consolidation.how'))).toBeVisible();
  await expect(dialog.getByText(/hidden by 1 association/).first()).toBeVisible();
  await expectAccessible(page, 'several associations added up');
  await approdo.screenshot('33-report-added-up');
  await dialog.getByLabel(say('dashboards:consolidation.recipient')).fill('Ministry');
  await dialog.getByRole('button', { name: say('reports:formats.json') }).click();
  await expect(page.getByText(say('common:fileSaved', { fileName: 'sum.json' }))).toBeVisible();
  const sum = JSON.parse(await readFile(saved, 'utf8'));
  expect(sum).toMatchObject({ recipient: 'Ministry', cells: { ALL: 66 } });
  expect(sum.hidden).toContain('nationality=AFG');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function nameThoseWhoAgreed(approdo: RunningApprodo): Promise<void> {
  const { page, home } = approdo;
  const { id: personId } = await dataOf<{ id: string }>(
    approdo,
    'people.create',
    somebody('Quisqualia'),
  );
  const { id: organisationId } = await dataOf<{ id: string }>(approdo, 'organisations.save', {
    kind: 'registry',
    name: 'Ministry of Trials',
  });
  await dataOf(approdo, 'consents.give', {
    personId,
    details: {
      purpose: 'donorList',
      organisationId,
      dataCategories: ['identity'],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-01-01',
    },
  });
  await page.getByRole('link', { name: say('common:nav.reports'), exact: true }).click();
  await button(page, 'reports:identified.open').click();
  const dialog = page.getByRole('dialog', { name: say('reports:identified.title') });
  await dialog.getByRole('combobox', { name: say('reports:identified.organisation') }).click();
  await page.getByRole('option', { name: /Ministry of Trials/ }).click();
  await expect(dialog.getByText(say('reports:identified.people_one', { count: 1 }))).toBeVisible();
  await expectAccessible(page, 'list of names');
  await approdo.screenshot('33-report-names');
  const saved = join(home, 'names.pdf');
  await approdo.answerDialogs(saved);
  await dialog.getByRole('button', { name: say('reports:identified.save') }).click();
  await expect(dialog.getByText(say('reports:identified.saved_one', { count: 1 }))).toBeVisible();
  const bytes = await readFile(saved, 'latin1');
  expect(bytes.slice(0, 5)).toBe('%PDF-');
  expect(bytes).toContain('/Encrypt');
  expect(bytes).not.toContain('Quisqualia');
}

test('a funder’s report is counted from its list, opened to its people, and designed anew', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openReports(approdo);
  await page.getByLabel(say('report-plans:kind.label')).selectOption('AMIF');
  await stopTheFirst(page);
  await button(page, 'reports:show').click();
  const figures = page.getByRole('table').first();
  await expect(figures.getByText('O.2.3.1', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Regulation (EU) 2021/1147').first()).toBeVisible();
  await expectAccessible(page, 'report of a funder');
  await approdo.screenshot('33-report-amif');
  const participants = figures.getByRole('row').filter({ hasText: 'O.2.3.1' });
  const shown = await participants.getByRole('button').innerText();
  await participants.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  const people = dialog.getByRole('listitem');
  const count = Number.parseInt(shown, 10);
  if (Number.isNaN(count)) await expect(people.first()).toBeVisible();
  else await expect(people).toHaveCount(count);
  await expectAccessible(page, 'people behind a figure');
  await approdo.screenshot('33-report-figure');
  await page.keyboard.press('Escape');
  await page.getByLabel(say('report-plans:kind.label')).selectOption('own');
  const indicators = page.getByRole('combobox', { name: say('report-plans:design.indicators') });
  await indicators.fill('EECO05');
  await page.getByRole('option', { name: /EECO05/ }).click();
  await page.keyboard.press('Escape');
  await groupNationalities(approdo);
  await keepPlan(page);
  await expectAccessible(page, 'designer of reports');
  await approdo.screenshot('33-report-designer');
  await button(page, 'reports:show').click();
  await expect(figures.getByText('EECO05', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Horn of Africa')).toBeVisible();
  await approdo.screenshot('33-report-designed');
  await page.getByRole('link', { name: say('dashboards:open'), exact: true }).click();
  const files = page.getByRole('table', { name: say('dashboards:caseload.title') });
  await expect(files.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'dashboard');
  await approdo.screenshot('33-dashboard');
  await page.getByLabel(say('dashboards:worker')).selectOption({ index: 1 });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('workerId=');
  await page.getByRole('link', { name: say('common:nav.reports'), exact: true }).click();
  await page.getByRole('link', { name: say('reports:sent.title'), exact: true }).click();
  await addUpPartners(approdo);
  await nameThoseWhoAgreed(approdo);
});
