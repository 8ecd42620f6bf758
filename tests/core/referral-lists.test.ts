import { describe, expect, test } from 'vitest';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { aLetter, anOffice } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { hasWatermark } from '../support/pdf-tools.ts';
import { byPhone, details, somebody, step, today } from '../support/referrals.ts';

describe('a letter', () => {
  test('opens a referral that is to be sent, or belongs to one that was opened before', async () => {
    const t = await openCore();
    const { personId, organisationId } = await somebody(t);
    const letter = { personId, details: aLetter(organisationId), urgency: 'within72h' } as const;
    const issued = await issueLetter(t.client, letter);
    const { referral } = await t.client.referrals.get({ id: issued.referralId });
    expect(referral).toMatchObject({
      state: 'draft',
      details: { urgency: 'within72h', replyBy: '2026-11-24' },
      letter: { id: issued.id, protocol: '1/2026', templateCode: 'ANA' },
    });
    const { id: referralId } = await t.client.referrals.create({
      personId,
      details: details(organisationId),
    });
    const second = await issueLetter(t.client, { ...letter, referralId });
    expect(second).toMatchObject({ referralId, protocol: '2/2026' });
    await expect(issueLetter(t.client, { ...letter, referralId })).rejects.toMatchObject({
      code: 'referral_has_letter',
    });
    const stranger = await somebody(t);
    await expect(
      issueLetter(t.client, {
        personId: stranger.personId,
        details: aLetter(stranger.organisationId),
        referralId,
      }),
    ).rejects.toMatchObject({ code: 'referral_step_not_possible' });
  });

  test('goes on showing the office it was written to', async () => {
    const t = await openCore();
    const { personId, organisationId } = await somebody(t);
    const { id: letterId } = await issueLetter(t.client, {
      personId,
      details: aLetter(organisationId),
    });
    const before = await t.client.documents.letter({ letterId });
    const moved = anOffice({ name: 'Comune Nuovo', address: 'via Nuova 1' });
    await t.client.organisations.save({ ...moved, id: organisationId, revision: 1 });
    const after = await t.client.documents.letter({ letterId });
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
  });

  test('stops at once when consent is withdrawn: read in the file, never saved again', async () => {
    const t = await openCore();
    const { personId, organisationId, consentId, give } = await somebody(t);
    const { id: letterId, referralId: id } = await issueLetter(t.client, {
      personId,
      details: aLetter(organisationId),
    });
    await t.client.consents.withdraw({ id: consentId });
    expect((await t.client.referrals.get({ id })).referral.consent).toBe('withdrawn');
    await expect(step(t, id, { to: 'sent', way: 'pec' })).rejects.toMatchObject({
      code: 'consent_withdrawn',
    });
    const save = () => t.saved((grant) => t.client.documents.saveLetter({ letterId, grant }));
    await expect(save()).rejects.toMatchObject({ code: 'consent_withdrawn' });
    expect(hasWatermark((await t.client.documents.letter({ letterId })).bytes)).toBe(true);
    await step(t, id, { to: 'withdrawn' });
    await expect(save()).rejects.toMatchObject({ code: 'consent_withdrawn' });
    await give();
    expect(hasWatermark(await save())).toBe(false);
  });
});

describe('the list of referrals', () => {
  test('finds by state, urgency, office, lateness and whose they are, those due first', async () => {
    const t = await openCore();
    const late = await byPhone(t);
    t.setToday('2026-11-25');
    const fresh = await byPhone(t, { sent: { on: '2026-11-25', way: 'pec' } });
    const waiting = await byPhone(t, { sent: { on: '2026-11-25', way: 'pec' } });
    await step(t, waiting.id, { to: 'waitingList', waitingUntil: '2026-11-26' });
    const done = await byPhone(t, { sent: { on: '2026-11-25', way: 'pec' } });
    await step(t, done.id, { to: 'concluded', outcome: 'needMet' });
    t.setToday('2026-11-27');
    const ids = async (filter: InputOf<VaultContract, 'referrals.list'>) =>
      (await t.client.referrals.list(filter)).items.map(({ id }) => id);
    expect(await ids({})).toEqual([late.id, waiting.id, fresh.id]);
    expect(await ids({ onlyOverdue: true })).toEqual([late.id, waiting.id]);
    expect(await ids({ showClosed: true })).toEqual([late.id, waiting.id, fresh.id, done.id]);
    expect(await ids({ state: 'concluded' })).toEqual([done.id]);
    expect(await ids({ urgency: 'normal' })).toEqual([]);
    expect(await ids({ organisationId: fresh.organisationId })).toEqual([fresh.id]);
    expect(await ids({ limit: 1, offset: 1 })).toEqual([waiting.id]);
    const passphrase = 'altra frase per altra persona';
    await t.client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, name: 'Altra', passphrase });
    expect(await ids({ onlyMine: true })).toEqual([]);
    expect(await ids({})).toHaveLength(3);
  });
});

describe('what referrals bring back to the first screen', () => {
  test('replies, unsent letters, waiting lists, and those that have to stop; not what is settled', async () => {
    const t = await openCore();
    const replies = async () =>
      (await t.client.today.get({})).items.flatMap(({ section, kind, due }) =>
        section === 'replies' ? [`${kind} ${due}`] : [],
      );
    const { personId, organisationId, consentId } = await somebody(t);
    const draft = { personId, details: details(organisationId) };
    await t.client.referrals.create(draft);
    expect(await replies()).toEqual([]);
    const { referralId } = await issueLetter(t.client, {
      personId,
      details: aLetter(organisationId),
    });
    expect(await replies()).toEqual(['letterNotSent 2026-11-21']);
    await step(t, referralId, { to: 'sent', way: 'pec' });
    expect(await replies()).toEqual(['replyAwaited 2026-12-05']);
    await step(t, referralId, { to: 'received' });
    expect(await replies()).toEqual(['replyAwaited 2026-12-05']);
    await step(t, referralId, { to: 'waitingList', waitingUntil: '2026-12-20' });
    expect(await replies()).toEqual(['waitingList 2026-12-20']);
    await step(t, referralId, { to: 'accepted' });
    expect(await replies()).toEqual([]);
    await t.client.consents.withdraw({ id: consentId });
    expect(await replies()).toEqual(['consentWithdrawn 2026-11-21', 'consentWithdrawn 2026-12-05']);
    await step(t, referralId, { to: 'withdrawn' });
    expect(await replies()).toEqual(['consentWithdrawn 2026-11-21']);
    await t.client.caseFiles.close({ personId, closedOn: today, reason: 'other' });
    expect(await replies()).toEqual([]);
  });
});

describe('people nobody has met', () => {
  test('are flagged after the days the association has chosen, until something happens', async () => {
    const t = await openCore();
    const { personId } = await somebody(t, { consent: false });
    const { personId: closed } = await somebody(t, { consent: false });
    await t.client.caseFiles.close({ personId: closed, closedOn: today, reason: 'other' });
    t.setToday('2027-01-19');
    expect(await t.client.lostContacts.list({})).toEqual({ afterDays: 60, items: [] });
    t.setToday('2027-01-20');
    const { items } = await t.client.lostContacts.list({});
    expect(items).toEqual([
      { personId, listedName: 'Warsame Amina', lastContactOn: today, days: 60 },
    ]);
    const association = await t.client.association.get({});
    await t.client.association.save({ ...association, lostContactDays: 90 });
    expect((await t.client.lostContacts.list({ personIds: [personId] })).items).toEqual([]);
    t.setToday('2027-02-20');
    expect((await t.client.lostContacts.list({ personIds: [personId] })).items).toHaveLength(1);
    expect((await t.client.lostContacts.list({ personIds: [closed] })).items).toEqual([]);
    const quiet = (await t.client.today.get({})).items.filter(({ section }) => section === 'quiet');
    expect(quiet).toMatchObject([{ kind: 'lostContact', personId, due: today }]);
    await t.client.assessments.record({ personId, score: { domain: 'HOU', level: 2 } });
    expect((await t.client.lostContacts.list({})).items).toEqual([]);
  });
});
