import { describe, expect, test } from 'vitest';
import { aWeekOfWork, openOn, propose } from '../../support/erasing.ts';
import { aPerson } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';

const seconds = 'altra frase per altra persona';

describe('who may erase', () => {
  async function withSecondCoordinator() {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    await t.client.users.add({ name: 'Bianca', role: 'coordinator', passphrase: seconds });
    return { t, personId };
  }

  test('one proposes and another confirms', async () => {
    const { t, personId } = await withSecondCoordinator();
    const id = await propose(t, personId);
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_not_alone' });
    t.setToday('2030-01-01');
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_not_alone' });
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, name: 'bianca', passphrase: seconds });
    const { waiting } = await t.client.erasures.list({});
    expect(waiting).toMatchObject([{ id, confirmation: 'ready', proposedBy: 'Giulia Ferraris' }]);
    expect(await t.client.erasures.confirm({ id })).toMatchObject({
      proposedBy: 'Giulia Ferraris',
      confirmedBy: 'Bianca',
    });
  });

  test('alone, a week passes and the passphrase is typed again', async () => {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    const id = await propose(t, personId);
    t.setToday('2026-11-27');
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_too_early', details: { from: '2026-11-28' } });
    await openOn(t, aWeekOfWork);
    for (const passphrase of [undefined, 'una frase che non è questa']) {
      await expect(t.client.erasures.confirm({ id, passphrase })).rejects.toMatchObject({
        code: passphrase ? 'wrong_passphrase' : expect.stringMatching(/wrong_passphrase/),
      });
      t.wait(3600);
    }
    expect((await t.client.people.get({ id: personId })).id).toBe(personId);
    await t.client.erasures.confirm({ id, passphrase: testPassphrase });
  });

  test('a suspended coordinator is no second one', async () => {
    const { t, personId } = await withSecondCoordinator();
    const { items } = await t.client.users.list({});
    await t.client.users.suspend({ id: items.find((user) => user.name === 'Bianca')?.id ?? '' });
    const id = await propose(t, personId);
    const { request } = await t.client.erasures.get({ personId });
    expect(request).toMatchObject({ confirmation: 'tooEarly', possibleFrom: '2026-11-28' });
    await openOn(t, aWeekOfWork, 'giulia');
    await t.client.erasures.confirm({ id, passphrase: testPassphrase });
  });

  test('alone, a clock set forward does not make the week shorter', async () => {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    const id = await propose(t, personId);
    const confirm = () => t.client.erasures.confirm({ id, passphrase: testPassphrase });
    t.setToday('2026-11-29');
    await expect(confirm()).rejects.toMatchObject({
      code: 'erasure_too_few_days',
      details: { days: 3 },
    });
    // However often somebody comes in on one day.
    await openOn(t, ['2031-01-01', '2031-01-01', '2031-01-01']);
    await expect(confirm()).rejects.toMatchObject({ details: { days: 2 } });
    const { request } = await t.client.erasures.get({ personId });
    expect(request).toMatchObject({ confirmation: 'tooFewDays', daysMissing: 2 });
    // Days that are still to come do not count once the clock is right again.
    await openOn(t, ['2026-11-29']);
    await expect(confirm()).rejects.toMatchObject({ details: { days: 2 } });
    await openOn(t, ['2026-11-30', '2026-12-01']);
    await confirm();
  });

  test('a hold stops proposing and confirming until it ends', async () => {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    const hold = { personId, reason: 'Ricorso pendente', untilOn: '2027-06-30' };
    const early = await propose(t, personId);
    const { id: holdId } = await t.client.legalHolds.give(hold);
    t.setToday('2026-12-24');
    await expect(
      t.client.erasures.confirm({ id: early, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'person_on_hold', details: { until: '2027-06-30' } });
    await t.client.erasures.withdraw({ id: early });
    for (const manner of ['erase', 'anonymise'] as const) {
      await expect(
        t.client.erasures.start({ personId, manner, ground: 'askedByPerson' }),
      ).rejects.toMatchObject({ code: 'person_on_hold' });
    }
    await t.client.legalHolds.withdraw({ id: holdId });
    await propose(t, personId);
  });
});
