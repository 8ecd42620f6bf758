import { expectAccessible } from './support/accessible.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

const sheet = [
  'Cognome;Nome;Data di nascita;Sesso;Nazionalità;Telefono;Stanza;N. permesso;Scadenza permesso',
  'Zerbinati;Ofelia;1/1/1994;F;somala;+39 333 000 1122;4;I07654321;31/12/2031',
  'Quirinale;Bakary;3/8/99;M;maliana;;7;;',
  'ZERBINATI;Ofelia;1994;F;;;4;;',
  'Tamburi;Ugo;40/13/2000;M;;;;;',
].join('\r\n');

test('an old spreadsheet is taken in, column by column, and nobody enters by mistake', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDemo(approdo);
  const button = (key: string, values = {}) =>
    page.getByRole('button', { name: say(key, values), exact: true });
  await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
  await page.getByRole('link', { name: say('people:list.import') }).click();
  await expectAccessible(page, 'choose a spreadsheet');
  await approdo.screenshot('import-file');

  const field = page.locator('input[type="file"]');
  await field.setInputFiles({
    name: 'x.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\x03\x04 not really'),
  });
  await expect(page.getByRole('alert')).toContainText(say('errors:import_unreadable'));
  await field.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  await expect(page.getByText(say('imports:columns.title'))).toBeVisible();
  await expectAccessible(page, 'columns of a spreadsheet');
  await approdo.screenshot('import-columns');
  await button('imports:next').click();

  await expect(page.getByText(say('imports:words.title'))).toBeVisible();
  await expect(page.getByLabel('somala (1)')).toHaveValue('SOM');
  await expect(page.getByLabel('maliana (1)')).toHaveValue('MLI');
  await expectAccessible(page, 'words of a spreadsheet');
  await approdo.screenshot('import-words');
  await button('imports:next').click();

  await expect(page.getByText(say('imports:check.ready_other', { count: 3 }))).toBeVisible();
  await expect(page.getByText(say('imports:check.duplicates_one', { count: 1 }))).toBeVisible();
  await expect(page.getByText(say('imports:problems.notADate'))).toBeVisible();
  await expectAccessible(page, 'what an import would do');
  await approdo.screenshot('import-check');
  await expect(button('imports:check.save_other', { count: 2 })).toBeDisabled();
  await page.getByLabel(say('imports:check.leaveProblems')).check();
  await button('imports:check.save_other', { count: 2 }).click();

  await expect(page.getByText(say('imports:done_other', { count: 2, leftOut: 2 }))).toBeVisible();
  await page.getByLabel(say('people:list.search')).fill('zerbinati');
  await expect(page.getByRole('link', { name: 'Zerbinati Ofelia' })).toHaveCount(1);
  await page.getByRole('link', { name: 'Zerbinati Ofelia' }).click();
  const permits = page.getByRole('list', { name: say('records:titles.identityDocuments') });
  await expect(permits).toContainText('I07654321');
  await expect(permits).toContainText('31 Dec 2031');
});
