import { expect, test } from 'vitest';
import type { Client } from '#api/client.ts';
import { diaryKinds } from '#domain/diary/diary.ts';
import {
  aLetter,
  anAppointment,
  anOffice,
  aPerson,
  aPlan,
  aReferralConsent,
  aService,
  aSession,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { asVolunteer, lettingIn, startProgramme, TODAY } from '../support/programmes.ts';

async function aFullDiary() {
  const t = await openCore();
  const { client } = t;
  const { user } = await client.vault.session({});
  const { id: personId } = await client.people.create(aPerson());
  const { id: officeId } = await client.organisations.save(anOffice());
  const details = aReferralConsent(officeId, { scope: 'Solo il nome.' });
  const { id: consentId } = await client.consents.give({ personId, details });
  const letter = await issueLetter(client, { personId, details: aLetter(officeId) });
  const sent = { to: 'sent', on: '2026-11-21', way: 'byHand' } as const;
  await client.referrals.record({ id: letter.referralId, revision: 1, step: sent });
  const answered = { to: 'accepted', on: '2026-11-21' } as const;
  await client.referrals.record({ id: letter.referralId, revision: 2, step: answered });
  const { id: referralId } = await client.referrals.create({
    personId,
    details: { organisationId: officeId, urgency: 'normal' },
  });
  await client.referrals.record({ id: referralId, revision: 1, step: sent });
  await client.assessments.record({
    personId,
    score: { domain: 'HOU', level: 2, words: 'Una stanza.' },
  });
  const { id: planId } = await client.plans.start({ personId });
  await client.plans.save({ id: planId, revision: 1, details: aPlan() });
  await client.plans.sign({ id: planId, signedOn: '2026-11-21' });
  await t.saved((grant) => client.documents.savePlan({ planId, grant }));
  await client.appointments.save({ details: anAppointment({ personIds: [personId] }) });
  const participants = [{ personId, attendance: 'present' as const }];
  await client.sessions.save({ details: aSession(), participants });
  for (const doneOn of ['2026-03-01', '2026-05-01', '2026-07-01']) {
    await client.services.save({ personId, details: aService(user.id, { doneOn }) });
  }
  await client.consents.withdraw({ id: consentId });
  await client.plans.recordReview({
    id: planId,
    review: {
      reviewedOn: '2026-11-21',
      present: '',
      outcomes: [],
      decision: 'continue',
      nextReviewOn: '2027-02-01',
    },
  });
  await standsWithTheLaw(client, personId);
  await settlesAndBelongs(client, personId);
  const { id: programmeId } = await startProgramme(t, 'spazio-comune');
  const { id } = await client.enrolments.create(lettingIn(programmeId, personId));
  await client.enrolments.record({ id, stage: 'active', reachedOn: TODAY });
  await client.enrolments.close({ id, leftOn: TODAY, exit: 'goalsReached' });
  return { ...t, personId };
}

/** A bill paid in time, a call returned, a rule that does not concern them; a sister, and a guardian with a decree. */
async function settlesAndBelongs(client: Client, personId: string): Promise<void> {
  await client.tasks.save({
    personId,
    details: { kind: 'ownDeadline', title: 'Bolletta della luce', dueOn: '2026-11-21' },
  });
  await client.tasks.save({ personId, details: { kind: 'callBack', dueOn: '2026-11-21' } });
  const { items } = await client.deadlines.list({ personId });
  const tasks = ['ownDeadline', 'callBack'];
  const ofLaw = items.find(({ rule }) => !tasks.includes(rule));
  for (const one of items) {
    const handle = { personId, rule: one.rule, factKey: one.factKey };
    const isTask = tasks.includes(one.rule);
    const mark = isTask
      ? ({ state: 'done', doneOn: '2026-11-20' } as const)
      : ({ state: 'notApplicable', reason: 'Ha già un avvocato.' } as const);
    if (isTask || one === ofLaw) await client.deadlineMarks.record({ ...handle, mark });
  }
  const tie = { place: 'italy', life: 'alive' } as const;
  const { id: sister } = await client.people.create(aPerson());
  await client.ties.save({
    personId: sister,
    details: { ...tie, kind: 'parent', otherPersonId: personId },
  });
  await client.ties.save({
    personId,
    details: {
      ...tie,
      ...{ kind: 'guardian', otherName: 'Ada Lorusso' },
      ...{ validFrom: '2026-02-01', validTo: '2026-08-01' },
    },
  });
}

/** A hearing, a recognition, a permit and a stay, each kept in a place of its own. */
async function standsWithTheLaw(client: Client, personId: string): Promise<void> {
  await client.procedureEvents.save({
    personId,
    details: { kind: 'hearing', on: '2026-08-10', note: 'Con il legale.', sourceSeen: true },
  });
  await client.legalStatusPeriods.save({
    personId,
    details: { status: 'refugee', fromOn: '2026-09-01', decision: 'granted' },
  });
  await client.identityDocuments.save({
    personId,
    details: {
      type: 'residencePermit',
      title: 'AS',
      state: 'issued',
      askedOn: '2026-09-05',
      issuedOn: '2026-10-02',
      expiry: 'unknown',
      seen: 'copy',
    },
  });
  await client.receptionStays.save({
    personId,
    details: { type: 'cas', fromOn: '2025-01-10', toOn: '2026-10-20' },
  });
}

test('the diary tells everything that happened, newest first', async () => {
  const { client, personId } = await aFullDiary();
  const { items, total } = await client.diary.list({ personId });
  expect(items.map((one) => one.on)).toEqual([...items.map((one) => one.on)].sort().reverse());
  expect(new Set(items.map((one) => one.kind))).toEqual(new Set(diaryKinds));
  expect(items.map((one) => one.summaryKey).sort()).toEqual([
    'appointment.planned',
    'caseFile.opened',
    'consent.given',
    'consent.withdrawn',
    'deadline.calledBack',
    'deadline.done',
    'deadline.notApplicable',
    'document.given',
    'letter.answered',
    'letter.issued',
    'need.recorded',
    'plan.reviewed',
    'plan.signed',
    'procedure.askedFor',
    'procedure.granted',
    'procedure.housed',
    'procedure.issued',
    'procedure.moved',
    'procedure.noted',
    'programme.joined',
    'programme.left',
    'programme.reached',
    'referral.sent',
    'service.attended',
    'service.attended',
    'service.attended',
    'session.present',
    'tie.began',
    'tie.ended',
    'tie.noted',
  ]);
  expect(total).toBe(items.length);
  expect(items.find((one) => one.kind === 'need')).toMatchObject({
    note: 'Una stanza.',
    params: { level: 2 },
    by: 'Giulia Ferraris',
  });
  const noted = items.find((one) => one.summaryKey === 'procedure.noted');
  expect(noted).toMatchObject({ note: 'Con il legale.', params: { fact: { fact: 'hearing' } } });
  const of = (key: string) => items.find((one) => one.summaryKey === key);
  expect(of('deadline.done')).toMatchObject({
    on: '2026-11-20',
    params: { what: 'Bolletta della luce' },
  });
  // A rule is told by its title; why it does not concern them stands beside it.
  expect(of('deadline.notApplicable')?.params).toMatchObject({
    what: { words: { it: expect.any(String) } },
    why: 'Ha già un avvocato.',
  });
  // Said by the other side: they are the parent there, so the other is their child here.
  expect(of('tie.noted')?.params).toMatchObject({ what: { list: 'tieKinds', code: 'child' } });
  expect(of('tie.ended')).toMatchObject({ on: '2026-08-01', params: { who: 'Ada Lorusso' } });
  expect(items.find((one) => one.summaryKey === 'programme.reached')?.params).toMatchObject({
    stage: { words: { en: expect.any(String), it: expect.any(String) } },
  });
});

test('it is filtered by kind and period, and turned page by page', async () => {
  const { client, personId } = await aFullDiary();
  const services = await client.diary.list({ personId, kinds: ['service'], from: '2026-04-01' });
  expect(services.items.map((one) => one.on)).toEqual(['2026-07-01', '2026-05-01']);
  const early = await client.diary.list({ personId, to: '2026-06-30' });
  expect(early.items.map((one) => one.on)).toEqual([
    '2026-05-01',
    '2026-03-01',
    '2026-02-01',
    '2025-01-10',
  ]);
  const whole = await client.diary.list({ personId });
  const pages = [];
  for (let offset = 0; offset < whole.total; offset += 5) {
    pages.push(...(await client.diary.list({ personId, offset, limit: 5 })).items);
  }
  expect(pages).toEqual(whole.items);
});

test('nobody sees another person in it', async () => {
  const { client } = await aFullDiary();
  const { id: personId } = await client.people.create(aPerson());
  const { items } = await client.diary.list({ personId });
  expect(items.map((one) => one.summaryKey)).toEqual(['caseFile.opened']);
  await expect(client.diary.list({ personId: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a tie to somebody whose case is restricted is told to nobody who may not know of it', async () => {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(aPerson());
  const { id: hidden } = await client.people.create(aPerson());
  await client.ties.save({
    personId,
    details: { kind: 'sibling', otherPersonId: hidden, place: 'italy', life: 'alive' },
  });
  await client.caseAccess.save({ personId: hidden, isRestricted: true });
  const kinds = async () =>
    (await client.diary.list({ personId, kinds: ['tie'] })).items.map((one) => one.summaryKey);
  expect(await kinds()).toEqual(['tie.noted']);
  await asVolunteer(t);
  expect(await kinds()).toEqual([]);
});
