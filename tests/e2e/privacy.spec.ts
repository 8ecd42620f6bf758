import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { personCopy } from '#domain/person-copies/person-copy.ts';
import { expectAccessible } from './support/accessible.ts';
import { createRegister, person, registerPerson, say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openSettings } from './support/settings.ts';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const link = (page: Page, key: string) => page.getByRole('link', { name: say(key), exact: true });

async function lock(approdo: RunningApprodo): Promise<void> {
  await approdo.afterLock(() => button(approdo.page, 'common:header.lock').click());
}

async function enter(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel(say('vault:unlock.name')).fill(name);
  await page.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await button(page, 'vault:unlock.open').click();
}

/** A second coordinator, with the words they were given. */
async function addCoordinator(page: Page): Promise<string> {
  await openSettings(page, 'team', say);
  await button(page, 'users:add').click();
  await page.getByLabel(say('users:name')).fill('Bianca Testi');
  await page.getByLabel(say('users:role')).selectOption('coordinator');
  await button(page, 'users:addDialog.create').click();
  const words = page.getByRole('dialog').locator('code');
  await expect(words).toHaveCount(2, { timeout: 30_000 });
  const issued = await words.nth(1).innerText();
  await button(page, 'users:issued.done').click();
  return issued;
}

test('a person gets a copy of their data, and is erased by two coordinators', async ({
  approdo,
}) => {
  test.setTimeout(180_000);
  await approdo.open();
  await createRegister(approdo);
  await registerPerson(approdo);

  await test.step('the copy, as a page to read and as data', async () => {
    const { page, home } = approdo;
    await link(page, 'people:person.privacy').click();
    await expect(page.getByText(say('privacy:recipients.none'))).toBeVisible();
    await expectAccessible(page, 'privacy');
    await approdo.screenshot('p1-privacy');
    await button(page, 'privacy:copy.show').click();
    await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible({
      timeout: 30_000,
    });
    await expectAccessible(page, 'copy');
    await page.keyboard.press('Escape');
    const file = join(home, 'copia.json');
    await approdo.answerDialogs(file);
    await button(page, 'privacy:copy.saveData').click();
    await expect(page.getByText(say('common:fileSaved', { fileName: 'copia.json' }))).toBeVisible();
    const copy = personCopy.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(copy.sections.names).toContainEqual(expect.objectContaining({ family: person.family }));
  });

  await test.step('a hold keeps the file from being erased', async () => {
    const { page } = approdo;
    await button(page, 'privacy:hold.add').click();
    await page.getByLabel(say('privacy:hold.reason')).fill('Ricorso pendente');
    await page.getByLabel(say('privacy:hold.untilLabel')).fill('31/12/2099');
    await expectAccessible(page, 'hold');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('common:actions.save') })
      .click();
    await expect(button(page, 'privacy:erasure.propose')).toBeDisabled();
    await expectAccessible(page, 'privacy with a hold');
    await button(page, 'privacy:hold.end').click();
    await expect(button(page, 'privacy:erasure.propose')).toBeEnabled();
  });

  await test.step('one coordinator proposes, and cannot confirm', async () => {
    const { page } = approdo;
    await button(page, 'privacy:erasure.propose').click();
    await expectAccessible(page, 'proposal');
    await approdo.screenshot('p2-proposal');
    await button(page, 'privacy:erasure.proposeSave').click();
    await expect(button(page, 'privacy:erasure.withdraw')).toBeVisible();
    await expect(button(page, 'privacy:erasure.confirm.erase')).toHaveCount(0);
    await expectAccessible(page, 'privacy with a proposal');
  });

  const issued = await addCoordinator(approdo.page);
  await lock(approdo);
  await enter(approdo.page, 'bianca', issued);

  await test.step('the other finds it in Today and confirms', async () => {
    const { page } = approdo;
    await page.getByText(say('vocabularies:todayKinds.erasureToConfirm')).click();
    const number = await page
      .getByText(/^[A-Z]{2,6}-\d{4}-\w{5}$/)
      .first()
      .innerText();
    await button(page, 'privacy:erasure.confirm.erase').click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: say('privacy:erasure.confirm.erase') });
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel(say('privacy:erasure.typeNumber')).fill(number.toLowerCase());
    await expectAccessible(page, 'confirmation');
    await approdo.screenshot('p3-confirmation');
    await confirm.click();
    await expect(page.getByRole('heading', { name: say('privacy:retention.title') })).toBeVisible({
      timeout: 20_000,
    });
    await expect(page.getByText(say('privacy:done.checks.clean'))).toBeVisible();
    await expectAccessible(page, 'retention');
    await approdo.screenshot('p4-retention');
  });

  await test.step('the certificate does not say who it was, and nobody finds them', async () => {
    const { page } = approdo;
    await page
      .getByRole('listitem')
      .getByText(say('privacy:done.certificate'), { exact: true })
      .click();
    await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible({
      timeout: 30_000,
    });
    await expectAccessible(page, 'certificate');
    await page.keyboard.press('Escape');
    await link(page, 'common:nav.people').click();
    await expect(page.getByText(person.family)).toHaveCount(0);
  });
});
