import { watch } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { createRegister, person, registerPerson, say, unlock } from './support/desk.ts';
import { isRunning } from './support/is-running.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { passphrase as apiPassphrase, openRegister } from './support/register.ts';
import { openSettings } from './support/settings.ts';

const button = (page: Page, key: string, values = {}) =>
  page.getByRole('button', { name: say(key, values), exact: true });

const goTo = (page: Page, place: string) =>
  page.getByRole('link', { name: say(`common:nav.${place}`), exact: true }).click();

const today = (page: Page) =>
  page.getByRole('heading', { level: 1, name: say('common:nav.today') });

async function lock(approdo: RunningApprodo): Promise<Page> {
  return approdo.afterLock(() => button(approdo.page, 'common:header.lock').click());
}

const vaultsRunning = (approdo: RunningApprodo) =>
  approdo.application.evaluate(
    ({ app }) => app.getAppMetrics().filter(({ name }) => name === 'approdo-vault').length,
  );

/** The groups of a part as somebody copies them from the screen. */
async function readPart(page: Page, part: number): Promise<string[]> {
  const list = page.getByRole('list', { name: say('vault:create.recovery.partLabel', { part }) });
  const groups = await list.getByRole('listitem').allInnerTexts();
  return groups.map((text) => text.replace(/\s/g, '').slice(-4));
}

test('copies are made, tried and restored, and two of three parts of the key are enough', async ({
  approdo,
}) => {
  test.setTimeout(240_000);
  await approdo.open();
  const { passphrase, folder } = await createRegister(approdo);
  await registerPerson(approdo);
  const stick = join(approdo.home, 'STICK');
  await mkdir(stick);
  let parts: string[][] = [];

  await test.step('a place is chosen, and locking makes the copy of the day', async () => {
    const { page } = approdo;
    await openSettings(page, 'keeping', say);
    await expect(page.getByText(say('backups:none'))).toBeVisible();
    await expectAccessible(page, 'settings without copies');
    await approdo.answerDialogs(stick);
    await button(page, 'backups:choosePlace').click();
    await expect(button(page, 'backups:create')).toBeVisible();
    const door = await lock(approdo);
    await expect(door.getByText(say('vault:closing.made'))).toBeVisible({ timeout: 30_000 });
    await expectAccessible(door, 'door after a copy');
    await approdo.screenshot('b1-closing-backup');
    expect(await readdir(stick)).toEqual([
      expect.stringMatching(/^backup-[\d-]+-[0-9a-f]{6}\.apb$/),
    ]);
    expect(await vaultsRunning(approdo)).toBeLessThanOrEqual(1);
    await unlock(door, passphrase);
    await expect(today(door)).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a new recovery key is split, each part on its sheet', async () => {
    const { page } = approdo;
    await openSettings(page, 'team', say);
    await button(page, 'settings:recovery.renew').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('settings:recovery.renew') })
      .click();
    await page.getByText(say('vault:create.recovery.otherWays')).click();
    await expectAccessible(page, 'new recovery key');
    const sheet = join(approdo.home, 'foglio.pdf');
    await approdo.answerDialogs(sheet, join(approdo.home, 'foglio-1.pdf'));
    await button(page, 'vault:create.recovery.saveSheet').click();
    await expect(page.getByText(say('common:fileSaved', { fileName: 'foglio.pdf' }))).toBeVisible();
    await approdo.screenshot('b2-recovery-key');
    await button(page, 'vault:create.recovery.split').click();
    await button(page, 'vault:create.recovery.savePart', { part: 1 }).click();
    await expect(
      page.getByText(say('common:fileSaved', { fileName: 'foglio-1.pdf' })),
    ).toBeVisible();
    expect((await stat(sheet)).size).toBeGreaterThan(5000);
    parts = await Promise.all([1, 2, 3].map((part) => readPart(page, part)));
    await expectAccessible(page, 'three parts');
    await approdo.screenshot('b3-three-parts');
    await button(page, 'vault:create.recovery.writtenParts').click();
    for (const [index, groups] of parts.entries()) {
      for (const [position, group] of groups.entries()) {
        const label = say('vault:create.recovery.partGroup', {
          part: index + 1,
          number: position + 1,
        });
        const field = page.getByLabel(label, { exact: true });
        if ((await field.count()) === 1) await field.fill(group);
      }
    }
    await expectAccessible(page, 'parts typed back');
    await button(page, 'vault:create.confirm.open').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a copy is made by hand, and a restore is tried', async () => {
    const { page } = approdo;
    await openSettings(page, 'keeping', say);
    await button(page, 'backups:create').click();
    await expect(page.getByText(say('backups:list_other', { count: 2 }))).toBeVisible({
      timeout: 20_000,
    });
    await button(page, 'backups:prove').click();
    await expect(page.getByText(say('backups:proved', { people: 1, attachments: 0 }))).toBeVisible({
      timeout: 20_000,
    });
    await page.getByText(say('backups:list_other', { count: 2 })).click();
    await expectAccessible(page, 'settings with copies');
    await page
      .getByRole('heading', { name: say('backups:title') })
      .evaluate((heading) => heading.scrollIntoView());
    await approdo.screenshot('b4-backups');
    expect(await readdir(stick)).toHaveLength(2);
  });

  await test.step('from the door, the newest copy becomes a register beside the first', async () => {
    const page = await lock(approdo);
    await button(page, 'vault:unlock.another').click();
    await page.getByRole('button', { name: say('vault:welcome.restore') }).click();
    const names = await readdir(stick);
    const newest = names.sort().at(-1) ?? '';
    const foreign = join(approdo.home, 'foglio.pdf');
    await approdo.answerDialogs(foreign, join(stick, newest), approdo.home);
    await button(page, 'vault:restore.choose').click();
    await expect(page.getByText(say('errors:backup_not_ours'))).toBeVisible();
    await expectAccessible(page, 'a file that is no copy');
    await button(page, 'vault:restore.choose').click();
    await expect(page.getByText(newest)).toBeVisible();
    await expectAccessible(page, 'chosen copy');
    await approdo.screenshot('b5-restore-choose');
    await button(page, 'common:actions.continue').click();
    await button(page, 'vault:create.where.choose').click();
    await expectAccessible(page, 'where to restore');
    await approdo.screenshot('b6-restore-where');
    await button(page, 'common:actions.continue').click();
    await expectAccessible(page, 'who opens the copy');
    await page
      .getByRole('radiogroup', { name: say('vault:restore.wayLabel') })
      .getByText(say('vault:restore.withParts'))
      .click();
    await page.getByLabel(say('vault:recover.partOne')).fill(parts[0]?.join(' ') ?? '');
    await page.getByLabel(say('vault:recover.partTwo')).fill(parts[0]?.join(' ') ?? '');
    await button(page, 'vault:restore.start').click();
    await expect(page.getByText(say('errors:recovery_parts_wrong'))).toBeVisible();
    // What was typed is still there: only the slip has to be mended.
    await page
      .getByLabel(say('vault:recover.partTwo'))
      .fill(parts[2]?.join('').toLowerCase() ?? '');
    await expectAccessible(page, 'two parts of the key');
    await approdo.screenshot('b7-restore-way');
    await button(page, 'vault:restore.start').click();
    await expect(page.getByText(say('vault:restore.doneTitle'))).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'restored');
    await approdo.screenshot('b8-restored');
    await button(page, 'vault:restore.open').click();
    await unlock(page, passphrase);
    await expect(today(page)).toBeVisible({ timeout: 20_000 });
    await goTo(page, 'people');
    await expect(page.getByText(person.family).first()).toBeVisible();
    const restored = join(approdo.home, say('vault:restore.defaultName'));
    expect(await readdir(restored)).toContain('register.db');
    expect(await readdir(folder)).toContain('register.db');
  });
});

const closingBackup = async (approdo: RunningApprodo) => {
  const info = await approdo.call('shell.info');
  return (info as { data?: { closingBackup: unknown } }).data?.closingBackup;
};

/** Locks a register whose process stands still as soon as it begins to write a copy. Returns its pid. */
async function lockAndHalt(approdo: RunningApprodo, stick: string): Promise<number> {
  const pid = Number(await approdo.vaultPid());
  const watcher = watch(stick, () => {
    process.kill(pid, 'SIGSTOP');
    watcher.close();
  });
  await approdo.afterLock(() => approdo.call('shell.lock'));
  await expect.poll(async () => (await readdir(stick)).length).toBe(1);
  expect(await closingBackup(approdo)).toEqual({ state: 'running' });
  expect(isRunning(pid)).toBe(true);
  return pid;
}

test('a copy that hangs keeps nobody out, and no key in memory for longer than half a minute', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await approdo.open();
  const folder = await openRegister(approdo);
  const stick = join(approdo.home, 'STICK');
  await mkdir(stick);
  await approdo.answerDialogs(stick);
  const chosen = await approdo.call('shell.chooseBackupPlace', {});
  const { grant } = (chosen as { data: { grant: string } }).data;
  expect(await approdo.call('backups.savePlace', { grant })).toMatchObject({ ok: true });

  const first = await lockAndHalt(approdo, stick);
  const unlocked = await approdo.call('vault.unlock', { folder, passphrase: apiPassphrase });
  expect(unlocked).toMatchObject({ ok: true });
  expect(isRunning(first)).toBe(false);
  expect((await readdir(stick)).filter((name) => name.endsWith('.apb'))).toEqual([]);
  expect(await readdir(folder)).not.toContain('copying');

  for (const name of await readdir(stick)) await rm(join(stick, name));
  const second = await lockAndHalt(approdo, stick);
  expect(await approdo.call('people.list', {})).toMatchObject({
    error: { code: 'register_locked' },
  });
  await expect.poll(() => isRunning(second), { timeout: 40_000 }).toBe(false);
  expect(await closingBackup(approdo)).toEqual({ state: 'failed', failure: 'backup_stopped' });

  expect(await approdo.call('vault.unlock', { folder, passphrase: apiPassphrase })).toMatchObject({
    ok: true,
  });
  for (const name of await readdir(stick)) await rm(join(stick, name));
  const third = await lockAndHalt(approdo, stick);
  await approdo.application.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect.poll(() => isRunning(third), { timeout: 3_000 }).toBe(false);
});

test('when the computer sleeps the keys go at once, and no copy is made', async ({ approdo }) => {
  await approdo.open();
  await openRegister(approdo);
  const stick = join(approdo.home, 'STICK');
  await mkdir(stick);
  await approdo.answerDialogs(stick);
  const chosen = await approdo.call('shell.chooseBackupPlace', {});
  const { grant } = (chosen as { data: { grant: string } }).data;
  await approdo.call('backups.savePlace', { grant });
  const pid = Number(await approdo.vaultPid());
  await approdo.afterLock(() =>
    approdo.application.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  );
  expect(isRunning(pid)).toBe(false);
  expect(await closingBackup(approdo)).toBeNull();
  expect(await readdir(stick)).toEqual([]);
});
