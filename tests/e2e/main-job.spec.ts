import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstSteps } from '#domain/casework/first-steps.ts';
import { expectAccessible } from './support/accessible.ts';
import {
  associationName,
  choose,
  createRegister,
  openTab,
  person,
  registerPerson,
  say,
  unlock,
} from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';

const officeName = 'Comune di Pontescuro';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

const textOf = (path: string) => execFileSync('pdftotext', ['-layout', path, '-']).toString('utf8');

/** Share of pixels that are not white on the first page; a page that failed to draw has none. */
function inkOf(path: string): number {
  const image = execFileSync('pdftoppm', ['-gray', '-r', '40', '-f', '1', '-l', '1', path]);
  const pixels = image.subarray(image.length - 331 * 468);
  return pixels.filter((value) => value < 200).length / pixels.length;
}

async function savedFile(approdo: RunningApprodo, save: () => Promise<void>): Promise<string> {
  const folder = join(approdo.home, 'Salvati', String(performance.now()));
  await mkdir(folder, { recursive: true });
  await approdo.answerDialogs(`${folder}/`);
  await save();
  // While it is being written it has another name, which goes when all of it is there.
  const written = async () => (await readdir(folder)).filter((name) => !name.endsWith('.part'));
  await expect.poll(written).toHaveLength(1);
  return join(folder, (await written())[0] ?? '');
}

async function recordNeed(approdo: RunningApprodo) {
  const { page } = approdo;
  await openTab(page, 'needs');
  const name = say('vocabularies:lifeDomains.HOU');
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('radio', { name: /^2/ }).check();
  await dialog.getByLabel(say('assessments:words')).fill('Vorrei una stanza tranquilla.');
  await dialog.getByRole('button', { name: say('assessments:record') }).click();
  const housing = page.getByRole('region', { name, exact: true });
  await expect(housing.getByText('Vorrei una stanza tranquilla.')).toBeVisible();
  await expectAccessible(page, 'needs');
  await approdo.screenshot('10-needs');
}

async function makePlan(approdo: RunningApprodo): Promise<{ draft: string; signed: string }> {
  const { page } = approdo;
  await openTab(page, 'plans');
  await button(page, 'plans:start').click();
  await button(page, 'plans:addPriority').click();
  await page.getByLabel(say('plans:priority', { number: 1 })).fill('Una casa per la mia famiglia.');
  await button(page, 'plans:addGoal').click();
  const goal = page.getByRole('region', { name: say('plans:goal', { number: 1 }) });
  await goal
    .getByLabel(say('plans:goalStatement'), { exact: true })
    .fill('Trovare una stanza con contratto registrato');
  if ((await goal.getByLabel(say('plans:actionWhat')).count()) === 0) {
    await goal.getByRole('button', { name: say('plans:addAction') }).click();
  }
  await goal.getByLabel(say('plans:actionWhat')).first().fill('Visitare tre annunci');
  await expectAccessible(page, 'plan editor');
  await approdo.screenshot('11-plan-editor');
  await button(page, 'plans:preview').click();
  await expectPreview(page);
  await approdo.screenshot('12-plan-preview');
  const save = () => button(page, 'common:actions.savePdf').click();
  const draft = await savedFile(approdo, save);
  await button(page, 'common:actions.close').first().click();
  await button(page, 'plans:sign').click();
  await expectAccessible(page, 'sign dialog');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('plans:sign') })
    .click();
  await expect(page.getByText(say('plans:readOnly'))).toBeVisible();
  await approdo.screenshot('13-plan-signed');
  await button(page, 'plans:preview').click();
  await expectPreview(page);
  const signed = await savedFile(approdo, save);
  await button(page, 'common:actions.close').first().click();
  return { draft, signed };
}

/** The pages of the PDF are drawn, and not as empty sheets. */
async function expectPreview(page: Page): Promise<void> {
  const sheet = page.locator('canvas').first();
  await expect(sheet).toBeVisible({ timeout: 20_000 });
  await expect
    .poll(() =>
      sheet.evaluate((canvas: HTMLCanvasElement) => {
        const context = canvas.getContext('2d');
        const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 120) dark += 1;
        return dark;
      }),
    )
    .toBeGreaterThan(200);
}

async function writeLetter(approdo: RunningApprodo): Promise<string> {
  const { page } = approdo;
  await openTab(page, 'letters');
  await button(page, 'letters:write').first().click();
  const dialog = page.getByRole('dialog', { name: say('letters:dialogTitle') });
  await choose(page, 'letters:template', 'Anagrafe');
  await dialog.getByRole('button', { name: say('directory:field.add') }).click();
  const office = page.getByRole('dialog', { name: say('directory:dialog.title') });
  await office.getByLabel(say('directory:fields.name')).fill(officeName);
  await expectAccessible(page, 'new office');
  await office.getByRole('button', { name: say('common:actions.save') }).click();

  await expect(page.getByText(say('letters:consentTitle'))).toBeVisible();
  await expectAccessible(page, 'letter without consent');
  await approdo.screenshot('14-letter-without-consent');
  await button(page, 'letters:giveConsent').click();
  const consent = page.getByRole('dialog', { name: say('consents:dialogTitle') });
  await expectAccessible(page, 'consent dialog');
  await consent.getByRole('button', { name: say('consents:give') }).click();

  await dialog.getByLabel(say('letters:situation')).fill('Vive in città da maggio.');
  await dialog
    .getByRole('button', { name: say('letters:previewRefresh') })
    .or(dialog.getByRole('button', { name: say('letters:previewButton') }))
    .first()
    .click();
  await expectPreview(page);
  await expectAccessible(page, 'letter with preview');
  await approdo.screenshot('15-letter-preview');
  await button(page, 'letters:issue').click();
  await expect(page.getByText(say('letters:issuedTitle'))).toBeVisible();
  const path = await savedFile(approdo, () =>
    button(page, 'common:actions.savePdf').first().click(),
  );
  await approdo.screenshot('16-letter-issued');
  await button(page, 'letters:finish').click();
  return path;
}

test('from the first start to a signed plan and a letter on paper', async ({ approdo }) => {
  test.setTimeout(240_000);
  await approdo.open();
  const { folder, passphrase } = await createRegister(approdo);
  await expectAccessible(approdo.page, 'today, empty');
  await approdo.screenshot('07-today-empty');
  await registerPerson(approdo);
  await expectAccessible(approdo.page, 'person');
  await approdo.screenshot('09-person');
  await recordNeed(approdo);
  const plan = await makePlan(approdo);
  const letter = await writeLetter(approdo);

  await test.step('the papers say what was typed', async () => {
    for (const path of [plan.draft, plan.signed, letter]) {
      const text = textOf(path);
      expect(text).toContain(`${person.family} ${person.given}`);
      expect(text).toContain(associationName);
      expect(inkOf(path)).toBeGreaterThan(0.01);
      expect(inkOf(path)).toBeLessThan(0.4);
    }
    expect(textOf(plan.signed)).toContain('Trovare una stanza con contratto registrato');
    // In a narrow column the sentence runs over two lines.
    expect(textOf(plan.signed).replace(/\s+/g, ' ')).toContain('Vorrei una stanza tranquilla.');
    expect(textOf(letter)).toContain('Prot. n. 1/');
    expect(textOf(letter)).toContain(officeName);
    expect((await readFile(plan.draft)).equals(await readFile(plan.signed))).toBe(false);
  });

  await test.step('the first steps know what is done, and are put away', async () => {
    const { page } = approdo;
    await page.getByRole('link', { name: say('common:nav.today'), exact: true }).click();
    const steps = page.getByRole('region', { name: say('first-steps:title') });
    const done = firstSteps.filter((step) => ['directory', 'person', 'letter'].includes(step));
    await expect(steps).toContainText(
      say('first-steps:lead', { done: done.length, total: firstSteps.length }),
    );
    await expect(steps.getByRole('img', { name: say('first-steps:done') })).toHaveCount(3);
    await expectAccessible(page, 'first steps');
    await steps.getByRole('button', { name: say('first-steps:hide') }).click();
    await expect(steps).toBeHidden();
  });

  await test.step('a report on one person is refused, with the reason', async () => {
    const { page } = approdo;
    await page.getByRole('link', { name: say('common:nav.reports') }).click();
    await button(page, 'reports:quick.thisYear').click();
    await expect(page.getByText(say('reports:refusedTitle'))).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'refused report');
    await approdo.screenshot('17-report-refused');
    await page.getByRole('link', { name: say('common:nav.settings') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'settings');
    await approdo.screenshot('18-settings');
  });

  await test.step('locking ends the vault process and empties the page', async () => {
    const pid = await approdo.vaultPid();
    await approdo.afterLock(() => button(approdo.page, 'common:header.lock').click());
    expect(await approdo.vaultPid()).not.toBe(pid);
    const { page } = approdo;
    await expect(page.getByRole('heading', { name: say('vault:unlock.title') })).toBeVisible();
    expect(await page.innerText('body')).not.toContain(person.family);
    await expectAccessible(page, 'unlock');
    await approdo.screenshot('19-unlock');
    await unlock(page, `${passphrase} no`);
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'wrong passphrase');
    await approdo.screenshot('20-wrong-passphrase');
    await unlock(page, passphrase);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
    await page.getByRole('link', { name: say('common:nav.people') }).click();
    await page.getByLabel(say('people:list.search')).fill('quiscualia');
    await expect(page.getByText(`${person.family} ${person.given}`)).toBeVisible();
    await expectAccessible(page, 'people');
    await approdo.screenshot('21-people-found');
  });

  await test.step('nothing of the person is on the disk outside the papers', async () => {
    const names = Object.values(person);
    const saved = join(approdo.home, 'Salvati');
    const found = await approdo.filesContaining(approdo.home, names);
    expect(found.filter((path) => !path.startsWith(saved))).toEqual([]);
    expect(await approdo.filesContaining(folder, names)).toEqual([]);
    const files = await approdo.filesInHome();
    for (const name of names) expect(files.join('\n')).not.toContain(name);
    // The scan itself sees what is there in the clear.
    expect(await approdo.filesContaining(approdo.home, ['Registro Approdo'])).not.toEqual([]);
  });
});
