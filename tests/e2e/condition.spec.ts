import { copyFile, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible.ts';
import { unlock } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, passphrase, somebody } from './support/register.ts';
import { openSettings } from './support/settings.ts';
import { wordsIn } from './support/words.ts';

const lock = (approdo: RunningApprodo) => approdo.afterLock(() => approdo.call('shell.lock'));

/** One byte in the middle of the last page: what stands there cannot be read any more, the rest can. */
async function damage(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const { size } = await stat(path);
  await file.write(Buffer.from([1, 2, 3]), 0, 3, size - 2048);
  await file.close();
}

async function speak(approdo: RunningApprodo, language: 'it' | 'en', folder: string) {
  await approdo.call('shell.setPreferences', { language, lastFolder: folder });
  await approdo.page.reload();
}

test('an older or a damaged file is said on every page until it was read', async ({ approdo }) => {
  test.setTimeout(120_000);
  await approdo.open();
  const folder = await openRegister(approdo);
  const file = join(folder, 'register.db');
  for (let count = 0; count < 30; count++) {
    await dataOf(approdo, 'people.create', somebody(`Una${count}`));
  }
  await lock(approdo);
  await copyFile(file, join(approdo.home, 'yesterday.db'));
  await dataOf(approdo, 'vault.unlock', { folder, passphrase });
  await dataOf(approdo, 'people.create', somebody('Dopo'));
  await lock(approdo);
  await copyFile(join(approdo.home, 'yesterday.db'), file);

  await test.step('older', async () => {
    const say = wordsIn('it');
    await speak(approdo, 'it', folder);
    await unlock(approdo.page, passphrase);
    const alert = approdo.page.getByRole('alert').filter({ hasText: say('users:condition.title') });
    await expect(alert).toContainText(say('users:condition.rolledBack'), { timeout: 20_000 });
    await approdo.page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
    await expect(alert).toBeVisible();
    await expectAccessible(approdo.page, 'an older file');
    await approdo.screenshot('c1-older');
    await alert.getByRole('button', { name: say('users:condition.read') }).click();
    await expect(alert).toBeHidden();
  });

  await lock(approdo);
  await damage(file);
  await test.step('damaged', async () => {
    const say = wordsIn('en');
    await speak(approdo, 'en', folder);
    await approdo.application.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows()[0]?.setSize(1024, 700),
    );
    const { page } = approdo;
    await page.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: say('vault:unlock.open'), exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: say('users:condition.title') });
    await expect(alert).toContainText(say('users:condition.damaged'), { timeout: 20_000 });
    // Here too somebody who coordinates learns about the disk.
    await expect(
      page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
    ).toBeVisible();
    await expectAccessible(page, 'a damaged file');
    await approdo.screenshot('c2-damaged');
    await openSettings(page, 'own');
    await expect(page.getByText(say('settings:disk.how'))).toBeVisible();
    await expectAccessible(page, 'settings with the disk');
    await approdo.screenshot('c3-disk');
  });
});
