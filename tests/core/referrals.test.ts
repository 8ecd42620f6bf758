import { describe, expect, test } from 'vitest';
import type { InputOf, VaultContract } from '#api/contract.ts';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import { aLetter, anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { hasWatermark } from '../support/pdf-tools.ts';

type Test = Awaited<ReturnType<typeof openCore>>;
const today = '2026-11-21';

/** A new person and a new office in the register, with consent from one to the other unless told. */
async function somebody(t: Test, { consent = true } = {}) {
  const { id: personId } = await t.client.people.create(aPerson());
  const { id: organisationId } = await t.client.organisations.save(anOffice());
  const give = () =>
    t.client.consents.give({ personId, details: aReferralConsent(organisationId) });
  const consentId = consent ? (await give()).id : '';
  return { personId, organisationId, consentId, give };
}

const details = (organisationId: string) => ({ organisationId, urgency: 'within72h' as const });

async function step(t: Test, id: string, what: Partial<ReferralStep> & Pick<ReferralStep, 'to'>) {
  const { referral } = await t.client.referrals.get({ id });
  await t.client.referrals.record({
    id,
    revision: referral.revision,
    step: { on: referral.sentOn ?? today, ...what },
  });
}

async function byPhone(t: Test, more: Partial<InputOf<VaultContract, 'referrals.create'>> = {}) {
  const made = await somebody(t);
  const { id } = await t.client.referrals.create({
    personId: made.personId,
    details: details(made.organisationId),
    sent: { on: today, way: 'phone' },
    ...more,
  });
  return { ...made, id };
}

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
