import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, passphrase, somebody } from './support/register.ts';

const NOTE = 'Ha raccontato della traversata a bordo del Quisqualia';
const OWN_NAME = 'زربیناتوا';

const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });
const field = (page: Page, key: string) => page.getByLabel(say(key), { exact: true }).first();
const offer = (page: Page) => page.getByText(/^(C’è una bozza|There is a draft)/);

async function openPage(approdo: RunningApprodo, address: string): Promise<Page> {
  const { page } = approdo;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  // Keys go to whoever listens: before the register is drawn, nobody does.
  await page.getByRole('navigation', { name: say('common:nav.label') }).waitFor();
  return page;
}

/** From the door to the first screen. */
async function unlock(approdo: RunningApprodo): Promise<void> {
  const { page } = approdo;
  await page.getByLabel(say('vault:unlock.passphrase'), { exact: true }).fill(passphrase);
  await button(page, 'vault:unlock.open').click();
  await expect(page.getByRole('heading', { level: 1, name: say('common:nav.today') })).toBeVisible({
    timeout: 20_000,
  });
}

async function start(approdo: RunningApprodo): Promise<string> {
  await approdo.open();
  const folder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  await approdo.page.reload();
  return folder;
}

async function typeNewPerson(approdo: RunningApprodo): Promise<void> {
  const page = await openPage(approdo, '#/people/new');
  await field(page, 'people:form.family').fill(OWN_NAME);
  await field(page, 'people:form.given').fill('Quisqualia');
  await page.getByLabel(say('common:dates.year')).first().fill('1994');
  await page.getByText(say('vocabularies:sexes.female'), { exact: true }).click();
  await page.getByText(say('people:form.more')).click();
  await field(page, 'people:form.note').fill(NOTE);
}

async function expectRestored(page: Page): Promise<void> {
  await expect(field(page, 'people:form.family')).toHaveValue(OWN_NAME);
  await expect(field(page, 'people:form.given')).toHaveValue('Quisqualia');
  await expect(page.getByLabel(say('common:dates.year')).first()).toHaveValue('1994');
  await expect(page.getByRole('radio', { name: say('vocabularies:sexes.female') })).toBeChecked();
}

/** Which is a lock like any other: the page is thrown away. */
async function killVault(approdo: RunningApprodo): Promise<void> {
  const pid = Number(await approdo.vaultPid());
  await approdo.afterLock(async () => process.kill(pid, 'SIGKILL'));
}

test('what was typed comes back after the vault, or the whole program, is killed', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  const folder = await start(approdo);
  await typeNewPerson(approdo);
  await expect.poll(() => draftOf(approdo)).toContain(NOTE);
  await killVault(approdo);
  await unlock(approdo);

  await test.step('the first screen says that something was left, and leads to it', async () => {
    const { page } = approdo;
    await expect(page.getByText(say('drafts:leftTitle'))).toBeVisible();
    await expectAccessible(page, 'today with a draft');
    await approdo.screenshot('40-drafts-today');
    await page.getByRole('link', { name: new RegExp(say('drafts:forms.person')) }).click();
    await expect(offer(page)).toBeVisible();
    await expectAccessible(page, 'a draft is offered');
    await approdo.screenshot('41-draft-offered');
    await expect(field(page, 'people:form.family')).toHaveValue('');
    await button(page, 'drafts:resume').click();
    await expectRestored(page);
    await button(page, 'people:form.more')
      .click()
      .catch(() => undefined);
    await expect(field(page, 'people:form.note')).toHaveValue(NOTE);
  });

  await test.step('also after the program itself is killed', async () => {
    await field(approdo.page, 'people:form.given').fill('Quisqualia Seconda');
    await expect.poll(() => draftOf(approdo)).toContain('Seconda');
    approdo.application.process().kill('SIGKILL');
    expect(await approdo.filesContaining(approdo.home, [NOTE, OWN_NAME, 'Quisqualia'])).toEqual([]);
    await approdo.open();
    await unlock(approdo);
    const page = await openPage(approdo, '#/people/new');
    await button(page, 'drafts:resume').click();
    await expect(field(page, 'people:form.given')).toHaveValue('Quisqualia Seconda');
    await button(page, 'people:form.create').click();
    await expect(page.getByRole('heading', { level: 1, name: /Quisqualia Seconda/ })).toBeVisible();
  });

  await test.step('what was saved is no draft any more', async () => {
    expect(await draftOf(approdo)).toBe('');
    expect(await approdo.call('drafts.list', {})).toMatchObject({ data: { items: [] } });
    await approdo.afterLock(() => approdo.call('shell.lock'));
    expect(await approdo.filesContaining(folder, [NOTE, OWN_NAME])).toEqual([]);
  });
});

/** What the register keeps of a form; of the one for a new person where none is named. */
async function draftOf(
  approdo: RunningApprodo,
  form = 'person',
  subjectId = 'new',
): Promise<string> {
  const key = { form, subjectId };
  const answer = (await approdo.call('drafts.get', key)) as {
    data?: { draft: { content: string } | null };
  };
  return answer.data?.draft?.content ?? '';
}

test('words typed a moment before locking are kept, discarded ones can be taken back', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  await start(approdo);
  const made = (await approdo.call('people.create', somebody('Amina'))) as { data: { id: string } };
  const { id } = made.data;
  const page = await openPage(approdo, `#/people/${id}/edit`);
  await field(page, 'people:form.note').fill(NOTE);
  // Nobody asks: what is typed is safe, and the register must close at once.
  await approdo.afterLock(() => button(page, 'common:header.lock').click());
  await unlock(approdo);

  const again = await openPage(approdo, `#/people/${id}/edit`);
  await expect(offer(again)).toBeVisible();
  await button(again, 'drafts:discard').click();
  await expect(field(again, 'people:form.note')).toHaveValue('');
  await button(again, 'drafts:takeBack').click();
  await expect(field(again, 'people:form.note')).toHaveValue(NOTE);

  await test.step('idle locking keeps the last words, too', async () => {
    await approdo.call('vault.setLockAfter', { minutes: 0.15 });
    await field(again, 'people:form.note').fill(`${NOTE}, di notte`);
    await approdo.afterLock(() => Promise.resolve());
    await unlock(approdo);
    await approdo.call('vault.setLockAfter', { minutes: 5 });
    const third = await openPage(approdo, `#/people/${id}/edit`);
    await button(third, 'drafts:resume').click();
    await expect(field(third, 'people:form.note')).toHaveValue(`${NOTE}, di notte`);
  });

  await test.step('a change made meanwhile is not overwritten unseen', async () => {
    await expect
      .poll(async () => JSON.stringify(await approdo.call('drafts.list', {})))
      .toContain(id);
    const { page: now } = approdo;
    await openPage(approdo, '#/');
    await button(now, 'common:forms.leave').click();
    await expect
      .poll(async () => JSON.stringify(await approdo.call('drafts.list', {})))
      .not.toContain(id);
  });
});

/** Dialogs of a case file and of the desk: where each is, what opens it, and a field somebody types in. */
const DIALOGS = [
  { form: 'appointment', at: 'diary', opener: 'appointments:add', typed: 'appointments:about' },
  {
    form: 'referral',
    at: 'letters',
    opener: 'referrals:actions.newWithoutLetter',
    typed: 'referrals:fields.reason',
  },
  { form: 'inboundReferral', at: 'letters', opener: 'inbound:add', typed: 'inbound:form.sender' },
  {
    form: 'deadline',
    at: '',
    opener: 'deadlines:add',
    item: 'deadlines:addOwn',
    typed: 'deadlines:taskTitle',
  },
  {
    form: 'withholding',
    at: 'consents',
    opener: 'consents:withheld.add',
    typed: 'consents:withheld.words',
  },
  { form: 'caseStep', at: '', opener: 'people:person.close', typed: 'case-files:outcome' },
  { form: 'fileDecision', at: 'privacy', opener: 'privacy:hold.add', typed: 'privacy:hold.reason' },
  {
    form: 'protocol',
    page: '#/protocol',
    opener: 'protocol:enter',
    typed: 'protocol:fields.subject',
  },
  {
    form: 'programme',
    page: '#/programmes',
    opener: 'programmes:start',
    typed: 'programmes:fields.name',
  },
] as const;
type Dialog = (typeof DIALOGS)[number];

/** The dialog, opened from the page one is on, and its field. */
async function openDialog(page: Page, dialog: Dialog) {
  await button(page, dialog.opener).first().click();
  if ('item' in dialog) await page.getByRole('menuitem', { name: say(dialog.item) }).click();
  return page.getByRole('dialog').getByLabel(say(dialog.typed)).first();
}

/** Types a few words into each of them, and lets it go. */
async function beginDialogs(approdo: RunningApprodo, personId: string): Promise<void> {
  for (const dialog of DIALOGS) {
    const address = 'page' in dialog ? dialog.page : `#/people/${personId}/${dialog.at}`;
    const page = await openPage(approdo, address);
    await (await openDialog(page, dialog)).fill(`Parole di prova: ${dialog.form}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  // What is typed is kept a moment later, also of the last one.
  await expect.poll(() => formsKept(approdo)).toEqual(expect.arrayContaining(everyForm));
}

const everyForm = DIALOGS.map(({ form }) => form);

async function formsKept(approdo: RunningApprodo): Promise<string[]> {
  const { data } = (await approdo.call('drafts.list', {})) as {
    data: { items: { form: string }[] };
  };
  return data.items.map(({ form }) => form);
}

/** From the first screen to each of them, with the words that were typed. */
async function takeUpDialogs(approdo: RunningApprodo): Promise<void> {
  const leftToday = say('drafts:today', { time: '' }).trim();
  for (const dialog of DIALOGS) {
    const page = await openPage(approdo, '#/');
    // One of these words is the beginning of another: after it comes a name, or when it was left.
    const name = new RegExp(`^${say(`drafts:forms.${dialog.form}`)}\\s*(·|${leftToday})`);
    await page.getByRole('link', { name }).click();
    const typed = await openDialog(page, dialog);
    await button(page, 'drafts:resume').click();
    await expect(typed).toHaveValue(`Parole di prova: ${dialog.form}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

test('dialogs keep their words too: Escape loses nothing, Cancel gives them up', async ({
  approdo,
}) => {
  test.setTimeout(90_000);
  const folder = await start(approdo);
  const made = (await approdo.call('people.create', somebody('Amina'))) as { data: { id: string } };
  const { id } = made.data;

  await test.step('a service that was begun comes back after the vault is killed', async () => {
    const before = await openPage(approdo, `#/people/${id}/diary`);
    await before.keyboard.press('Control+e');
    await before.getByRole('dialog').getByLabel(say('services:note'), { exact: true }).fill(NOTE);
    await expect.poll(() => draftOf(approdo, 'service', id)).toContain(NOTE);
    await before.keyboard.press('Escape');
    await beginDialogs(approdo, id);
    await killVault(approdo);
    await unlock(approdo);
    await takeUpDialogs(approdo);
    const page = await openPage(approdo, `#/people/${id}/diary`);
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Control+e');
    await expect(offer(page)).toBeVisible();
    await expectAccessible(page, 'a draft is offered in a dialog');
    await approdo.screenshot('42-draft-in-dialog');
    await button(page, 'drafts:resume').click();
    await expect(dialog.getByLabel(say('services:note'), { exact: true })).toHaveValue(NOTE);
    await button(page, 'common:actions.cancel').click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => draftOf(approdo, 'service', id)).toBe('');
  });

  await test.step('a protected note that was begun is offered again, and in no file in clear', async () => {
    const page = await openPage(approdo, `#/people/${id}/notes`);
    await button(page, 'notes:write').click();
    await field(page, 'notes:text').fill(NOTE);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect.poll(() => draftOf(approdo, 'note', id)).toContain(NOTE);
    await button(page, 'notes:write').click();
    await button(page, 'drafts:resume').click();
    await expect(field(page, 'notes:text')).toHaveValue(NOTE);
    await button(page, 'notes:save').click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect.poll(() => draftOf(approdo, 'note', id)).toBe('');
    await approdo.afterLock(() => approdo.call('shell.lock'));
    expect(await approdo.filesContaining(folder, [NOTE])).toEqual([]);
  });
});
