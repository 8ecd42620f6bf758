import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { createRegister, openTab, person, registerPerson, say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openSettings } from './support/settings.ts';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

const NOTE = 'Ha paura di un cugino che vive in questa città.';

async function lock(approdo: RunningApprodo): Promise<void> {
  await approdo.afterLock(() => button(approdo.page, 'common:header.lock').click());
}

async function enter(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel(say('vault:unlock.name')).fill(name);
  await page.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await button(page, 'vault:unlock.open').click();
}

const today = (page: Page) =>
  page.getByRole('heading', { level: 1, name: say('common:nav.today') });

test('a coordinator lets somebody in, keeps notes and a case from them, and takes the access away', async ({
  approdo,
}) => {
  test.setTimeout(180_000);
  await approdo.open();
  const { passphrase } = await createRegister(approdo);
  await registerPerson(approdo);

  await test.step('a protected note, and the case restricted', async () => {
    const { page } = approdo;
    await openTab(page, 'notes');
    await expectAccessible(page, 'no notes');
    await button(page, 'notes:write').click();
    await page.getByLabel(say('notes:text'), { exact: true }).fill(NOTE);
    await expectAccessible(page, 'note editor');
    await button(page, 'notes:save').click();
    await button(page, 'notes:read').click();
    await expect(page.getByRole('dialog').getByText(NOTE)).toBeVisible();
    await expectAccessible(page, 'note');
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'notes');
  });

  let issued = '';
  await test.step('a new user gets five words, shown once', async () => {
    const { page } = approdo;
    await openSettings(page, 'team', say);
    await button(page, 'users:add').click();
    await page.getByLabel(say('users:name')).fill('Amal Hassan');
    await expectAccessible(page, 'new user');
    await button(page, 'users:addDialog.create').click();
    const words = page.getByRole('dialog').locator('code');
    await expect(words).toHaveCount(2, { timeout: 30_000 });
    issued = await words.nth(1).innerText();
    expect(issued.split(' ')).toHaveLength(5);
    await expectAccessible(page, 'issued passphrase');
    await button(page, 'users:issued.done').click();
    await expect(page.getByText(issued)).toHaveCount(0);
    await expectAccessible(page, 'users');
  });

  await test.step('the door asks for a name, and waits after a wrong passphrase', async () => {
    await lock(approdo);
    const { page } = approdo;
    await expect(page.getByLabel(say('vault:unlock.name'))).toBeVisible();
    await expectAccessible(page, 'door with a name');
    const open = button(page, 'vault:unlock.open');
    // One, two, four seconds: the third is long enough to be seen.
    for (let attempt = 0; attempt < 3; attempt++) {
      await enter(page, 'amal', `una frase sbagliata ${attempt}`);
      await expect(page.getByText(say('errors:wrong_passphrase'))).toBeVisible({ timeout: 20_000 });
      if (attempt < 2) await expect(open).toBeEnabled();
    }
    await expect(open).toBeDisabled();
    await approdo.screenshot('u1-door-waits');
    await expect(open).toBeEnabled();
    await enter(page, 'Amal', issued);
    await expect(today(page)).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a volunteer learns that there are notes, and whom to ask', async () => {
    const { page } = approdo;
    await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
    await page.getByRole('table').getByRole('link', { name: person.family }).first().click();
    await openTab(page, 'notes');
    await expect(page.getByText(say('notes:closedSome'))).toBeVisible();
    await expect(page.getByText(NOTE)).toHaveCount(0);
    await expectAccessible(page, 'closed notes');
  });

  await test.step('removed by typing the name, they no longer get in', async () => {
    await lock(approdo);
    const { page } = approdo;
    await enter(page, 'ofelia', passphrase);
    await expect(today(page)).toBeVisible({ timeout: 20_000 });
    await openSettings(page, 'team', say);
    const actions = page.getByRole('button', {
      name: say('users:actionsFor', { name: 'Amal Hassan' }),
    });
    await actions.click();
    await page.getByRole('menuitem', { name: say('users:menu.hidePhotos') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('users:menu.hidePhotos') })
      .click();
    await expect(page.getByText(say('users:withoutPhotos'), { exact: true })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await actions.click();
    await page.getByRole('menuitem', { name: say('users:menu.remove') }).click();
    const confirm = page
      .getByRole('dialog')
      .getByRole('button', { name: say('users:removeDialog.confirm') });
    await expect(confirm).toBeDisabled();
    await page
      .getByLabel(say('users:removeDialog.type', { name: 'Amal Hassan' }))
      .fill('amal hassan');
    await expectAccessible(page, 'remove a user');
    await confirm.click();
    await expect(page.getByText(say('users:done.removed'))).toBeVisible({ timeout: 20_000 });
    await lock(approdo);
    await expect(
      approdo.page.getByLabel(say('vault:unlock.passphrase'), { exact: true }),
    ).toBeVisible();
    await enter(approdo.page, 'amal', issued);
    await expect(approdo.page.getByText(say('errors:wrong_passphrase'))).toBeVisible({
      timeout: 20_000,
    });
  });
});
