import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessible } from './support/accessible.ts';
import { catchPrinting } from './support/catch-printing.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const rows = (page: Page) => page.getByRole('table').getByRole('row');
const names = (page: Page) => page.getByRole('table').locator('tbody tr td a').allInnerTexts();

const somebody = (given: string, more = {}) => ({
  names: [{ kind: 'permit', script: 'latin', given, family: 'Prova' }],
  sex: 'female',
  nationalities: ['SOM'],
  languages: [],
  ...more,
});

/** Four people: two from Somalia, one with an expired permit, one born in 1990. */
async function openDesk(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open();
  await openRegister(approdo);
  const born = (year: number) => ({ birth: { year, certainty: 'declared' } });
  await dataOf(approdo, 'people.create', somebody('Ada', born(1990)));
  await dataOf(
    approdo,
    'people.create',
    somebody('Bea', { nationalities: ['AFG'], ...born(1970) }),
  );
  const { id } = await dataOf<{ id: string }>(
    approdo,
    'people.create',
    somebody('Cloe', born(1985)),
  );
  await dataOf(
    approdo,
    'people.create',
    somebody('Dan', { nationalities: ['MLI'], ...born(2000) }),
  );
  await dataOf(approdo, 'identityDocuments.save', {
    personId: id,
    details: {
      type: 'residencePermit',
      state: 'issued',
      expiry: 'known',
      expiresOn: '2024-01-31',
      seen: 'copy',
    },
  });
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await expect(rows(page)).toHaveCount(5);
  return page;
}

async function addFilter(page: Page, field: string, choose: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${say('lists:filters')}`) }).click();
  await page.getByLabel(say('lists:field')).selectOption(field);
  await choose();
  await button(page, 'lists:add').click();
}

async function chooseCode(page: Page, field: string, label: string): Promise<void> {
  const name = say(`vocabularies:filterFields.${field}`);
  const box = page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name }));
  await box.first().fill(label);
  await page.getByRole('option', { name: label, exact: true }).click();
  await page.keyboard.press('Escape');
}

async function narrowAndKeep(approdo: RunningApprodo, page: Page): Promise<void> {
  await addFilter(page, 'nationality', async () => {
    await chooseCode(page, 'nationality', 'Somalia');
    await chooseCode(page, 'nationality', 'Mali');
    await expectAccessible(page, 'a filter');
    await approdo.screenshot('60-filter');
  });
  await expect(rows(page)).toHaveCount(4);
  await addFilter(page, 'age', () => page.getByLabel(say('lists:editor.fromAge')).fill('30'));
  await expect(rows(page)).toHaveCount(3);
  // A search and filters hold together.
  await page.getByLabel(say('people:list.search')).fill('cloe');
  await expect(rows(page)).toHaveCount(2);
  await expectAccessible(page, 'a narrowed list');
  await page.getByLabel(say('people:list.search')).fill('');
  await button(page, 'lists:views.save').click();
  await page.getByRole('dialog').getByLabel(say('lists:views.name')).fill('Women over thirty');
  await page.getByLabel(say('lists:views.share')).check();
  await expectAccessible(page, 'save a list');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('common:actions.save') })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Coming back from a person finds the list as it was.
  await page.getByRole('table').getByRole('link', { name: 'Prova Ada' }).click();
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await expect(rows(page)).toHaveCount(3);
  await button(page, 'lists:clear').click();
  await expect(rows(page)).toHaveCount(5);
}

/** Each tells Ada alone from the others; what is chosen, or the year in which she came. */
const HERS: [field: string, chosen: string | undefined][] = [
  ['literacy', 'vocabularies:literacies.ownScript'],
  ['education', 'vocabularies:educationLevels.isced-6'],
  ['birthCountry', 'Ethiopia'],
  ['originCountry', 'Eritrea'],
  ['civilStatus', 'vocabularies:civilStatuses.widowed'],
  ['enteredItaly', undefined],
  ['arrivalWay', 'vocabularies:arrivalWays.corridor'],
  ['cameThrough', 'vocabularies:doors.office'],
  ['urgency', 'vocabularies:urgencies.within72h'],
  ['risk', 'vocabularies:riskLevels.high'],
  ['familyToReunite', 'vocabularies:reunifications.wanted'],
  ['document', 'vocabularies:documentTypes.passport'],
];

async function tellAdaApart(approdo: RunningApprodo): Promise<void> {
  const { items } = await dataOf<{ items: { id: string; listedName: string }[] }>(
    approdo,
    'people.list',
    { query: 'Ada' },
  );
  const personId = items[0]?.id ?? '';
  const { revision, details } = await dataOf<{ revision: number; details: object }>(
    approdo,
    'people.get',
    { id: personId },
  );
  const more = {
    ...{ literacy: 'ownScript', birthCountry: 'ETH', originCountry: 'ERI', urgency: 'within72h' },
    ...{ civilStatus: 'widowed', arrivalWay: 'corridor', cameThrough: 'office' },
    enteredItaly: { year: 2019, certainty: 'declared' },
  };
  await dataOf(approdo, 'people.update', {
    id: personId,
    revision,
    details: { ...details, ...more },
  });
  const add = (call: string, row: object) =>
    dataOf(approdo, `${call}.save`, { personId, details: row });
  await add('education', { level: 'isced-6', titleHeld: 'lost' });
  await add('risks', { level: 'high', assessedOn: '2024-01-31' });
  await add('ties', {
    ...{ kind: 'spouse', otherName: 'Qualcuno', place: 'abroad', life: 'alive' },
    reunification: 'wanted',
  });
  await add('identityDocuments', {
    ...{ type: 'passport', state: 'issued', expiry: 'none', seen: 'copy' },
  });
}

/** One after the other, each alone. */
async function narrowByEach(approdo: RunningApprodo, page: Page): Promise<void> {
  await tellAdaApart(approdo);
  for (const [field, chosen] of HERS) {
    await addFilter(page, field, async () => {
      if (chosen !== undefined) {
        return chooseCode(page, field, chosen.includes(':') ? say(chosen) : chosen);
      }
      await page.getByLabel(say('lists:editor.when')).selectOption('between');
      await page.getByLabel(say('lists:editor.from'), { exact: true }).fill('01/01/2019');
      await page.getByLabel(say('lists:editor.to'), { exact: true }).fill('31/12/2019');
    });
    await expect(rows(page), field).toHaveCount(2);
    expect(await names(page), field).toEqual(['Prova Ada']);
    await page
      .getByRole('button', { name: say('lists:removeCondition', { condition: '' }) })
      .click();
    await expect(rows(page)).toHaveCount(5);
  }
}

async function useViews(approdo: RunningApprodo, page: Page): Promise<void> {
  await button(page, 'lists:views.button').click();
  await expectAccessible(page, 'lists by name');
  await approdo.screenshot('61-views');
  await button(page, 'lists:shipped.permitsExpired').click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(1)).toContainText('Prova Cloe');
  await button(page, 'lists:views.button').click();
  await page.getByRole('button', { name: 'Women over thirty' }).click();
  await expect(rows(page)).toHaveCount(3);
  await page
    .getByRole('list', { name: say('lists:active') })
    .getByRole('button')
    .nth(1)
    .click();
  await expect(rows(page)).toHaveCount(4);
  await button(page, 'lists:views.button').click();
  await page.getByRole('button', { name: 'Women over thirty' }).click();
  await button(page, 'lists:views.save').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('common:actions.remove') })
    .click();
  await expect(rows(page)).toHaveCount(5);
  await button(page, 'common:actions.undo').click();
  await button(page, 'lists:views.button').click();
  await expect(page.getByRole('button', { name: 'Women over thirty' })).toBeVisible();
  await page.keyboard.press('Escape');
}

async function chooseColumns(approdo: RunningApprodo, page: Page): Promise<void> {
  await button(page, 'lists:columns').click();
  const column = (key: string) =>
    page.getByRole('checkbox', { name: say(`vocabularies:listColumns.${key}`), exact: true });
  await column('age').check();
  await column('caseNumber').uncheck();
  await expectAccessible(page, 'columns');
  await page.keyboard.press('Escape');
  const age = page.getByRole('columnheader', { name: say('vocabularies:listColumns.age') });
  await age.getByRole('button').click();
  await expect(age).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .poll(() => names(page))
    .toEqual(['Prova Dan', 'Prova Ada', 'Prova Cloe', 'Prova Bea']);
  // Kept in the register, and found again by another page.
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await expect
    .poll(() => names(page))
    .toEqual(['Prova Dan', 'Prova Ada', 'Prova Cloe', 'Prova Bea']);
  await expect(age).toBeVisible();
  // The order of the columns is the reader's, and kept as well.
  const headings = () => page.getByRole('columnheader').allInnerTexts();
  const before = await headings();
  await button(page, 'lists:columns').click();
  await page
    .getByRole('button', {
      name: say('lists:columnEarlier', { name: say('vocabularies:listColumns.age') }),
    })
    .click();
  await page.keyboard.press('Escape');
  const swapped = [...before.slice(0, -2), ...before.slice(-2).reverse()];
  await expect.poll(headings).toEqual(swapped);
  await page.reload();
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await expect.poll(headings).toEqual(swapped);
  await approdo.screenshot('62-columns');
}

async function assignMany(approdo: RunningApprodo, page: Page): Promise<void> {
  await button(page, 'lists:picked.start').click();
  await page
    .getByRole('checkbox', { name: say('lists:pickPerson', { name: 'Prova Ada' }) })
    .check();
  await page
    .getByRole('checkbox', { name: say('lists:pickPerson', { name: 'Prova Dan' }) })
    .check();
  await expectAccessible(page, 'picked people');
  await approdo.screenshot('63-picked');
  await button(page, 'lists:picked.assign').click();
  const dialog = page.getByRole('dialog', { name: say('lists:assign.title') });
  await dialog.getByLabel(say('case-files:worker')).selectOption({ index: 1 });
  await expectAccessible(page, 'assign many');
  await approdo.screenshot('64-assign');
  await dialog
    .getByRole('button', { name: say('lists:assign.confirm_other', { count: 2 }) })
    .click();
  await expect(dialog).toHaveCount(0);
  const onlyMine = page.getByLabel(say('people:list.onlyMine'));
  await onlyMine.check();
  await expect(rows(page)).toHaveCount(3);
  await button(page, 'common:actions.undo').click();
  await expect(rows(page)).toHaveCount(0);
  await onlyMine.uncheck();
  await expect(rows(page)).toHaveCount(5);
}

async function takeOut(approdo: RunningApprodo, page: Page): Promise<void> {
  const path = join(approdo.home, 'list.xlsx');
  await approdo.answerDialogs(path);
  await button(page, 'lists:export.button').click();
  await expect(page.getByText(say('lists:export.leavesTitle'))).toBeVisible();
  await expectAccessible(page, 'take a list out');
  await approdo.screenshot('65-export');
  await button(page, 'lists:export.save').click();
  await expect.poll(() => readFile(path).catch(() => null)).not.toBeNull();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [sheet] = await readXlsxFile(await readFile(path));
  const headings = await page.getByRole('columnheader').allInnerTexts();
  expect(sheet?.data[0]).toEqual(headings);
  expect(sheet?.data.slice(1).map(([name]) => name)).toEqual(await names(page));
}

/** All of it goes on paper, and the screen shows its page again. */
async function printWhole(approdo: RunningApprodo, page: Page): Promise<void> {
  for (let number = 0; number < 30; number += 1) {
    await dataOf(approdo, 'people.create', somebody(`Folla ${String(number).padStart(2, '0')}`));
  }
  await page.getByLabel(say('people:list.search')).fill('folla');
  await page.getByLabel(say('people:list.search')).fill('');
  await expect(rows(page)).toHaveCount(21);
  const printed = await catchPrinting(page);
  await button(page, 'common:header.print').click();
  await expect.poll(async () => (await printed())?.lines.length).toBe(34);
  await expect(rows(page)).toHaveCount(21);
  await addFilter(page, 'nationality', () => chooseCode(page, 'nationality', 'Mali'));
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.lines.length).toBe(1);
}

test('a list is narrowed, kept under a name, arranged, assigned and taken out', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDesk(approdo);
  await expectAccessible(page, 'people');
  await narrowAndKeep(approdo, page);
  await narrowByEach(approdo, page);
  await useViews(approdo, page);
  await chooseColumns(approdo, page);
  await assignMany(approdo, page);
  await takeOut(approdo, page);
  await printWhole(approdo, page);
  await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(1024);
});
