import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { reportActions } from './support/count-actions.ts';
import { findAndOpenPerson, Hand, measured } from './support/desk-tasks.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

const somebody = (given: string, family: string, more = {}) => ({
  names: [
    {
      kind: 'permit',
      script: /[a-z]/i.test(given) ? 'latin' : 'arabic',
      given,
      family,
    },
  ],
  sex: 'male',
  nationalities: ['AFG'],
  languages: [],
  ...more,
});

const born = { birth: { year: 1990, month: 4, day: 7, certainty: 'documented' } };

async function openWithPeople(approdo: RunningApprodo): Promise<Page> {
  const page = await approdo.open();
  await openRegister(approdo);
  for (const person of [
    somebody('Mohamed', 'Rahimi', { ...born, note: 'Arrivato nel 2024.' }),
    somebody('محمد', 'رحیمی', { ...born, birthPlace: 'Herat' }),
    somebody('Khaled', 'Darwish'),
    somebody('Oleksandr', 'Kovalenko', { nationalities: ['UKR'] }),
  ]) {
    expect(await approdo.call('people.create', person)).toMatchObject({ ok: true });
  }
  await page.reload();
  await page
    .getByRole('link', { name: say('common:nav.people'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(5);
  return page;
}

test('somebody is found in another script and opened, with the reason of the hit', async ({
  approdo,
}) => {
  const page = await openWithPeople(approdo);
  const rows = page.getByRole('table').getByRole('row');
  const actions = await measured(page, () => findAndOpenPerson(new Hand(page)));
  reportActions('find and open a person', actions);
  expect(actions).toMatchObject({ clicks: 0, keys: 7 });

  await page
    .getByRole('link', { name: say('common:nav.people'), exact: true })
    .first()
    .click();
  const search = page.getByLabel(say('people:list.search'));
  for (const [typed, reason] of [
    ['Alexander', 'spelling'],
    ['اسکندر', 'script'],
    ['Коваленко', 'script'],
    ['kovalanko', 'spelling'],
    ['kovalemko', 'typo'],
  ] as const) {
    await search.fill(typed);
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1), typed).toContainText('Kovalenko Oleksandr');
    await expect(rows.nth(1), typed).toContainText(say(`people:list.matchedBy.${reason}`));
  }
  await expectAccessible(page, 'search');
  await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(1024, 700),
  );
  await approdo.screenshot('50-search');
  await page.getByRole('link', { name: say('duplicates:list.link'), exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`^${say('duplicates:list.compare')}`) }).click();
  await expect(page.getByRole('heading', { name: say('duplicates:compare.title') })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(1024);
  await approdo.screenshot('50-compare-small');
});

test('a newcomer who is in the register already is recognised while typing', async ({
  approdo,
}) => {
  const page = await openWithPeople(approdo);
  await page
    .getByRole('link', { name: say('people:list.registerThis') })
    .first()
    .click();
  const family = page.getByLabel(say('people:form.family'), { exact: true });
  await family.fill('Рахими');
  await expect(page.getByText(say('duplicates:similar.title'))).toHaveCount(0);
  await page.getByLabel(say('people:form.given'), { exact: true }).fill('Мохаммед');
  const panel = page.getByRole('region', { name: say('duplicates:similar.title') });
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel).toContainText(say('duplicates:reasons.nameSpelling'));
  await expectAccessible(page, 'warning of a duplicate');
  await approdo.screenshot('51-similar');
  await panel.getByRole('link', { name: 'Rahimi Mohamed' }).click();
  await button(page, 'common:forms.leave').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rahimi Mohamed' })).toBeVisible();
});

test('two records are compared, merged and parted again', async ({ approdo }) => {
  test.setTimeout(90_000);
  const page = await openWithPeople(approdo);
  await page.getByRole('link', { name: say('duplicates:list.link'), exact: true }).click();
  await expect(page.getByText(say('duplicates:levels.sure'))).toBeVisible();
  await expectAccessible(page, 'possible duplicates');
  await approdo.screenshot('52-duplicates');
  await page.getByRole('link', { name: new RegExp(`^${say('duplicates:list.compare')}`) }).click();
  await expect(page.getByRole('heading', { name: say('duplicates:compare.title') })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Herat' })).toBeChecked();
  await expectAccessible(page, 'comparison');
  await approdo.screenshot('53-compare');
  await button(page, 'duplicates:compare.merge').click();
  const dialog = page.getByRole('dialog', { name: say('duplicates:compare.confirmTitle') });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'question before merging');
  await dialog.getByRole('button', { name: say('duplicates:compare.merge') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rahimi Mohamed' })).toBeVisible();
  await expect(page.getByText('Herat')).toBeVisible();

  await page
    .getByRole('link', { name: say('common:nav.people'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);
  await page.getByRole('link', { name: say('duplicates:list.link'), exact: true }).click();
  await expect(page.getByText(say('duplicates:list.emptyTitle'))).toBeVisible();
  await expectAccessible(page, 'merges made');
  await approdo.screenshot('54-merges');
  await page
    .getByRole('button', { name: say('duplicates:merges.undoOf', { name: 'رحیمی محمد' }) })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('duplicates:merges.undo') })
    .click();
  await expect(page.getByText(say('duplicates:levels.sure'))).toBeVisible();
  await button(page, 'duplicates:list.different').click();
  await expect(page.getByText(say('duplicates:list.emptyTitle'))).toBeVisible();
});
