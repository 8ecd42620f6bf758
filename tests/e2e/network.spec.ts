import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

test('communities are met, recommendations carried out, a pilot warns, and tables leave without names', async ({
  approdo,
}) => {
  test.setTimeout(240_000);
  const page = await openDemo(approdo);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  const part = async (key: string) => {
    const link = page.getByRole('link', { name: say(`network:parts.${key}`), exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  };
  const dialog = page.getByRole('dialog');

  // What is late in Today leads to the network.
  await page
    .getByRole('link', { name: /Tradurre i moduli/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: say('network:title') })).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: 'Tradurre i moduli' });
  await expect(line.getByText(say('network:undertakings.states.overdue'))).toBeVisible();
  await expectAccessible(page, 'recommendations');
  await line.getByRole('button', { name: /^Mark as done/ }).click();
  await expect(line.getByText(/done on/)).toBeVisible();

  await part('meetings');
  await expect(page.getByText('16 meetings')).toBeVisible();
  await expectAccessible(page, 'meetings');
  await button('network:meetings.add').click();
  await dialog.getByRole('combobox', { name: say('network:meetings.community') }).fill('Eritrea');
  await page.getByRole('option', { name: 'Eritrea', exact: true }).click();
  await dialog.getByLabel('Women, 18–59 years', { exact: true }).fill('7');
  await button('network:needs.add').click();
  await dialog.getByRole('combobox', { name: 'Need 1' }).click();
  await page.getByRole('option', { name: say('vocabularies:communityNeeds.housing') }).click();
  await dialog.getByLabel(say('network:needs.words')).fill('Una stanza per Selam');
  await expectAccessible(page, 'a meeting being recorded');
  await button('common:actions.save').click();
  await expect(page.getByText('17 meetings')).toBeVisible();
  const path = join(approdo.home, 'meetings.xlsx');
  await approdo.answerDialogs(path);
  await button('network:export.button').click();
  await expectAccessible(page, 'the numbers of the meetings');
  await button('network:export.save').click();
  await expect(dialog).toHaveCount(0);
  const sheets = await readXlsxFile(path);
  expect(sheets[0]?.data.map(([community]) => community)).toContain('Eritrea');
  expect(JSON.stringify(sheets)).not.toMatch(/Selam|Casa del quartiere/);

  await part('benchmarks');
  await expect(page.getByRole('row', { name: /one door|single door/ })).toContainText('+2');
  await expectAccessible(page, 'before and after');

  await part('pilots');
  await expect(page.getByText('Sportello unico in quartiere')).toBeVisible();
  await expect(page.getByText(/€24,300\.00 of €30,000\.00/)).toBeVisible();
  await expectAccessible(page, 'a pilot');

  await part('agreements');
  await expect(page.getByText(say('network:agreements.states.expired'))).toBeVisible();
  await expectAccessible(page, 'agreements');

  // An association of the directory, and why it counts.
  await page.getByRole('link', { name: say('common:nav.directory'), exact: true }).click();
  await page.getByRole('checkbox', { name: say('directory:list.onlyOfMigrants') }).check();
  await page.getByRole('link', { name: 'Ponti sul Nilo' }).click();
  await expect(page.getByText(say('network:association.outcomes.included'))).toBeVisible();
  await expect(page.getByText('4 of 7')).toBeVisible();
  await expectAccessible(page, 'an association of migrants');
  await page
    .getByRole('button', { name: say('network:edit'), exact: true })
    .first()
    .click();
  await dialog.getByLabel(say('network:association.board.migrants')).fill('3');
  await expect(dialog.getByRole('status')).toHaveText(say('network:association.outcomes.excluded'));
  await expectAccessible(page, 'an association being changed');
  await button('common:actions.save').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(say('network:association.outcomes.excluded'))).toBeVisible();
});
