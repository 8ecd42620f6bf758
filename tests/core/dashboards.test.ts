import { describe, expect, test } from 'vitest';
import { reportsDue } from '#domain/reports/report-calendar.ts';
import {
  aLetter,
  aName,
  anOffice,
  aPerson,
  aReferralConsent,
  aService,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';
import { lettingIn, startProgramme } from '../support/programmes.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

async function person(t: OpenCore, name: string, openedOn: string): Promise<string> {
  t.setToday(openedOn);
  const { id } = await t.client.people.create(aPerson({ names: [aName(name, 'Prova')] }));
  return id;
}

async function assess(t: OpenCore, personId: string, day: string, levels: Record<string, number>) {
  t.setToday(day);
  const scores = Object.entries(levels).map(([domain, level]) => ({
    domain,
    level,
    wantsGoal: false,
  }));
  const { id } = await t.client.assessments.start({ personId });
  const details = { assessedOn: day, assessor: 'Giulia Ferraris', scores };
  await t.client.assessments.save({ id, revision: 1, details });
  await t.client.assessments.complete({ id });
}

describe('one person sent to three offices', () => {
  test('with three papers and one reply: one acknowledged, two awaited, each with its days', async () => {
    const t = await openCore({ today: '2026-11-01' });
    const { id: personId } = await t.client.people.create(aPerson());
    const offices = [
      { templateCode: 'QST-SOL', kind: 'policeImmigration', name: 'Questura di Prova' },
      { templateCode: 'ASL', kind: 'health', name: 'ASL di Prova' },
      { templateCode: 'ANA', kind: 'registry', name: 'Comune di Prova' },
    ] as const;
    const sent: string[] = [];
    for (const [at, { templateCode, kind, name }] of offices.entries()) {
      const { id: organisationId } = await t.client.organisations.save(anOffice({ kind, name }));
      await t.client.consents.give({ personId, details: aReferralConsent(organisationId) });
      const details = aLetter(organisationId, { templateCode, facts: ['birth', 'nationality'] });
      const { id: letterId, referralId } = await issueLetter(t.client, { personId, details });
      const paper = await t.saved((grant) => t.client.documents.saveLetter({ letterId, grant }));
      expect(textOf(paper)).toContain(name);
      t.setToday(`2026-11-0${1 + at * 2}`);
      const on = `2026-11-0${1 + at * 2}` as const;
      const { referral } = await t.client.referrals.get({ id: referralId });
      const step = { to: 'sent', on, way: 'byHand' } as const;
      await t.client.referrals.record({ id: referralId, revision: referral.revision, step });
      sent.push(referralId);
    }
    t.setToday('2026-11-15');
    const [, health = ''] = sent;
    const { referral } = await t.client.referrals.get({ id: health });
    await t.client.referrals.record({
      id: health,
      revision: referral.revision,
      step: { to: 'received', on: '2026-11-10', answeredBy: 'dott. Neri' },
    });
    const { waiting } = await t.client.dashboards.get({ ...year });
    expect(waiting).toEqual([
      { state: 'sent', count: 2, oldestDays: 14 },
      { state: 'received', count: 1, oldestDays: 12 },
    ]);
    const { items } = await t.client.referrals.list({ personId });
    expect(items.map(({ state, sentOn }) => [state, sentOn]).sort()).toEqual([
      ['received', '2026-11-03'],
      ['sent', '2026-11-01'],
      ['sent', '2026-11-05'],
    ]);
  });
});

describe('the dashboard', () => {
  test('counts open files by month, new and closed ones, and who follows how many', async () => {
    const t = await openCore({ today: '2026-01-10' });
    const { user } = await t.client.vault.session({});
    const first = await person(t, 'Uno', '2026-01-10');
    await person(t, 'Due', '2026-02-01');
    await person(t, 'Tre', '2026-02-28');
    t.setToday('2026-03-05');
    await t.client.caseFiles.close({
      personId: first,
      closedOn: '2026-03-05',
      reason: 'goalsReached',
    });
    const { months, workers } = await t.client.dashboards.get({
      from: '2026-01-01',
      to: '2026-03-31',
    });
    expect(months).toEqual([
      { month: '2026-01', open: 1, opened: 1, closed: 0 },
      { month: '2026-02', open: 3, opened: 2, closed: 0 },
      { month: '2026-03', open: 2, opened: 0, closed: 1 },
    ]);
    expect(workers.reduce((sum, { open }) => sum + open, 0)).toBe(2);
    const mine = await t.client.dashboards.get({ ...year, workerId: user.id });
    expect(mine.months.at(-1)?.open).toBe(
      workers.find(({ workerId }) => workerId === user.id)?.open ?? 0,
    );
  });

  test('compares the first assessment of the period with the last, area by area', async () => {
    const t = await openCore({ today: '2026-01-10' });
    const better = await person(t, 'Meglio', '2026-01-10');
    const same = await person(t, 'Uguale', '2026-01-10');
    const once = await person(t, 'UnaVolta', '2026-01-10');
    await assess(t, better, '2026-02-01', { HOU: 2, LNG: 4 });
    await assess(t, better, '2026-05-01', { HOU: 1, LNG: 4 });
    await assess(t, better, '2026-09-01', { HOU: 4, LNG: 3 });
    await assess(t, same, '2026-02-01', { HOU: 3 });
    await assess(t, same, '2026-09-01', { HOU: 3 });
    await assess(t, once, '2026-09-01', { HOU: 5 });
    const { transitions } = await t.client.dashboards.get(year);
    expect(transitions.map(({ table: _, ...one }) => one)).toEqual([
      { domain: 'HOU', people: 2, better: 1, same: 1, worse: 0 },
      { domain: 'LNG', people: 1, better: 0, same: 0, worse: 1 },
    ]);
    const housing = transitions[0]?.table;
    expect(housing?.[1]?.[3]).toBe(1);
    expect(housing?.[2]?.[2]).toBe(1);
    expect(housing?.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
    // What lies before the period is not the beginning.
    const autumn = await t.client.dashboards.get({ from: '2026-08-01', to: '2026-12-31' });
    expect(autumn.transitions).toEqual([]);
  });

  test('says how long people wait for a first service, and offices for an answer', async () => {
    const t = await openCore({ today: '2026-06-01' });
    const { user } = await t.client.vault.session({});
    const served = async (name: string, after: string | undefined) => {
      const personId = await person(t, name, '2026-06-01');
      t.setToday('2026-11-21');
      if (after === undefined) return personId;
      await t.client.services.save({ personId, details: aService(user.id, { doneOn: after }) });
      return personId;
    };
    await served('Subito', '2026-06-01');
    await served('Settimana', '2026-06-08');
    await served('Mese', '2026-06-20');
    await served('Tardi', '2026-08-01');
    const personId = await served('Mai', undefined);
    const { id: organisationId } = await t.client.organisations.save(anOffice());
    const consent = aReferralConsent(organisationId, { givenOn: '2026-06-01' });
    await t.client.consents.give({ personId, details: consent });
    await t.client.referrals.create({
      personId,
      details: { organisationId, urgency: 'normal' },
      sent: { on: '2026-11-11', way: 'byHand' },
    });
    const { firstService, waiting } = await t.client.dashboards.get(year);
    expect(firstService).toEqual({
      files: 5,
      medianDays: 7,
      bands: [
        { code: 'sameDay', count: 1 },
        { code: 'week', count: 1 },
        { code: 'month', count: 1 },
        { code: 'longer', count: 1 },
        { code: 'none', count: 1 },
      ],
    });
    expect(waiting).toEqual([{ state: 'sent', count: 1, oldestDays: 10 }]);
  });

  test('is narrowed to a programme', async () => {
    const t = await openCore({ today: '2026-06-01' });
    const { id: programmeId } = await startProgramme(t, 'spazio-comune', 'Spazio');
    const inside = await person(t, 'Dentro', '2026-06-01');
    await person(t, 'Fuori', '2026-06-01');
    await t.client.enrolments.create({
      ...lettingIn(programmeId, inside),
      enrolledOn: '2026-06-01',
      overrideReason: 'Per la prova',
    });
    const all = await t.client.dashboards.get(year);
    const narrowed = await t.client.dashboards.get({ ...year, programmeId });
    expect(all.firstService.files).toBe(2);
    expect(narrowed.firstService.files).toBe(1);
    await expect(
      t.client.dashboards.get({ from: '2026-12-31', to: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'period_invalid' });
  });
});

describe('reports that are due', () => {
  const programme = { from: '2026-01-31', to: '2026-07-15' };

  test('follow each other without gap from the first day to the last', () => {
    expect(reportsDue({ everyMonths: 3, withinDays: 15 }, programme, '2030-01-01')).toEqual([
      { from: '2026-01-31', to: '2026-04-29', dueOn: '2026-05-14' },
      { from: '2026-04-30', to: '2026-07-15', dueOn: '2026-07-30' },
    ]);
    expect(reportsDue({ withinDays: 60 }, programme, '2030-01-01')).toEqual([
      { from: '2026-01-31', to: '2026-07-15', dueOn: '2026-09-13' },
    ]);
    expect(reportsDue({ withinDays: 60 }, { from: '2026-01-31' }, '2030-01-01')).toEqual([]);
  });

  test('are listed for open programmes, and struck off by the report that was sent', async () => {
    const t = await openCore({ today: '2026-01-02' });
    const { id: programmeId } = await t.client.programmes.create({
      templateCode: 'spazio-comune',
      name: 'Spazio',
      from: '2026-01-01',
    });
    for (let at = 0; at < 12; at += 1) {
      const personId = await person(t, `Nome${at}`, '2026-01-02');
      await t.client.enrolments.create({
        ...lettingIn(programmeId, personId),
        enrolledOn: '2026-01-02',
        overrideReason: 'Per la prova',
      });
    }
    t.setToday('2026-05-02');
    const listed = async () => (await t.client.reportCalendar.list({})).items;
    expect(await listed()).toMatchObject([
      { programme: 'Spazio', from: '2026-01-01', to: '2026-03-31', dueOn: '2026-04-15' },
      { from: '2026-04-01', to: '2026-06-30', dueOn: '2026-07-15' },
    ]);
    const plan = {
      list: 'UNHCR',
      programmeId,
      tables: [{ rows: 'sex' as const }],
      indicators: [],
    };
    await t.client.releases.send({
      period: { from: '2026-01-01', to: '2026-03-31' },
      plan,
      recipient: 'UNHCR',
      language: 'it',
    });
    expect((await listed())[0]?.sentNumber).toBe(1);
    expect((await listed())[1]?.sentNumber).toBeUndefined();
  });
});
