import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/launch.ts';
import { openRegister, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');

test('an event makes a deadline, which is met in Today, put off, done and taken back', async ({
  approdo,
}) => {
  test.setTimeout(60_000);
  const page = await approdo.open();
  await openRegister(approdo);
  const made = (await approdo.call('people.create', somebody('Quisqualia'))) as {
    data: { id: string };
  };
  await page.reload();
  const link = (key: string) => page.getByRole('link', { name: say(key), exact: true });
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  await page.evaluate((id) => {
    location.hash = `#/people/${id}`;
  }, made.data.id);

  await expect(page.getByRole('heading', { name: say('deadlines:title') })).toBeVisible();
  await expect(page.getByText(say('deadlines:emptyTitle'))).toBeVisible();
  await button('deadlines:add').click();
  await page.getByRole('menuitem', { name: say('deadlines:addEvent') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('deadlines:eventKind')).selectOption('decisionNotified');
  await expect(dialog.getByText(say('deadlines:termShortest'))).toBeVisible();
  await expectAccessible(page, 'dialog of an event');
  await approdo.screenshot('40-event-dialog');
  await dialog.getByLabel(say('deadlines:note')).fill('Consegnata a mano');
  await dialog.getByRole('button', { name: say('common:actions.save') }).click();

  const panel = page.getByRole('article').filter({ hasText: 'Appeal against the decision' });
  await expect(panel).toBeVisible();
  await expect(panel.getByText(say('deadlines:assumedTerm'))).toBeVisible();
  await panel.getByText(say('deadlines:why')).click();
  await expect(panel.getByText(/D\.lgs\. 25\/2008/)).toBeVisible();
  await expectAccessible(page, 'deadlines of a person');
  await approdo.screenshot('41-deadlines-panel');

  // The step itself stands in the list of all steps, and is corrected there.
  await page.getByText(say('deadlines:events_one', { count: 1 })).click();
  const about = `${say('deadlines:facts.decisionNotified')}, `;
  const change = page.getByRole('button', { name: new RegExp(`${about}\\d`) });
  await expect(page.getByText('Consegnata a mano').last()).toBeVisible();
  await expectAccessible(page, 'steps of the procedure');
  await change.click();
  await page.getByRole('dialog').getByLabel(say('deadlines:note')).fill('Consegnata in questura');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('common:actions.save') })
    .click();
  await expect(page.getByText('Consegnata in questura').last()).toBeVisible();
  await expect(page.getByText('Consegnata a mano')).toHaveCount(0);

  await link('common:nav.today').click();
  const row = page.getByRole('listitem').filter({ hasText: 'Appeal against the decision' });
  await expect(row).toBeVisible();
  await expectAccessible(page, 'today with a deadline');
  await approdo.screenshot('42-today-deadline');

  await row.getByRole('button', { name: /^Postpone/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(say('deadlines:snooze.threeDays')) }).click();
  await expect(row).toBeHidden();
  await page.getByRole('button', { name: say('common:actions.undo') }).click();
  await expect(row).toBeVisible();

  // From the list too: it does not apply, and why.
  await row.getByRole('button', { name: /^Postpone/ }).click();
  await page.getByRole('menuitem', { name: say('deadlines:notApplicable') }).click();
  await page.getByRole('dialog').getByLabel(say('deadlines:reason')).fill('Another act holds');
  await page.getByRole('button', { name: say('deadlines:notApplicableConfirm') }).click();
  await expect(row).toBeHidden();
  await page
    .getByRole('button', { name: say('common:actions.undo') })
    .last()
    .click();
  await expect(row).toBeVisible();

  await row.getByRole('button', { name: /^Mark as done/ }).click();
  await expect(row).toBeHidden();
  await link('common:nav.people').click();
  await page.getByRole('link', { name: /Salvata/ }).click();
  await page.getByText(say('deadlines:parts.over_one', { count: 1 })).click();
  await expect(page.getByText(/done on/)).toBeVisible();
  await button('deadlines:takeBack').click();
  await expect(page.getByText(say('deadlines:states.upcoming'), { exact: true })).toBeVisible();
});

test('somebody to call back, and what does not apply with its reason', async ({ approdo }) => {
  test.setTimeout(60_000);
  const page = await approdo.open();
  await openRegister(approdo);
  const made = (await approdo.call('people.create', somebody('Quisqualia'))) as {
    data: { id: string };
  };
  await page.reload();
  await page.evaluate((id) => {
    location.hash = `#/people/${id}`;
  }, made.data.id);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  await button('deadlines:add').click();
  await page.getByRole('menuitem', { name: say('deadlines:addCallBack') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('deadlines:note')).fill('After six');
  await expectAccessible(page, 'dialog of a call');
  await dialog.getByRole('button', { name: say('common:actions.save') }).click();
  await page.getByText(say('deadlines:parts.later_one', { count: 1 })).click();
  const line = page.getByRole('article').filter({ hasText: 'After six' });
  await line.getByRole('button', { name: /^Postpone/ }).click();
  await page.getByRole('menuitem', { name: say('deadlines:notApplicable') }).click();
  await expectAccessible(page, 'dialog of not applicable');
  await approdo.screenshot('43-not-applicable');
  await page.getByRole('dialog').getByLabel(say('deadlines:reason')).fill('Spoke today already');
  await button('deadlines:notApplicableConfirm').click();
  await expect(line).toBeHidden();
});

test('a coordinator reads the rules with their sources and switches one off', async ({
  approdo,
}) => {
  test.setTimeout(60_000);
  const page = await approdo.open();
  await openRegister(approdo);
  await page.reload();
  await page.evaluate(() => {
    location.hash = '#/settings/deadlines';
  });
  await page.getByRole('button', { name: /^Show the/ }).click();
  await expect(page.getByText(/^DPR 394\/1999, art\. 54, c\. 3 ·/)).toBeVisible();
  const edit = say('deadlines:rules.edit', {
    rule: 'Yearly report for the register of associations (Art. 42)',
  });
  await page.getByRole('button', { name: edit }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('switch', { name: say('deadlines:rules.isOn') }).click();
  await dialog.getByLabel(say('deadlines:reason')).fill('We are not in the register');
  await expectAccessible(page, 'dialog of a rule');
  await approdo.screenshot('44-rule-dialog');
  await dialog.getByRole('button', { name: say('common:actions.save') }).click();
  await expect(page.getByText('We are not in the register')).toBeVisible();
  await expect(page.getByText(say('deadlines:rules.off'), { exact: true })).toBeVisible();
  await expectAccessible(page, 'rules in the settings');
  await approdo.screenshot('45-rules');
});
