import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, passphrase } from './support/register.ts';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const field = (page: Page, key: string) => page.getByLabel(say(key), { exact: true });
const introduction = (page: Page) => field(page, 'letter-templates:blocks.introduction');
const request = (page: Page) => field(page, 'letter-templates:blocks.request');

async function chooseLetter({ page }: RunningApprodo, code: string): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/settings/letters';
  });
  await field(page, 'letter-templates:template').selectOption(code);
  await expect(introduction(page)).toBeVisible();
}

/** What is drawn of the first page: the same again only where the same words print. */
async function drawnPage(page: Page): Promise<string> {
  const sheet = page.getByRole('region', { name: say('letter-templates:preview') });
  return sheet
    .getByRole('img')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => (canvas.width > 0 ? canvas.toDataURL() : ''));
}

async function expectDrawnAnew(page: Page, before: string): Promise<string> {
  const isAnother = async () => {
    const now = await drawnPage(page).catch(() => '');
    return now !== '' && now !== before;
  };
  await expect.poll(isAnother, { timeout: 15_000 }).toBe(true);
  return drawnPage(page);
}

test('a letter is reworded while it prints beside, kept over a lock, and every version comes back', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder });
  await approdo.page.reload();

  await test.step('what is typed prints beside it, and a mark goes where somebody writes', async () => {
    const { page } = approdo;
    await chooseLetter(approdo, 'ANA');
    let drawn = await expectDrawnAnew(page, '');
    await introduction(page).fill('Scriviamo da , un’associazione.');
    drawn = await expectDrawnAnew(page, drawn);
    await introduction(page).evaluate((area: HTMLTextAreaElement) =>
      area.setSelectionRange(13, 13),
    );
    await button(page, 'letter-templates:markNames.association').click();
    await page.keyboard.type(' e cooperativa');
    await expectDrawnAnew(page, drawn);
    await expect(introduction(page)).toBeFocused();
    await page.keyboard.type(' sociale');
    await expect(introduction(page)).toHaveValue(
      'Scriviamo da {association} e cooperativa sociale, un’associazione.',
    );
    await field(page, 'letter-templates:blocks.attachments').fill('Dichiarazione per ');
    await page.getByRole('button', { name: say('vocabularies:letterFacts.address') }).click();
    await expect(field(page, 'letter-templates:blocks.attachments')).toHaveValue(
      'Dichiarazione per {address}',
    );
    // The subject is read by whoever sorts the post: it takes initials, and no fact.
    await field(page, 'letter-templates:blocks.shortSubject').fill('Residenza di ');
    await expect(
      page.getByRole('button', { name: say('vocabularies:letterFacts.address') }),
    ).toBeDisabled();
    await button(page, 'letter-templates:markNames.initials').click();
    await expect(field(page, 'letter-templates:blocks.shortSubject')).toHaveValue(
      'Residenza di {initials}',
    );
    await expectAccessible(page, 'template editor');
    await approdo.screenshot('74-template-editor');
  });

  await test.step('a lock in between loses nothing', async () => {
    await field(approdo.page, 'letter-templates:note').fill('Chi siamo, per intero');
    await expect
      .poll(async () =>
        JSON.stringify(
          await approdo.call('drafts.get', { form: 'letterTemplate', subjectId: 'ANA' }),
        ),
      )
      .toContain('per intero');
    await approdo.afterLock(() => approdo.call('shell.lock'));
    const { page } = approdo;
    await field(page, 'vault:unlock.passphrase').fill(passphrase);
    await button(page, 'vault:unlock.open').click();
    await expect(
      page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
    ).toBeVisible({ timeout: 20_000 });
    await chooseLetter(approdo, 'ANA');
    await button(page, 'drafts:resume').click();
    await expect(introduction(page)).toHaveValue(/ e cooperativa sociale/);
    await button(page, 'letter-templates:save').click();
    await expect(page.getByText(say('letter-templates:saved', { version: 1 }))).toBeVisible();
    await expect(page.getByText('Chi siamo, per intero')).toBeVisible();
  });

  await test.step('the file, the original and what is brought back are versions, too', async () => {
    const { page } = approdo;
    const file = join(approdo.home, 'modello.json');
    await approdo.answerDialogs(file);
    await button(page, 'letter-templates:export').click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('cooperativa');
    await button(page, 'letter-templates:restore').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('letter-templates:restore') })
      .click();
    await expect(introduction(page)).not.toHaveValue(/cooperativa/);
    await page
      .getByRole('button', { name: say('letter-templates:lookAtVersion', { version: 1 }) })
      .click();
    await expect(introduction(page)).toHaveValue(/cooperativa/);
    await button(page, 'letter-templates:dropChanges').click();
    await expect(introduction(page)).not.toHaveValue(/cooperativa/);
    await approdo.answerDialogs(file);
    await button(page, 'letter-templates:import').click();
    await expect(introduction(page)).toHaveValue(/cooperativa/);
    await expect(
      page.getByText(say('letter-templates:imported', { code: 'ANA', version: 3 })),
    ).toBeVisible();
    await approdo.screenshot('75-template-versions');
  });

  await test.step('what the office may not know is not to be had, whatever is typed', async () => {
    const { page } = approdo;
    await chooseLetter(approdo, 'HOU');
    const marks = page.getByRole('button', { name: say('vocabularies:letterFacts.permit') });
    await expect(marks).toHaveCount(0);
    await request(page).fill('Si chiede casa per {permit}.');
    await expect(page.getByRole('alert').first()).toContainText('permit');
    await button(page, 'letter-templates:save').click();
    await expect(page.getByText(say('letter-templates:saved', { version: 1 }))).toHaveCount(0);
    const kept = await approdo.call('letterTemplates.get', { code: 'HOU' });
    expect(kept).toMatchObject({ ok: true, data: { versions: [] } });
    await approdo.screenshot('76-template-refused');
  });
});
