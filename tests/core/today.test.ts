import { describe, expect, test } from 'vitest';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import {
  aLetter,
  anOffice,
  aPerson,
  aPlan,
  aReferralConsent,
  aSession,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { id: personId } = await t.client.people.create(aPerson());
  const { id: officeId } = await t.client.organisations.save(anOffice());
  const kinds = async () => (await t.client.today.get({})).items.map((item) => item.kind);
  return { ...t, personId, officeId, kinds };
}

describe('today', () => {
  test('brings back what is due by itself', async () => {
    const { client, personId, officeId, kinds, setToday } = await desk();
    const details = aReferralConsent(officeId, { expiresOn: '2026-12-10' });
    await client.consents.give({ personId, details });
    const { referralId: id } = await issueLetter(client, { personId, details: aLetter(officeId) });
    const record = (revision: number, step: ReferralStep) =>
      client.referrals.record({ id, revision, step });
    expect((await kinds()).sort()).toEqual(['consentExpiring', 'letterNotSent']);
    const { items } = await client.today.get({});
    expect(items.find((item) => item.kind === 'letterNotSent')?.opens).toEqual({
      page: 'referral',
      id,
    });
    await record(1, { to: 'sent', on: '2026-11-21', way: 'byHand' });
    expect((await kinds()).sort()).toEqual(['consentExpiring', 'replyAwaited']);
    setToday('2026-12-06');
    expect((await kinds()).sort()).toEqual(['consentExpiring', 'replyOverdue']);
    await record(2, { to: 'accepted', on: '2026-12-06' });
    expect(await kinds()).toEqual(['consentExpiring']);
  });

  test('reminds of the review of a plan on the day agreed in it, until it is marked', async () => {
    const { client, personId, kinds, setToday } = await desk();
    const { id } = await client.plans.start({ personId });
    await client.plans.save({ id, revision: 1, details: aPlan({ reviewOn: '2027-02-21' }) });
    expect(await kinds()).toEqual(['planUnsigned']);
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    expect(await kinds()).toEqual([]);
    setToday('2027-02-14');
    const { items } = await client.today.get({});
    const [review] = items.filter((item) => item.handle?.rule === 'planReview');
    expect(review).toMatchObject({ due: '2027-02-21', daysLeft: 7, group: 'week', personId });
    expect(review?.opens).toEqual({ page: 'plan', id });
    setToday('2027-06-14');
    expect((await client.today.get({})).items.map((item) => item.group)).toContain('overdue');
  });

  test('looks at a plan again on the day its review agreed on, and not after it was closed', async () => {
    const { client, personId, setToday } = await desk();
    const { id } = await client.plans.start({ personId });
    await client.plans.save({ id, revision: 1, details: aPlan({ reviewOn: '2026-12-01' }) });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    const reviews = async () => {
      const { items } = await client.today.get({});
      return items.filter((item) => item.handle?.rule === 'planReview').map((item) => item.due);
    };
    setToday('2026-12-01');
    expect(await reviews()).toEqual(['2026-12-01']);
    const review = { reviewedOn: '2026-12-01', present: '', outcomes: [] };
    await client.plans.recordReview({
      id,
      review: { ...review, decision: 'continue', nextReviewOn: '2027-03-01' },
    });
    expect(await reviews()).toEqual([]);
    setToday('2027-03-01');
    expect(await reviews()).toEqual(['2027-03-01']);
    await client.plans.recordReview({
      id,
      review: { ...review, reviewedOn: '2027-03-01', decision: 'close' },
    });
    expect(await reviews()).toEqual([]);
  });

  test('brings actions of a plan that are late, and consents to sign anew at eighteen', async () => {
    const { client, officeId, setToday } = await desk();
    const birth = { year: 2008, month: 12, day: 1, certainty: 'documented' } as const;
    const { id: personId } = await client.people.create(aPerson({ birth }));
    await client.consents.give({
      personId,
      details: aReferralConsent(officeId, {
        givenBy: 'guardian',
        giverName: 'Ada Lorusso',
        childOpinion: { stance: 'agrees' },
      }),
    });
    const { id } = await client.plans.start({ personId });
    const [goal] = aPlan().goals;
    const late = { responsible: 'person', state: 'toDo', byWhen: '2026-12-04' } as const;
    const actions = [
      { ...late, what: 'Iscriversi' },
      { ...late, what: 'Telefonare', byWhen: '2026-12-03' },
    ];
    const details = aPlan({
      guardian: 'Ada Lorusso',
      childOpinion: 'Va bene.',
      goals: goal ? [{ ...goal, actions }] : [],
    });
    await client.plans.save({ id, revision: 1, details });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    setToday('2026-12-05');
    const ofPerson = async () =>
      (await client.today.get({})).items
        .filter((item) => item.personId === personId && !item.handle)
        .map(({ kind, due, about }) => [kind, due, about]);
    expect(await ofPerson()).toEqual([
      ['actionOverdue', '2026-12-03', 'Telefonare (+1)'],
      ['consentSignAnew', '2026-12-01', 'Comune di Prova'],
    ]);
  });

  test('says nothing about closed files', async () => {
    const { client, personId, kinds } = await desk();
    await client.plans.start({ personId });
    const task = { kind: 'callBack' as const, dueOn: '2026-11-21' };
    await client.tasks.save({ personId, details: task });
    expect((await kinds()).sort()).toEqual(['callBack', 'planUnsigned']);
    await client.caseFiles.close({ personId, closedOn: '2026-11-21', reason: 'goalsReached' });
    expect(await client.today.get({})).toMatchObject({ items: [], openFiles: 0 });
  });

  test('people to call back and deadlines of one’s own come on their day and go when done', async () => {
    const { client, personId } = await desk();
    await client.tasks.save({
      personId,
      details: { kind: 'callBack', dueOn: '2026-11-21', note: 'Dopo le 18' },
    });
    await client.tasks.save({
      personId,
      details: { kind: 'ownDeadline', title: 'Bolletta', dueOn: '2026-11-27' },
    });
    await client.tasks.save({
      details: { kind: 'ownDeadline', title: 'Assemblea', dueOn: '2026-11-25' },
    });
    const { items } = await client.today.get({});
    expect(items).toMatchObject([
      { section: 'due', about: 'Assemblea', group: 'week' },
      { section: 'due', about: 'Bolletta', personId },
      { section: 'callBacks', about: 'Dopo le 18', group: 'today', personId },
    ]);
    for (const { handle, personId: whose } of items) {
      if (!handle) throw new Error('cannot be marked');
      const mark = { state: 'done' as const, doneOn: '2026-11-21' };
      await client.deadlineMarks.record({ ...(whose ? { personId: whose } : {}), ...handle, mark });
    }
    expect((await client.today.get({})).items).toEqual([]);
  });

  test('shows the first hundred of a section, names deciding among those of a day, and says how many there are', async () => {
    const { client, personId: one } = await desk();
    const { id: other } = await client.people.create(aPerson());
    // From two sources, which find them one after the other.
    const { id: officeId } = await client.organisations.save(anOffice());
    for (let index = 0; index < 60; index++) {
      const details = { kind: 'ownDeadline' as const, title: `n. ${index}`, dueOn: '2026-11-22' };
      await client.tasks.save({ personId: one, details });
      await client.consents.give({
        personId: other,
        details: aReferralConsent(officeId, { expiresOn: '2026-11-22' }),
      });
    }
    const rename = async (id: string, family: string) => {
      const { revision, details } = await client.people.get({ id });
      const names = details.names.slice(0, 1).map((name) => ({ ...name, family }));
      const { contact: _, legalStatus: __, reception: ___, address: ____, ...basics } = details;
      await client.people.update({ id, revision, details: { ...basics, names } });
    };
    // Both ways round: the order in which the two were found must not decide who stays below the line.
    for (const [first, last] of [
      [one, other],
      [other, one],
    ] as const) {
      await rename(first, 'Aaa');
      await rename(last, 'Zzz');
      const { items, totals } = await client.today.get({});
      expect(items.map(({ personId }) => personId)).toEqual([
        ...Array.from({ length: 60 }, () => first),
        ...Array.from({ length: 40 }, () => last),
      ]);
      expect(items.every(({ listedName }) => /^(Aaa|Zzz) /.test(listedName ?? ''))).toBe(true);
      expect(totals).toEqual({ due: 120 });
    }
  });

  test('what was settled by a step of whatever day is not shown, though steps are read by their days', async () => {
    const { client, personId } = await desk();
    const note = (kind: 'domicileMoved' | 'domicileReported' | 'residenceDeclared', on: string) =>
      client.procedureEvents.save({ personId, details: { kind, on, sourceSeen: true } });
    const rules = async () =>
      (await client.today.get({})).items.flatMap(({ handle }) => handle?.rule ?? []).sort();
    await note('domicileMoved', '2026-11-12');
    expect(await rules()).toEqual(['domicileReport', 'residenceDeclaration']);
    await note('domicileReported', '2026-11-13');
    await note('residenceDeclared', '2026-11-13');
    expect(await rules()).toEqual([]);
  });

  test('the yearly report of the association appears a month before, without a person', async () => {
    const { client, setToday } = await desk();
    const report = async () =>
      (await client.today.get({})).items.find((item) => item.handle?.rule === 'registerReport');
    expect(await report()).toBeUndefined();
    setToday('2027-01-02');
    expect(await report()).toMatchObject({ due: '2027-01-30', daysLeft: 28 });
    await client.procedureEvents.save({
      details: { kind: 'registerReportSent', on: '2027-01-02', sourceSeen: true },
    });
    expect(await report()).toBeUndefined();
  });

  test('one’s own are the people one follows; the team sees all', async () => {
    const { client, personId } = await desk();
    const { id: other } = await client.people.create(aPerson());
    const dueOn = '2026-11-21';
    for (const id of [personId, other]) {
      await client.tasks.save({ personId: id, details: { kind: 'callBack', dueOn } });
    }
    const { user } = await client.vault.session({});
    await client.caseFiles.assign({ personId, workerId: null });
    await client.caseFiles.assign({ personId: other, workerId: user.id });
    const who = async (whose: 'mine' | 'team') => {
      const { items, openFiles } = await client.today.get({ whose });
      return [openFiles, ...items.map((item) => item.personId)];
    };
    expect(await who('mine')).toEqual([1, other]);
    expect((await who('team')).sort()).toEqual([2, personId, other].sort());
  });

  test('appointments of today stand in the order of the day, until they are kept', async () => {
    const { client, personId } = await desk();
    const save = (start: string, on: string) =>
      client.appointments.save({
        details: {
          on,
          start,
          minutes: 30,
          kind: 'talk',
          about: `ore ${start}`,
          personIds: [personId],
        },
      });
    await save('15:00', '2026-11-21');
    await save('09:30', '2026-11-21');
    await save('10:00', '2026-11-22');
    const { items } = await client.today.get({});
    expect(items).toMatchObject([
      { section: 'appointments', time: '09:30', personId, appointmentKind: 'talk' },
      { section: 'appointments', time: '15:00', about: 'ore 15:00' },
    ]);
  });

  test('a lesson of today leads to its list of people, until somebody noted who was there', async () => {
    const { client, personId } = await desk();
    const heldOn = '2026-11-21';
    const expected = { personId, attendance: 'expected' as const };
    const details = aSession({ heldOn, start: '17:30', title: 'Italiano A1' });
    const { id } = await client.sessions.save({ details, participants: [expected] });
    await client.sessions.save({
      details: aSession({ heldOn: '2026-11-22' }),
      participants: [expected],
    });
    const shown = async () => (await client.today.get({ whose: 'mine' })).items;
    expect(await shown()).toMatchObject([
      {
        section: 'appointments',
        kind: 'session',
        time: '17:30',
        about: 'Italiano A1',
        opens: { page: 'session', id },
      },
    ]);
    await client.sessions.save({
      id,
      revision: 1,
      details,
      participants: [{ personId, attendance: 'absent' }],
    });
    expect(await shown()).toEqual([]);
  });

  test('permits that expire stand together while there is time, and with what is late once there is none', async () => {
    const { client, personId, setToday } = await desk();
    await client.identityDocuments.save({
      personId,
      details: {
        type: 'residencePermit',
        title: 'AS',
        state: 'issued',
        expiry: 'known',
        expiresOn: '2027-02-10',
        seen: 'copy',
      },
    });
    const shown = async () =>
      (await client.today.get({})).items
        .filter((item) => item.personId === personId && item.handle)
        .map(({ section, handle, due, group }) => [section, handle?.rule, due, group]);
    expect(await shown()).toEqual([['permits', 'permitRenewal', '2026-12-12', 'month']]);
    setToday('2026-12-12');
    expect(await shown()).toEqual([['due', 'permitRenewal', '2026-12-12', 'today']]);
    setToday('2026-12-20');
    expect(await shown()).toEqual([['due', 'permitRenewal', '2026-12-12', 'overdue']]);
  });

  test('a restricted case is not named to a volunteer who is not on it', async () => {
    const { client, personId, folder } = await desk();
    const passphrase = 'altra frase per altra persona';
    const { id: userId } = await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.tasks.save({ personId, details: { kind: 'callBack', dueOn: '2026-11-21' } });
    const details = { on: '2026-11-21', start: '09:00', minutes: 30, kind: 'talk' as const };
    await client.appointments.save({ details: { ...details, personIds: [personId] } });
    await client.caseAccess.save({ personId, isRestricted: true });
    const seen = async () => {
      const { items, recentPeople, openFiles } = await client.today.get({});
      return [items.length, recentPeople.length, openFiles];
    };
    expect(await seen()).toEqual([2, 1, 1]);
    await client.caseAccess.grant({ personId, userId });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'Altra', passphrase });
    expect(await seen()).toEqual([2, 1, 1]);
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'Giulia Ferraris', passphrase: testPassphrase });
    await client.caseAccess.revoke({ personId, userId });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'Altra', passphrase });
    expect(await seen()).toEqual([0, 0, 0]);
  });
});
