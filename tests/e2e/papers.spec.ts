import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { drawPage } from '../../src/core/demo/draw-paper.ts';
import { seededRandom } from '../../src/core/demo/seeded-random.ts';
import { aPhoto, GIVEAWAY } from '../support/papers.ts';
import { expectAccessible } from './support/accessible.ts';
import { openTab, say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, somebody } from './support/register.ts';

const NEEDLE = 'Quisqualia Zerbinatova';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

/** Larger than what lies in the register itself, with words that no file may show. */
function aLargeScan(): Buffer {
  const page = drawPage(seededRandom(3));
  return Buffer.concat([page, Buffer.from(`% ${NEEDLE}\n`.repeat(20_000)), Buffer.from('%%EOF\n')]);
}

async function openPapers(approdo: RunningApprodo): Promise<Page> {
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  const made = (await approdo.call('people.create', somebody('Amina'))) as { data: { id: string } };
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder });
  const { page } = approdo;
  await page.evaluate((id) => {
    window.location.hash = `#/people/${id}`;
  }, made.data.id);
  await page.reload();
  await openTab(page, 'papers');
  return page;
}

/** Lets files go over the tab, as with the mouse. */
async function drop(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const dragged = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      dragged.items.add(new File([bytes], name));
    }
    return dragged;
  }, given);
  const zone = page.getByRole('region', { name: say('attachments:title'), exact: true });
  await zone.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(page.getByText(say('attachments:dropHere'))).toBeVisible();
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

test('papers are added, described, looked at, saved outside and deleted', async ({ approdo }) => {
  test.setTimeout(150_000);
  const page = await openPapers(approdo);
  await expect(page.getByText(say('attachments:emptyTitle'))).toBeVisible();
  await expectAccessible(page, 'no papers');
  const dialog = page.getByRole('dialog');

  await test.step('a chosen file opens at once, to say what it is', async () => {
    const scan = join(approdo.home, 'permesso_di_Amina.pdf');
    await writeFile(scan, aLargeScan());
    await approdo.answerDialogs(scan);
    await button(page, 'attachments:add').click();
    await expect(dialog.getByText('permesso_di_Amina.pdf')).toBeVisible();
    await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
    await dialog.getByLabel(say('attachments:kind')).selectOption('permit');
    await dialog.getByLabel(say('attachments:documentOn')).fill('10/01/2026');
    await dialog.getByLabel(say('attachments:expiresOn')).fill('9/1/2024');
    await expect(dialog.getByText(say('attachments:endsBeforeStart'))).toBeVisible();
    await dialog.getByLabel(say('attachments:expiresOn')).fill('09/01/2028');
    await dialog.getByLabel(say('attachments:original'), { exact: true }).selectOption('held');
    await expectAccessible(page, 'a paper');
    await approdo.screenshot('45-paper-pdf');
    await button(page, 'common:actions.save').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(say('vocabularies:originalStates.held')).first()).toBeVisible();
  });

  await test.step('dropped files are told apart by what they are', async () => {
    await drop(page, [
      { name: 'IMG_0001.jpg', bytes: aPhoto() },
      { name: 'IMG_0002.pdf', bytes: Buffer.from('MZ\x90\0 program', 'latin1') },
      { name: 'foto\u202egpj.exe', bytes: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
    ]);
    await expect(page.getByText('IMG_0002.pdf')).toBeVisible();
    await expect(page.getByText(say('errors:attachment_heic'))).toBeVisible();
    await expect(page.getByText('fotogpj.exe')).toBeVisible();
    await expect(dialog.getByRole('img', { name: 'IMG 0001' })).toBeVisible();
    // Turned as the telephone held it, from six rows of twelve points to twelve of six.
    const size = await dialog
      .getByRole('img', { name: 'IMG 0001' })
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    expect(size).toEqual([6, 12]);
    await button(page, 'attachments:turn').click();
    await dialog.getByLabel(say('attachments:kind')).selectOption('photo');
    await dialog.getByLabel(say('attachments:isPortrait')).check();
    await expectAccessible(page, 'a photo');
    await approdo.screenshot('46-paper-photo');
    await button(page, 'common:actions.save').click();
    await expect(dialog).toHaveCount(0);
    await expect(
      page.locator('header ~ *').getByText(say('attachments:portraitTag')),
    ).toBeVisible();
    await expect(page.locator('img[src^="blob:"]')).toHaveCount(3);
    await expectAccessible(page, 'papers');
    await approdo.screenshot('47-papers');
    await drop(page, [{ name: 'appunti.txt', bytes: Buffer.from('Portare la marca da bollo') }]);
    await expect(dialog.getByText('Portare la marca da bollo')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await drop(page, [{ name: 'again.jpg', bytes: aPhoto() }]);
    await expect(page.getByText(say('attachments:alreadyThere_one'))).toBeVisible();
    await dialog.getByRole('button', { name: say('common:actions.close') }).click();
  });

  await test.step('saved outside on purpose, under a name that tells nothing', async () => {
    const folder = join(approdo.home, 'fuori');
    await mkdir(folder);
    await approdo.answerDialogs(`${folder}/`);
    await page.getByRole('button', { name: /IMG 0001/ }).click();
    await button(page, 'attachments:export').click();
    await expectAccessible(page, 'before saving outside');
    await button(page, 'attachments:exportConfirm').click();
    await expect
      .poll(async () => (await readdir(folder)).join())
      .toMatch(/^documento-\d{4}-\d\d-\d\d\.jpg$/);
    const [name = ''] = await readdir(folder);
    expect((await readFile(join(folder, name))).includes(GIVEAWAY)).toBe(false);
  });

  await test.step('a restricted paper says so, and shows no small picture', async () => {
    await expect(dialog).toHaveCount(1);
    await dialog.getByRole('button', { name: say('common:actions.close') }).click();
    await expect(dialog).toHaveCount(0);
    const report = join(approdo.home, 'permesso_di_Amina.pdf');
    await writeFile(report, Buffer.concat([aLargeScan(), Buffer.from('%%EOF\n')]));
    await approdo.answerDialogs(report);
    await button(page, 'attachments:addRestricted').click();
    await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
    await dialog.getByRole('button', { name: say('common:actions.close') }).click();
    await expect(page.getByText(say('attachments:restrictedTag'), { exact: true })).toBeVisible();
    await expect(page.locator('img[src^="blob:"]')).toHaveCount(3);
    await expectAccessible(page, 'papers with a restricted one');
    await approdo.screenshot('48-papers-restricted');
    await page.getByRole('button', { name: /IMG 0001/ }).click();
  });

  await test.step('deleted with its picture beside the name', async () => {
    await button(page, 'attachments:remove').click();
    await button(page, 'attachments:removeConfirm').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(say('attachments:removed'))).toBeVisible();
    await expect(page.locator('img[src^="blob:"]')).toHaveCount(1);
  });

  await test.step('nothing of it lies on the disk in clear', async () => {
    const mine = join(approdo.home, 'permesso_di_Amina.pdf');
    const found = await approdo.filesContaining(approdo.home, [NEEDLE, GIVEAWAY]);
    // The scan sees the file it was chosen from.
    expect(found).toEqual([mine]);
    expect((await approdo.filesInHome()).filter((path) => /IMG_000|Amina/.test(path))).toEqual([
      'permesso_di_Amina.pdf',
    ]);
  });
});
