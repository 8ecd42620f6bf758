import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { aRelease, jsonOf, protectAndSend, times } from '../support/protected-files.ts';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

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
  await page
    .getByRole('link', { name: say('common:nav.reports'), exact: true })
    .first()
    .click();
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
  await dialog.getByRole('button', { name: say('documents:password.written') }).click();
  await expect(dialog).toHaveCount(0);
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

/** From what a programme promised to the report that may leave. */
async function reportOnProgramme(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await page.getByRole('link', { name: say('common:nav.programmes'), exact: true }).click();
  await page.getByRole('link', { name: 'Spazio Comune' }).first().click();
  await page.getByRole('link', { name: say('programme-results:title'), exact: true }).click();
  const promised = page.getByRole('table', { name: say('programme-results:targets.title') });
  const documents = promised.getByRole('row').filter({ hasText: 'C_OUT_003' });
  await expect(documents).toContainText('40');
  await button(page, 'programme-results:targets.edit').click();
  await page
    .getByRole('dialog')
    .getByLabel(/C_OUT_003/)
    .fill('50');
  await expectAccessible(page, 'targets of a programme');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('common:actions.save') })
    .click();
  await expect(documents).toContainText('50');
  await expectAccessible(page, 'target and reached');
  await openFigure(page, 'C_OUT_003');
  await page.keyboard.press('Escape');
  for (const part of ['way', 'blocked'] as const) {
    await page.getByText(say(`programme-results:parts.${part}`), { exact: true }).click();
    const title = part === 'way' ? 'disengaged.title' : 'blocked.title';
    await expect(
      page.getByRole('table', { name: say(`programme-results:${title}`) }),
    ).toBeVisible();
    await expectAccessible(page, `results of a programme: ${part}`);
    await approdo.screenshot(`33-programme-${part}`);
  }
  await page.getByRole('link', { name: say('programme-results:report'), exact: true }).click();
  const kind = page.getByLabel(say('report-plans:kind.label'));
  await expect(kind).toHaveValue('programme');
  await expect(page.getByLabel(say('report-plans:population.label'))).not.toHaveValue('');
}

test('reports of others are added up, names go to whom each agreed, and a programme is held to its targets', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDemo(approdo);
  await page.getByRole('link', { name: say('common:nav.reports'), exact: true }).click();
  await page.getByRole('link', { name: say('reports:sent.title'), exact: true }).click();
  await addUpPartners(approdo);
  await nameThoseWhoAgreed(approdo);
  await reportOnProgramme(approdo);
});
