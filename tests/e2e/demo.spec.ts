import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { textOf } from '../support/pdf-tools.ts';
import { expectAccessible } from './support/accessible.ts';
import { comeToDemo } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

test('a demonstration that cannot be kept says so, and the rest of the program works', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await mkdir(approdo.profileDir, { recursive: true });
  // Where the register is to be there is a name that leads nowhere: nothing can be moved there.
  await symlink(join(approdo.home, 'nowhere'), join(approdo.profileDir, 'register'));
  const page = await approdo.open('--demo');
  await expect(page.getByRole('alert')).toHaveText(say('vault:welcome.demoFailed'), {
    timeout: 90_000,
  });
  await expectAccessible(page, 'welcome without a demonstration');
  await approdo.screenshot('29-demo-failed');
  await page.getByRole('button', { name: say('vault:welcome.create') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

async function openDemo(approdo: RunningApprodo): Promise<Page> {
  const page = await comeToDemo(approdo);
  await expectAccessible(page, 'unlock of the demonstration');
  await button(page, 'vault:unlock.demoFill').click();
  await button(page, 'vault:unlock.open').click();
  await expect(page.getByRole('heading', { level: 1, name: say('common:nav.today') })).toBeVisible({
    timeout: 20_000,
  });
  return page;
}

async function visit(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: say(`common:nav.${section}`), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Or than its own place in it. */
const isWiderThanWindow = (page: Page) =>
  page.evaluate(() => {
    const content = document.getElementById('content');
    const isCut = content !== null && content.scrollWidth > content.clientWidth + 1;
    return isCut || document.documentElement.scrollWidth > window.innerWidth;
  });

test('the demonstration shows every page, filled, in a small window and in both languages', async ({
  approdo,
}) => {
  test.setTimeout(180_000);
  const page = await openDemo(approdo);
  await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  await expect(page.getByText(say('common:header.demo'))).toBeVisible();
  await expectAccessible(page, 'today');
  await approdo.screenshot('30-demo-today');
  for (const section of ['people', 'directory', 'reports', 'settings', 'today']) {
    await visit(page, section);
    expect(await isWiderThanWindow(page), section).toBe(false);
    await expectAccessible(page, section);
    await approdo.screenshot(`31-demo-${section}`);
  }
  await test.step('whom nobody has met for long is called by name, and flagged on their page', async () => {
    const heading = page.getByRole('heading', { name: say('today:sections.quiet') });
    const quiet = page.locator('section').filter({ has: heading }).last();
    await quiet.getByRole('link').first().click();
    await expect(page.getByText(/^No contact for \d+ days$/)).toBeVisible();
  });
  await visit(page, 'people');
  await page.getByRole('link', { name: say('duplicates:list.link'), exact: true }).click();
  await expect(page.getByRole('article')).toHaveText([
    /Karimi Zahra.*Karimy Zehra/,
    /Qabbani.*Qabbani/,
  ]);
  await expectAccessible(page, 'people registered twice');
  await visit(page, 'people');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).not.toHaveCount(1);
  await page.getByLabel(say('people:list.search')).fill('рахімі');
  await page
    .getByRole('table')
    .getByRole('link', { name: /Rahimi/ })
    .first()
    .click();
  for (const tab of ['overview', 'needs', 'consents', 'plans', 'letters', 'papers']) {
    await page.getByRole('link', { name: say(`people:person.tabs.${tab}`), exact: true }).click();
    expect(await isWiderThanWindow(page), tab).toBe(false);
    await expectAccessible(page, tab);
    await approdo.screenshot(`32-demo-${tab}`);
  }
  await test.step('at twice the size everything is still there, and nothing beside the window', async () => {
    await approdo.application.evaluate(({ BaseWindow, webContents }) => {
      BaseWindow.getAllWindows()[0]?.setContentSize(1366, 768);
      for (const one of webContents.getAllWebContents()) one.setZoomFactor(2);
    });
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(683);
    for (const section of ['people', 'calendar', 'directory', 'reports', 'settings', 'today']) {
      await visit(page, section);
      expect(await isWiderThanWindow(page), `${section}, enlarged`).toBe(false);
    }
    await approdo.application.evaluate(({ webContents }) => {
      for (const one of webContents.getAllWebContents()) one.setZoomFactor(1);
    });
  });
  await page.getByLabel('Language').selectOption('Italiano');
  await expect(page.getByRole('link', { name: 'Persone', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
  expect(await page.title()).toBe('Approdo');
});

test('a report is shown with what is hidden, and saved in three formats that agree', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDemo(approdo);
  await visit(page, 'reports');
  await button(page, 'reports:quick.thisYear').click();
  await expect(page.getByText(say('reports:hiddenTitle'))).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, 'report');
  await approdo.screenshot('33-demo-report');
  const folder = join(approdo.home, 'rendiconti');
  await mkdir(folder);
  await button(page, 'reports:export').click();
  await page.getByLabel(say('reports:send.recipient')).fill('UNHCR Italia');
  await page.getByLabel(say('reports:send.note')).fill('Our only Eritrean minor started school.');
  await expect(page.getByText(say('reports:send.warning'))).toBeVisible();
  await expectAccessible(page, 'report to be sent');
  await approdo.screenshot('33-demo-report-send');
  await page.getByLabel(say('reports:send.note')).fill('Thank you for your support.');
  await expect(page.getByText(say('reports:send.warning'))).toBeHidden();
  await button(page, 'reports:send.confirm').click();
  await expect(page.getByText(say('reports:send.doneText'))).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'report sent');
  await approdo.screenshot('33-demo-report-files');
  for (const format of ['xlsx', 'csv', 'pdf'] as const) {
    await approdo.answerDialogs(join(folder, `summary.${format}`));
    await button(page, `reports:formats.${format}`).click();
    await expect
      .poll(() => readFile(join(folder, `summary.${format}`)).catch(() => null))
      .not.toBeNull();
  }
  const csv = (await readFile(join(folder, 'summary.csv'), 'utf8')).slice(1);
  const rows = Papa.parse<string[]>(csv.trim())
    .data.slice(0, -1)
    .map((row) => row.join('|'));
  const sheets = await readXlsxFile(await readFile(join(folder, 'summary.xlsx')));
  const cells = sheets
    .flatMap(({ data }) => data)
    .map((row) =>
      row
        .map((cell) => String(cell ?? ''))
        .join('|')
        .replace(/\|+$/, ''),
    );
  expect(cells.filter(Boolean)).toEqual(rows.filter(Boolean));
  expect(rows.some((row) => /\|c(\||$)/.test(row))).toBe(true);
  expect(textOf(await readFile(join(folder, 'summary.pdf')))).toContain(rows[0]);
  const { items } = (await approdo
    .call('people.list', { limit: 200, showClosed: true })
    .then((answer) => (answer as { data: unknown }).data)) as { items: { listedName: string }[] };
  const names = items.map((item) => item.listedName);
  expect(await approdo.filesContaining(folder, names)).toEqual([]);
  await page
    .getByRole('dialog')
    .getByRole('link', { name: say('reports:sent.title') })
    .click();
  await expectAccessible(page, 'reports sent');
  await approdo.screenshot('33-demo-reports-sent');
  await page.getByRole('link', { name: /UNHCR Italia/ }).click();
  await expect(page.getByText(say('reports:compare.title'))).toBeVisible();
  await expect(page.getByText(/\b[0-9a-f]{8}( [0-9a-f]{8}){7}\b/)).toBeVisible();
  await expectAccessible(page, 'a report as sent');
  await approdo.screenshot('33-demo-report-as-sent');
  await page.setViewportSize({ width: 1024, height: 700 });
  expect(await isWiderThanWindow(page)).toBe(false);
  await approdo.screenshot('33-demo-report-as-sent-small');
  await visit(page, 'reports');
  await button(page, 'reports:identified.open').click();
  await expect(page.getByText(say('reports:identified.warningTitle'))).toBeVisible();
  await expectAccessible(page, 'list of names');
  await approdo.screenshot('33-demo-list-of-names');
});
