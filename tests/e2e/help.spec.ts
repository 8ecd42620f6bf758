import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { openRegister } from './support/register.ts';

test('the help is found by what somebody wants to do, and says the words of the buttons', async ({
  approdo,
}) => {
  await approdo.open();
  await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it' });
  const page = await approdo.page;
  await page.reload();
  await page.getByRole('link', { name: 'Aiuto' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aiuto' })).toBeVisible();
  await expectAccessible(page, 'help');
  await approdo.screenshot('60-help');
  await page.getByLabel('Che cosa cerchi?').fill('rubato');
  await expect(page.locator('main ul a')).toHaveText(['Hanno rubato il computer']);
  await page.getByLabel('Che cosa cerchi?').fill('elicottero');
  await expect(page.getByText('Qui non se ne parla')).toBeVisible();
  await page.getByLabel('Che cosa cerchi?').fill('tagliando');
  await page.getByRole('link', { name: 'Scrivere una lettera a un ufficio' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Scrivi una lettera' })).toBeVisible();
  await expectAccessible(page, 'a topic of the help');
  await approdo.screenshot('61-help-topic');
  await approdo.call('shell.setPreferences', { language: 'en' });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Writing a letter to an office' })).toBeVisible();
});
