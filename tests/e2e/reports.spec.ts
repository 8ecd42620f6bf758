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

test('a funder’s report is counted from its list, opened to its people, and designed anew', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openReports(approdo);
  await page.getByLabel(say('report-plans:kind.label')).selectOption('AMIF');
  await button(page, 'reports:quick.thisYear').click();
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
  await expectAccessible(page, 'designer of reports');
  await approdo.screenshot('33-report-designer');
  await button(page, 'reports:show').click();
  await expect(figures.getByText('EECO05', { exact: true })).toBeVisible({ timeout: 40_000 });
  await approdo.screenshot('33-report-designed');
  await page.getByRole('link', { name: say('dashboards:open'), exact: true }).click();
  const files = page.getByRole('table', { name: say('dashboards:caseload.title') });
  await expect(files.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'dashboard');
  await approdo.screenshot('33-dashboard');
  await page.getByLabel(say('dashboards:worker')).selectOption({ index: 1 });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('workerId=');
});
