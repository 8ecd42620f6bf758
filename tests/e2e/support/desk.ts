import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, type RunningApprodo } from './launch.ts';
import { wordsIn } from './words.ts';

export const say = wordsIn('it');

export const person = {
  family: 'Zerbinatova',
  given: 'Quisqualia',
  ownFamily: 'زربیناتوا',
  ownGiven: 'کیسکالیا',
};
export const associationName = 'Associazione Ponte di Prova';
const operator = 'Ofelia Tamburrano';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

/** The recovery key as somebody copies it from the screen to paper. */
async function readRecoveryKey(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: say('vault:create.recovery.label') });
  const groups = await list.getByRole('listitem').allInnerTexts();
  return groups.map((text) => text.replace(/\s/g, '').slice(-4));
}

export interface Created {
  folder: string;
  passphrase: string;
  recoveryKey: string[];
}

/** From the first page to an open, empty register; every step is checked and pictured. */
export async function createRegister(approdo: RunningApprodo): Promise<Created> {
  const { page, home } = approdo;
  const documents = join(home, 'Documenti');
  await mkdir(documents);
  // By its role: the register's own menu is drawn already, out of sight behind the door.
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Italiano');
  await expect(page.getByRole('heading', { name: say('vault:welcome.title') })).toBeVisible();
  await expectAccessible(page, 'welcome');
  await approdo.screenshot('01-welcome');
  await page.getByRole('button', { name: say('vault:welcome.create') }).click();

  await approdo.answerDialogs(documents);
  await button(page, 'vault:create.where.choose').click();
  await expectAccessible(page, 'where');
  await approdo.screenshot('02-where');
  await button(page, 'common:actions.continue').click();

  await page.getByLabel(say('vault:create.who.association')).fill(associationName);
  await page.getByLabel(say('vault:create.who.userName')).fill(operator);
  await expectAccessible(page, 'who');
  await approdo.screenshot('03-who');
  await button(page, 'common:actions.continue').click();

  const suggested = page.locator('code');
  await expect(suggested).not.toBeEmpty();
  const passphrase = (await suggested.innerText()).trim();
  expect(passphrase.split(/\s+/)).toHaveLength(5);
  await page.getByLabel(say('vault:create.passphrase.typeBack')).fill(passphrase);
  await expectAccessible(page, 'passphrase');
  await approdo.screenshot('04-passphrase');
  await button(page, 'vault:create.passphrase.create').click();

  await expect(page.getByRole('heading', { name: say('vault:create.recovery.title') })).toBeVisible(
    {
      timeout: 30_000,
    },
  );
  const recoveryKey = await readRecoveryKey(page);
  expect(recoveryKey).toHaveLength(9);
  await expectAccessible(page, 'recovery key');
  await approdo.screenshot('05-recovery-key');
  await button(page, 'vault:create.recovery.written').click();

  for (const [position, group] of recoveryKey.entries()) {
    const field = page.getByLabel(say('vault:create.recovery.group', { number: position + 1 }));
    if ((await field.count()) === 1) await field.fill(group);
  }
  await expectAccessible(page, 'recovery check');
  await approdo.screenshot('06-recovery-check');
  await button(page, 'vault:create.confirm.open').click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  const folder = join(documents, say('vault:create.where.defaultName'));
  return { folder, passphrase, recoveryKey };
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await button(page, 'vault:unlock.open').click();
}

/** Registers the person of the tests, with a second name in Arabic script and a year of birth. */
export async function registerPerson(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await page.getByRole('link', { name: say('common:nav.people') }).click();
  await page
    .getByRole('link', { name: say('people:list.registerThis') })
    .first()
    .click();
  const [family, given] = [say('people:form.family'), say('people:form.given')];
  await page.getByLabel(family, { exact: true }).fill(person.family);
  await page.getByLabel(given, { exact: true }).fill(person.given);
  await button(page, 'people:form.addName').click();
  await page.getByLabel(family, { exact: true }).nth(1).fill(person.ownFamily);
  await page.getByLabel(given, { exact: true }).nth(1).fill(person.ownGiven);
  await page
    .getByLabel(say('people:form.transliteration'))
    .fill(`${person.family} ${person.given}`);
  await page.getByLabel(say('common:dates.year')).first().fill('1994');
  await page
    .getByRole('radiogroup', { name: say('people:form.sex') })
    .getByText(say('vocabularies:sexes.female'), { exact: true })
    .click();
  await choose(page, 'people:form.nationalities', 'Somalia');
  await expectAccessible(page, 'register a person');
  await approdo.screenshot('08-register-person');
  await button(page, 'people:form.create').click();
  await expect(
    page.getByRole('heading', { level: 1, name: `${person.family} ${person.given}` }),
  ).toBeVisible();
}

/** Types into a searchable choice and takes the first answer. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page
    .getByRole('textbox', { name: say(label) })
    .or(page.getByRole('combobox', { name: say(label) }));
  await field.first().fill(text);
  await page.getByRole('option', { name: text }).first().click();
  // What stays open for more goes away with the focus; Escape would ask about leaving a dialog.
  await field.first().blur();
  await expect(page.getByRole('listbox').filter({ visible: true })).toHaveCount(0);
}

export async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByRole('link', { name: say(`people:person.tabs.${tab}`), exact: true }).click();
}
