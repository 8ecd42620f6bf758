import { describe, expect, test } from 'vitest';
import { openOn } from '../support/erasing.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore, testPassphrase } from '../support/open-core.ts';
import { letIn, startProgramme, TODAY } from '../support/programmes.ts';

async function closedFile(
  t: OpenCore,
  closedOn: string,
  more: { reason?: 'other' | 'duplicate'; person?: Parameters<typeof aPerson>[0] } = {},
) {
  const { id } = await t.client.people.create(aPerson(more.person));
  await t.client.caseFiles.close({ personId: id, closedOn, reason: more.reason ?? 'other' });
  return id;
}

describe('the review list', () => {
  test('holds closed files whose period is over, longest over first', async () => {
    const t = await openCore({ today: '2024-01-10' });
    const old = await closedFile(t, '2024-01-10');
    const mistake = await closedFile(t, '2024-01-10', { reason: 'duplicate' });
    const child = await closedFile(t, '2024-01-10', {
      person: { birth: { year: 2010, month: 5, day: 2, certainty: 'documented' } },
    });
    await t.client.people.create(aPerson({ names: [aName('Aperta', 'Ancora')] }));
    expect((await t.client.retention.list({})).items).toEqual([]);
    t.setToday('2024-07-11');
    expect((await t.client.retention.list({})).items).toMatchObject([
      { personId: mistake, rule: 'notFollowed', endedOn: '2024-07-10' },
    ]);
    t.setToday('2026-01-11');
    const { items, total } = await t.client.retention.list({});
    expect(items.map((item) => item.personId)).toEqual([mistake, old]);
    expect(total).toBe(2);
    t.setToday('2031-05-03');
    const later = await t.client.retention.list({});
    expect(later.items.find((item) => item.personId === child)).toMatchObject({
      rule: 'minor',
      endedOn: '2031-05-02',
    });
  });

  test('waits for the longest programme somebody took part in, from its end or theirs', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2', 'Fra Noi di prova');
    const { personId, enrolmentId } = await letIn(t, id);
    const outside = await closedFile(t, TODAY, { reason: 'duplicate' });
    await t.client.caseFiles.close({ personId, closedOn: TODAY, reason: 'duplicate' });
    t.setToday('2026-12-31');
    await t.client.enrolments.close({
      id: enrolmentId,
      leftOn: '2026-12-31',
      exit: 'goalsReached',
    });
    // By the rules a file opened by mistake is kept for half a year; the programme asks for five.
    t.setToday('2031-12-31');
    const before = await t.client.retention.list({});
    expect(before.items.map((item) => item.personId)).toEqual([outside]);
    t.setToday('2032-01-01');
    const { items } = await t.client.retention.list({});
    expect(items.find((item) => item.personId === personId)).toMatchObject({
      rule: 'programme',
      ruleTitle: { it: 'Fra Noi di prova', en: 'Fra Noi di prova' },
      endedOn: '2031-12-31',
    });
  });

  test('a clock that has run ahead by years erases nobody', async () => {
    const t = await openCore({ today: '2024-01-10' });
    const ids = [await closedFile(t, '2024-01-10'), await closedFile(t, '2024-01-10')];
    t.setToday('2099-01-01');
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect((await t.client.retention.list({})).total).toBe(2);
    for (const id of ids) expect((await t.client.people.get({ id })).id).toBe(id);
    expect((await t.client.erasures.list({})).done).toEqual([]);
  });

  test('what is decided to be kept comes back after its new day, and not before', async () => {
    const t = await openCore({ today: '2024-01-10' });
    const personId = await closedFile(t, '2024-01-10');
    t.setToday('2026-02-01');
    const keep = { personId, reason: 'Rendiconto del progetto aperto' };
    await expect(
      t.client.retention.record({ ...keep, keepUntil: '2026-02-01' }),
    ).rejects.toMatchObject({ code: 'date_in_past' });
    await t.client.retention.record({ ...keep, keepUntil: '2027-03-31' });
    expect((await t.client.retention.list({})).total).toBe(0);
    t.setToday('2027-04-01');
    expect((await t.client.retention.list({})).items).toMatchObject([
      { personId, keptUntil: '2027-03-31', state: 'open' },
    ]);
    await t.client.legalHolds.give({ personId, reason: 'Ricorso', untilOn: '2028-01-01' });
    expect((await t.client.retention.list({})).items).toMatchObject([{ state: 'onHold' }]);
  });

  test('an open file has no period to decide about', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(aPerson());
    await expect(
      client.retention.record({ personId, reason: 'x', keepUntil: '2027-01-01' }),
    ).rejects.toMatchObject({ code: 'case_file_open' });
    await expect(
      client.erasures.start({ personId, manner: 'erase', ground: 'periodOver' }),
    ).rejects.toMatchObject({ code: 'case_file_open' });
  });
});

describe('periods', () => {
  test('come with their source, and an association can decide others with a reason', async () => {
    const t = await openCore({ today: '2024-01-10' });
    const personId = await closedFile(t, '2024-01-10');
    const { items } = await t.client.retentionRules.list({});
    for (const rule of items) expect(rule.source, rule.code).not.toBe('');
    await t.client.retentionRules.save({
      code: 'standard',
      months: 12,
      reason: 'Assemblea del 3/2',
    });
    t.setToday('2025-01-11');
    expect((await t.client.retention.list({})).items).toMatchObject([{ personId }]);
    const { items: changed } = await t.client.retentionRules.list({});
    expect(changed.find((rule) => rule.code === 'standard')).toMatchObject({
      months: 12,
      usualMonths: 24,
      change: { reason: 'Assemblea del 3/2', by: 'Giulia Ferraris' },
    });
    await expect(
      t.client.retentionRules.save({ code: 'nothing', months: 1, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('numbers already told', () => {
  const groups: [count: number, person: Parameters<typeof aPerson>[0]][] = [
    [9, {}],
    [8, { sex: 'male', nationalities: ['ERI'], legalStatus: 'asylumSeeker' }],
    [6, { birth: { year: 2008, month: 9, day: 20, certainty: 'documented' } }],
    [6, { birth: { year: 1950, certainty: 'declared' }, nationalities: ['AFG'] }],
  ];

  async function served() {
    const t = await openCore({ today: '2026-02-10' });
    const ids: string[] = [];
    for (const [count, person] of groups) {
      for (let n = 0; n < count; n++) {
        const names = [aName(`Nome${n}`, 'Prova')];
        const { id } = await t.client.people.create(aPerson({ ...person, names }));
        ids.push(id);
      }
    }
    for (const personId of ids.filter((_, n) => n % 3 === 0)) {
      await t.client.caseFiles.close({ personId, closedOn: '2026-02-10', reason: 'other' });
    }
    return { t, ids };
  }

  const periods = [
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-07-01', to: '2026-09-30' },
  ];

  async function summaries(t: OpenCore) {
    const all = [];
    for (const period of periods) all.push(await t.client.reports.summary(period));
    return all;
  }

  test.each(['anonymise', 'erase'] as const)('stay the same after: %s', async (manner) => {
    const { t, ids } = await served();
    t.setToday('2026-12-31');
    const before = await summaries(t);
    for (const personId of ids.filter((_, n) => n % 6 === 0)) {
      await t.client.erasures.start({ personId, manner, ground: 'askedByPerson' });
    }
    await openOn(t, ['2027-01-02', '2027-01-04', '2027-01-07']);
    for (const { id } of (await t.client.erasures.list({})).waiting) {
      await t.client.erasures.confirm({ id, passphrase: testPassphrase });
      t.wait(3600);
    }
    expect((await t.client.people.list({ query: '', showClosed: true })).total).toBe(24);
    expect(await summaries(t)).toEqual(before);
  });
});
