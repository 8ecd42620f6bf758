import { describe, expect, test } from 'vitest';
import type { InboundReferralDetails } from '#domain/referrals/inbound-referral.ts';
import { anOffice, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { id: personId } = await t.client.people.create(aPerson());
  const { id: organisationId } = await t.client.organisations.save(anOffice());
  return { ...t, personId, organisationId };
}

const asked = (more: Partial<InboundReferralDetails> = {}): InboundReferralDetails => ({
  sender: 'Scuola media Verdi',
  receivedOn: '2026-11-20',
  way: 'email',
  request: 'Serve un corso di italiano per la madre.',
  urgency: 'within72h',
  ...more,
});

describe('somebody sent to us', () => {
  test('comes back in Today until whoever sent them has an answer', async () => {
    const { client, personId, organisationId, setToday } = await desk();
    const details = asked({ sender: undefined, organisationId, theirProtocol: '12/2026' });
    await client.inboundReferrals.save({ personId, details });
    const owed = async () =>
      (await client.today.get({})).items.filter((item) => item.kind === 'replyOwed');
    expect(await owed()).toMatchObject([
      { personId, section: 'due', due: '2026-11-23', about: anOffice().name },
    ]);
    setToday('2026-11-25');
    const { items } = await client.inboundReferrals.list({ onlyToAnswer: true });
    expect(items).toMatchObject([{ replyBy: '2026-11-23', isOverdue: true }]);
    const [inbound] = items;
    if (!inbound) throw new Error('it was saved');
    const reply = { on: '2026-11-25', kind: 'accepted', way: 'pec', words: 'Dal lunedì.' } as const;
    await client.inboundReferrals.reply({ id: inbound.id, revision: inbound.revision, reply });
    expect(await owed()).toEqual([]);
    expect((await client.inboundReferrals.list({ onlyToAnswer: true })).total).toBe(0);
    expect((await client.inboundReferrals.list({ personId })).items).toMatchObject([
      { reply, isOverdue: false },
    ]);
    const diary = (await client.diary.list({ personId, kinds: ['referral'] })).items;
    expect(diary.map((entry) => entry.summaryKey)).toEqual([
      'referral.inboundAnswered',
      'referral.inbound',
    ]);
    expect((await client.recipients.list({ personId })).items).toMatchObject([
      { kind: 'reply', on: '2026-11-25', to: anOffice().name },
    ]);
  });

  test('is corrected, its answer taken back, and removed with one click to undo', async () => {
    const { client, personId } = await desk();
    const { id } = await client.inboundReferrals.save({ personId, details: asked() });
    await client.inboundReferrals.save({
      id,
      revision: 1,
      details: asked({ urgency: 'normal', replyBy: '2026-12-24' }),
    });
    const stale = client.inboundReferrals.save({ id, revision: 1, details: asked() });
    await expect(stale).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const reply = { on: '2026-11-21', kind: 'declined', way: 'phone' } as const;
    await client.inboundReferrals.reply({ id, revision: 2, reply });
    await client.inboundReferrals.reply({ id, revision: 3, reply: null });
    const list = () => client.inboundReferrals.list({ personId });
    expect((await list()).items).toMatchObject([{ replyBy: '2026-12-24', revision: 4 }]);
    await client.inboundReferrals.remove({ id });
    expect((await list()).items).toEqual([]);
    await client.inboundReferrals.restore({ id });
    expect((await list()).items).toMatchObject([{ id, senderName: 'Scuola media Verdi' }]);
  });

  test('comes from one sender, asks for something, and not tomorrow', async () => {
    const { client, core, personId, organisationId } = await desk();
    const fields = async (details: object) => {
      const answer = await core.dispatch('inboundReferrals.save', { personId, details });
      return answer.ok ? undefined : answer.error.code;
    };
    expect(await fields({ ...asked(), organisationId })).toBe('invalid_input');
    expect(await fields({ ...asked(), sender: undefined })).toBe('invalid_input');
    expect(await fields({ ...asked(), request: ' \u202e ' })).toBe('invalid_input');
    expect(await fields(asked({ receivedOn: '2026-11-22' }))).toBe('date_not_possible');
    expect(await fields(asked({ replyBy: '2099-01-01' }))).toBe('date_not_possible');
    expect((await client.inboundReferrals.list({})).total).toBe(0);
    const { id } = await client.inboundReferrals.save({ personId, details: asked() });
    const early = { on: '2026-11-19', kind: 'accepted', way: 'email' } as const;
    const answer = client.inboundReferrals.reply({ id, revision: 1, reply: early });
    await expect(answer).rejects.toMatchObject({ code: 'date_not_possible' });
  });
});
