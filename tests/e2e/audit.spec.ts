import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { openRegister, passphrase, somebody } from './support/register.ts';
import { openSettings } from './support/settings.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

test('a coordinator reads who did what, and has the register checked', async ({ approdo }) => {
  await approdo.open();
  const folder = await openRegister(approdo);
  const made = await approdo.call('people.create', somebody('Quisqualia'));
  const { id: personId } = (made as { data: { id: string } }).data;
  const note = { kind: 'medical', notedOn: '2026-01-02', text: 'Soffre di asma.' };
  expect(await approdo.call('notes.save', { personId, note })).toMatchObject({ ok: true });
  await approdo.afterLock(() => approdo.call('shell.lock'));
  await approdo.call('vault.unlock', { folder, passphrase: 'a wrong one' });
  await approdo.page.waitForTimeout(1_500);
  expect(await approdo.call('vault.unlock', { folder, passphrase })).toMatchObject({ ok: true });
  await approdo.page.reload();
  const { page } = approdo;

  await openSettings(page, 'keeping');
  await page.getByRole('link', { name: say('audit:open') }).click();
  const table = page.getByRole('table', { name: say('audit:caption') });
  await expect(table.getByText(say('audit:actions.notes.save'))).toBeVisible();
  await expect(table.getByRole('link', { name: /Quisqualia/ })).toBeVisible();
  await expect(table.getByText(/1 attempt with a wrong passphrase/)).toBeVisible();
  await expectAccessible(page, 'audit log');
  await approdo.screenshot('audit-log');

  await page.getByRole('combobox', { name: say('audit:topic') }).click();
  await page.getByRole('option', { name: say('audit:topics.protected') }).click();
  await expect(table.getByText(/wrong passphrase/)).toHaveCount(0);
  await page.getByRole('button', { name: say('audit:checkNow') }).click();
  await expect(page.getByText(/All in order: \d+ lines/)).toBeVisible();
  await expectAccessible(page, 'audit log, checked');
  await approdo.screenshot('audit-log-checked');
});
