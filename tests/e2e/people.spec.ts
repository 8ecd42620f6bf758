import type { Locator, Page } from '@playwright/test';
import { expectAccessible, toTheTop } from './support/accessible.ts';
import { reportActions } from './support/count-actions.ts';
import { openDemo } from './support/demo.ts';
import { Hand, measured, registerNewPerson } from './support/desk-tasks.ts';
import { expect, test } from './support/launch.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (scope: Page | Locator, key: string) =>
  scope.getByRole('button', { name: say(key), exact: true });
const link = (page: Page, key: string) =>
  page.getByRole('link', { name: say(key), exact: true }).first();

async function openPerson(page: Page, name: string): Promise<void> {
  await link(page, 'common:nav.people').click();
  await page.getByLabel(say('people:list.search')).fill(name);
  await page.getByRole('table').getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Opens a form of the overview; it is read by machine before it is filled in. */
async function dialogOf(page: Page, kind: string): Promise<Locator> {
  await button(page, `records:additions.${kind}`).click();
  const dialog = page.getByRole('dialog', { name: say(`records:additions.${kind}`) });
  await expect(dialog).toBeVisible();
  await toTheTop(page);
  await expectAccessible(page, `form of ${kind}`);
  return dialog;
}

const listOf = (page: Page, kind: string) =>
  page.getByRole('list', { name: say(`records:titles.${kind}`), exact: true });

test('somebody new is registered with seven fields, and the hands that takes are counted', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const page = await openDemo(approdo);
  await link(page, 'common:nav.people').click();
  await expect(link(page, 'people:list.registerThis')).toBeVisible();
  const actions = await measured(page, () =>
    registerNewPerson(new Hand(page), (where) => expectAccessible(page, where)),
  );
  reportActions('register a new person', actions);
  expect(actions.clicks).toBeLessThanOrEqual(14);
  await expect(listOf(page, 'personContacts')).toContainText('3331234567');
});

test('a permit, a contact and a tie are added, seen from both sides, and removed', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const page = await openDemo(approdo);
  await openPerson(page, 'Talukder Shahin');

  const permit = await dialogOf(page, 'identityDocuments');
  await permit.getByLabel(say('records:fields.identityDocuments.number')).fill('I55556666');
  await button(permit, 'common:actions.save').click();
  await expect(permit.getByText(say('common:forms.required'))).toBeVisible();
  await permit.getByLabel(say('records:fields.identityDocuments.expiresOn')).fill('01/02/2024');
  await button(permit, 'common:actions.save').click();
  const added = listOf(page, 'identityDocuments')
    .getByRole('listitem')
    .filter({ hasText: 'I55556666' });
  await expect(added).toContainText(say('vocabularies:documentStates.expired'));

  const contact = await dialogOf(page, 'personContacts');
  await contact.getByLabel(say('records:fields.personContacts.value')).fill('+39 351 777 8899');
  await button(contact, 'common:actions.save').click();
  await expect(listOf(page, 'personContacts')).toContainText(say('records:personContacts.unsafe'));

  const tie = await dialogOf(page, 'ties');
  const other = tie.getByPlaceholder(say('records:ties.pickPlaceholder'));
  await other.pressSequentially('фарид');
  await page.getByRole('option', { name: /Rahimi Farid/ }).click();
  const kind = tie.getByRole('combobox', { name: say('records:fields.ties.kind') });
  await kind
    .or(tie.getByRole('textbox', { name: say('records:fields.ties.kind') }))
    .first()
    .fill(say('vocabularies:tieKinds.host'));
  await page.getByRole('option', { name: say('vocabularies:tieKinds.host') }).click();
  await tie
    .getByLabel(say('records:fields.ties.place'))
    .selectOption(say('vocabularies:places.sameHousehold'));
  await button(tie, 'common:actions.save').click();
  await expect(listOf(page, 'ties')).toContainText('Rahimi Farid, host family');
  await expect(page.getByText(say('records:ties.alsoInHousehold'))).toBeVisible();
  await toTheTop(page);
  await expectAccessible(page, 'overview with everything');
  await approdo.screenshot('40-people-overview');

  await listOf(page, 'ties').getByRole('link', { name: 'Rahimi Farid' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rahimi Farid' })).toBeVisible();
  await expect(listOf(page, 'ties')).toContainText('Talukder Shahin, guest');
  await listOf(page, 'ties')
    .getByRole('button', { name: /Talukder Shahin/ })
    .click();
  const edit = page.getByRole('dialog', { name: say('records:edits.ties') });
  await button(edit, 'common:actions.remove').click();
  await page
    .getByRole('dialog', { name: say('records:removeTitle') })
    .getByRole('button', { name: say('common:actions.remove') })
    .click();
  await expect(listOf(page, 'ties')).not.toContainText('Talukder Shahin');

  await link(page, 'common:nav.people').click();
  await page.getByLabel(say('people:list.search')).fill('I55556666');
  await expect(page.getByRole('table').getByRole('link', { name: 'Talukder Shahin' })).toHaveCount(
    1,
  );
  await link(page, 'people:list.households').click();
  await expect(page.getByRole('article').first()).toContainText('Rahimi Parwana');
  await expectAccessible(page, 'households');
});

test('a minor without a guardian is marked, and a doubtful fiscal code is saved with a word', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const page = await openDemo(approdo);
  await openPerson(page, 'Talukder Shahin');
  const warning = page.getByText(say('people:person.warnings.minorWithoutGuardian'));
  await expect(page.getByText('Avv. Lidia Serra')).toBeVisible();
  await expect(warning).toHaveCount(0);
  await listOf(page, 'ties')
    .getByRole('button', { name: /Lidia Serra/ })
    .click();
  const dialog = page.getByRole('dialog', { name: say('records:edits.ties') });
  await dialog.getByLabel(say('records:fields.ties.validTo')).fill('01/01/2026');
  await dialog.getByLabel(say('records:fields.ties.validFrom')).fill('01/01/2025');
  await button(dialog, 'common:actions.save').click();
  await expect(warning).toBeVisible();

  await link(page, 'common:actions.edit').click();
  await page.getByLabel(say('people:form.fiscalCode')).fill('RSSMRA85T10A562X');
  await expect(page.getByText(say('people:fiscalCode.checkCharacter'))).toBeVisible();
  await expect(page.getByText(say('people:fiscalCode.surname'))).toBeVisible();
  await toTheTop(page);
  await expectAccessible(page, 'edit a person');
  await button(page, 'common:actions.saveChanges').click();
  await expect(page.getByText('RSSMRA85T10A562X')).toBeVisible();
});
