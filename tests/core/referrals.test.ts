import { describe, expect, test } from 'vitest';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import { anOffice } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { byPhone, details, somebody, step, today } from '../support/referrals.ts';

describe('a referral', () => {
  test('goes without a letter, keeps every step with who and when, and ends with its outcome', async () => {
    const t = await openCore();
    const { id, personId } = await byPhone(t);
    await step(t, id, { to: 'received', answeredBy: 'sig.ra Neri', theirProtocol: '77/A' });
    t.setToday('2026-11-23');
    await step(t, id, {
      to: 'accepted',
      on: '2026-11-23',
      way: 'email',
      nextStep: 'Colloquio il 30',
      note: '<b>tutto bene</b>',
    });
    await step(t, id, { to: 'concluded', on: '2026-11-23', outcome: 'needMet', feedback: 4 });
    const { referral, steps } = await t.client.referrals.get({ id });
    expect(referral).toMatchObject({
      state: 'concluded',
      way: 'phone',
      sentOn: today,
      sentBy: 'Giulia Ferraris',
      answeredBy: 'sig.ra Neri',
      theirProtocol: '77/A',
      replyWay: 'email',
      repliedOn: '2026-11-23',
      outcome: 'needMet',
      feedback: 4,
      closedOn: '2026-11-23',
      details: { replyBy: '2026-11-24' },
    });
    expect(steps.map(({ from, to, on }) => [from, to, on])).toEqual([
      [undefined, 'draft', today],
      ['draft', 'sent', today],
      ['sent', 'received', today],
      ['received', 'accepted', '2026-11-23'],
      ['accepted', 'concluded', '2026-11-23'],
    ]);
    expect(steps[3]).toMatchObject({ note: '<b>tutto bene</b>', recordedBy: 'Giulia Ferraris' });
    const { items } = await t.client.referrals.list({ personId });
    expect(items).toEqual([]);
    expect((await t.client.referrals.list({ personId, showClosed: true })).total).toBe(1);
  });

  test('is refused a step that does not follow, a date that cannot be, and an unknown reason', async () => {
    const t = await openCore();
    const { id } = await byPhone(t);
    const record = (what: ReferralStep, revision = 2) =>
      t.client.referrals.record({ id, revision, step: what });
    const refused = async (attempt: Promise<unknown>, code: string) =>
      expect(attempt).rejects.toMatchObject({ code });
    await refused(record({ to: 'sent', on: today, way: 'pec' }), 'referral_step_not_possible');
    await refused(record({ to: 'received', on: '2026-11-22' }), 'date_not_possible');
    await refused(record({ to: 'received', on: '2026-11-20' }), 'date_not_possible');
    const waitingUntil = '2099-01-01';
    await refused(record({ to: 'waitingList', on: today, waitingUntil }), 'date_not_possible');
    const declineReason = 'because';
    await refused(record({ to: 'declined', on: today, declineReason }), 'unknown_code');
    await refused(record({ to: 'received', on: today }, 1), 'changed_meanwhile');
    expect((await t.client.referrals.get({ id })).steps).toHaveLength(2);
  });

  test('that is over is taken up again by a coordinator alone', async () => {
    const t = await openCore();
    const { id } = await byPhone(t);
    await step(t, id, { to: 'declined', declineReason: 'noCapacity' });
    const passphrase = 'altra frase per altra persona';
    await t.client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await t.client.referrals.reopen({ id, revision: 3, note: 'Si è liberato un posto' });
    const { referral, steps } = await t.client.referrals.get({ id });
    expect(referral.state).toBe('sent');
    expect(referral.declineReason).toBeUndefined();
    expect(steps.at(-1)).toMatchObject({ from: 'declined', to: 'sent' });
    await step(t, id, { to: 'withdrawn' });
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, name: 'Altra', passphrase });
    await expect(t.client.referrals.reopen({ id, revision: 5 })).rejects.toMatchObject({
      code: 'role_missing',
    });
  });

  test('without consent can be prepared and cannot be sent', async () => {
    const t = await openCore();
    const { personId, organisationId, give } = await somebody(t, { consent: false });
    const wanted = { personId, details: details(organisationId) };
    const sent = { on: today, way: 'phone' } as const;
    await expect(t.client.referrals.create({ ...wanted, sent })).rejects.toMatchObject({
      code: 'consent_missing',
    });
    const { id } = await t.client.referrals.create(wanted);
    await expect(step(t, id, { to: 'sent', way: 'phone' })).rejects.toMatchObject({
      code: 'consent_missing',
    });
    expect((await t.client.referrals.get({ id })).referral).toMatchObject({
      state: 'draft',
      consent: 'none',
    });
    await give();
    await step(t, id, { to: 'sent', way: 'phone' });
  });

  test('that went out while consent held may be noted afterwards', async () => {
    const t = await openCore();
    const { personId, organisationId, consentId } = await somebody(t);
    const { id } = await t.client.referrals.create({ personId, details: details(organisationId) });
    t.setToday('2026-11-25');
    await t.client.consents.withdraw({ id: consentId });
    await expect(step(t, id, { to: 'sent', way: 'post', on: '2026-11-25' })).rejects.toMatchObject({
      code: 'consent_withdrawn',
    });
    await step(t, id, { to: 'sent', way: 'post', on: '2026-11-24' });
    expect((await t.client.referrals.get({ id })).referral).toMatchObject({
      sentOn: '2026-11-24',
      consent: 'withdrawn',
    });
  });

  test('changes what is asked until it is over; another recipient only before it is sent', async () => {
    const t = await openCore();
    const { personId, organisationId } = await somebody(t);
    const { id: other } = await t.client.organisations.save(anOffice({ name: 'Altro Comune' }));
    const { id } = await t.client.referrals.create({ personId, details: details(organisationId) });
    const save = (revision: number, to: string, more = {}) =>
      t.client.referrals.save({ id, revision, details: { ...details(to), ...more } });
    await save(1, other);
    await save(2, organisationId);
    await step(t, id, { to: 'sent', way: 'post' });
    await expect(save(4, other)).rejects.toMatchObject({ code: 'referral_step_not_possible' });
    await save(4, organisationId, { urgency: 'within24h' });
    await expect(save(5, organisationId, { replyBy: '2099-01-01' })).rejects.toMatchObject({
      code: 'date_not_possible',
    });
    expect((await t.client.referrals.get({ id })).referral.details.replyBy).toBe('2026-11-22');
  });

  test('keeps the two receipts of certified mail, and only of certified mail', async () => {
    const t = await openCore();
    const { personId, organisationId } = await somebody(t);
    const sent = { on: today, way: 'pec' } as const;
    const wanted = { personId, details: details(organisationId), sent };
    const { id } = await t.client.referrals.create(wanted);
    await t.client.referrals.recordReceipts({ id, revision: 2, acceptedOn: today });
    await t.client.referrals.recordReceipts({
      id,
      revision: 3,
      acceptedOn: today,
      deliveredOn: today,
    });
    expect((await t.client.referrals.get({ id })).referral).toMatchObject({
      pecAcceptedOn: today,
      pecDeliveredOn: today,
    });
    const { id: byPhoneId } = await byPhone(t);
    const receipts = { id: byPhoneId, revision: 2, acceptedOn: today };
    await expect(t.client.referrals.recordReceipts(receipts)).rejects.toMatchObject({
      code: 'referral_step_not_possible',
    });
  });
});
