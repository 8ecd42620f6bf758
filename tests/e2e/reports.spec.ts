import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

async function openReports(approdo: RunningApprodo): Promise<Page> {
  const page = await openDemo(approdo);
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

/** Towns gathered in areas; then a table by area can be chosen. */
async function drawAreas(page: Page): Promise<void> {
  await button(page, 'report-plans:areas.draw').click();
  const dialog = page.getByRole('dialog', { name: say('report-plans:areas.title') });
  await dialog.getByLabel(say('report-plans:areas.name', { number: 1 })).fill('Turin');
  const towns = dialog.getByRole('combobox', {
    name: say('report-plans:areas.towns', { number: 1 }),
  });
  await towns.fill('Torino');
  await towns.press('Enter');
  await expectAccessible(page, 'areas of reports');
  await dialog.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(button(page, 'report-plans:areas.change')).toBeVisible();
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

/** The people behind a figure: as many as it says, or some where it is hidden. */
async function openFigure(page: Page, row: string): Promise<void> {
  const number = page.getByRole('table').first().getByRole('row').filter({ hasText: row });
  const shown = await number.getByRole('button').innerText();
  await number.getByRole('button').click();
  const people = page.getByRole('dialog').getByRole('listitem');
  const count = Number.parseInt(shown, 10);
  if (Number.isNaN(count)) await expect(people.first()).toBeVisible();
  else await expect(people).toHaveCount(count);
}

test('reports are stopped, designed with groups and areas, kept, and opened to their people', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openReports(approdo);
  await page.getByLabel(say('report-plans:kind.label')).selectOption('AMIF');
  await expect(page.getByText('Regulation (EU) 2021/1147').first()).toBeVisible();
  await stopTheFirst(page);
  await page.getByLabel(say('report-plans:kind.label')).selectOption('own');
  const indicators = page.getByRole('combobox', { name: say('report-plans:design.indicators') });
  await indicators.fill('EECO05');
  await page.getByRole('option', { name: /EECO05/ }).click();
  await page.keyboard.press('Escape');
  await groupNationalities(approdo);
  await drawAreas(page);
  await keepPlan(page);
  await expectAccessible(page, 'designer of reports');
  await approdo.screenshot('33-report-designer');
  await button(page, 'reports:show').click();
  const figures = page.getByRole('table').first();
  await expect(figures.getByText('EECO05', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('rowheader', { name: 'Horn of Africa' })).toBeVisible();
  await expectAccessible(page, 'a report');
  await openFigure(page, 'EECO05');
  await expectAccessible(page, 'people behind a figure');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: say('dashboards:open'), exact: true }).click();
  const files = page.getByRole('table', { name: say('dashboards:caseload.title') });
  await expect(files.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'dashboard');
  await page.getByLabel(say('dashboards:worker')).selectOption({ index: 1 });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('workerId=');
});
