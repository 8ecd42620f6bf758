import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const fact = (page: Page, key: string) =>
  page.getByRole('checkbox', { name: say(`vocabularies:letterFacts.${key}`), exact: true });

const OFFICES = [
  ['registry', 'Comune di Prova'],
  ['mentalHealth', 'Consultorio di Prova'],
  ['partnerAssociation', 'Ponte amico'],
  ['school', 'Scuola di Prova'],
] as const;
const MANY = 24;

async function withConsents(approdo: RunningApprodo, personId: string, ids: string[]) {
  for (const organisationId of ids) {
    const details = {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'legalStatus', 'documents', 'languages', 'family'],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-01-01',
    };
    await dataOf(approdo, 'consents.give', { personId, details });
  }
}

async function chooseLetter(page: Page, code: RegExp, office?: string) {
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel(say('letters:template')).first().click();
  await page.getByRole('option', { name: code }).first().click();
  if (office === undefined) return dialog;
  await dialog.getByLabel(say('letters:office')).first().click();
  await page.getByRole('option', { name: new RegExp(office) }).click();
  return dialog;
}

test('a letter offers each office what it may be told, hides the name where it must, and many letters stop when told to', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await approdo.open();
  const lastFolder = await openRegister(approdo);
  const officeIds: string[] = [];
  for (const [kind, name] of OFFICES) {
    const { id } = await dataOf<{ id: string }>(approdo, 'organisations.save', { kind, name });
    officeIds.push(id);
  }
  const [registry = ''] = officeIds;
  const birth = { year: 1994, month: 3, day: 8, certainty: 'documented' };
  const { id: personId } = await dataOf<{ id: string }>(approdo, 'people.create', {
    ...somebody('Quisqualia'),
    birth,
  });
  await withConsents(approdo, personId, officeIds);
  await approdo.call('shell.setPreferences', { language: 'en', lastFolder });
  const { page } = approdo;
  await page.evaluate((id) => {
    window.location.hash = `#/people/${id}/letters`;
  }, personId);
  await page.reload();

  await test.step('who asks for no permit is told nothing of the stay', async () => {
    await button(page, 'letters:write').first().click();
    await chooseLetter(page, /Scheda di invio/, 'Ponte amico');
    await expect(fact(page, 'legalStatus')).toBeVisible();
    await expect(fact(page, 'decision')).toBeVisible();
    await chooseLetter(page, /Scheda di invio/, 'Consultorio di Prova');
    await expect(fact(page, 'languages')).toBeVisible();
    for (const stay of ['legalStatus', 'decision']) await expect(fact(page, stay)).toHaveCount(0);
    await chooseLetter(page, /scuola|scolastica/i, 'Scuola di Prova');
    await expect(fact(page, 'guardian')).toBeVisible();
    for (const stay of ['legalStatus', 'permit', 'permitExpiry', 'permitRequest']) {
      await expect(fact(page, stay)).toHaveCount(0);
    }
  });

  await test.step('the form between organisations has a code in the place of the name', async () => {
    const dialog = await chooseLetter(page, /Scheda di invio/, 'Ponte amico');
    const leaving = dialog.getByRole('region', { name: say('letters:leaving.title') });
    // Named in the language of whoever looks, though the letter is in Italian.
    await expect(leaving.getByText(say('letters:leaving.name'), { exact: true })).toBeVisible();
    await expect(leaving.getByText('Salvata Quisqualia')).toBeVisible();
    await expect(leaving.getByText(say('vocabularies:letterFacts.birth'))).toBeVisible();
    await dialog.getByLabel(say('letters:confidential')).check();
    await expect(leaving.getByText(say('letters:leaving.code'), { exact: true })).toBeVisible();
    await expect(leaving.getByText(say('vocabularies:letterFacts.ageBand'))).toBeVisible();
    await expect(leaving.getByText('Salvata Quisqualia')).toHaveCount(0);
    for (const naming of ['birth', 'address', 'contact', 'guardian', 'caseNumber']) {
      await expect(fact(page, naming)).toHaveCount(0);
    }
    await expectAccessible(page, 'a letter without a name');
    await approdo.screenshot('79-letter-without-name');
    await page.keyboard.press('Escape');
    // The question stays until it is answered: the press that brought it up does not close it.
    await button(page, 'common:forms.leave').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('letters for many stop where somebody says so', async () => {
    for (let at = 0; at < MANY; at += 1) {
      const { id } = await dataOf<{ id: string }>(
        approdo,
        'people.create',
        somebody(`Numero ${at}`),
      );
      await withConsents(approdo, id, [registry]);
    }
    await page.getByRole('link', { name: say('common:nav.people'), exact: true }).click();
    await button(page, 'lists:picked.start').click();
    await page.getByRole('checkbox', { name: say('lists:pickPage') }).check();
    await button(page, 'lists:picked.letters').click();
    const dialog = await chooseLetter(page, /Anagrafe/, 'Comune di Prova');
    await button(page, 'letters:batch.check').click();
    await expect(button(page, 'letters:batch.issue')).toBeEnabled({ timeout: 30_000 });
    await button(page, 'letters:batch.issue').click();
    await button(page, 'letters:batch.stop').click();
    await expect(dialog.getByText(say('letters:batch.stopped'))).toBeVisible({ timeout: 30_000 });
    // As many numbers as letters, without a gap.
    const { total } = await dataOf<{ total: number }>(approdo, 'protocol.list');
    expect(total).toBeLessThan(MANY);
    await expect(dialog.getByRole('listitem')).toHaveCount(total);
    await approdo.screenshot('80-letters-stopped');
  });
});
