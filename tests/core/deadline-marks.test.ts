import { describe, expect, test } from 'vitest';
import { deadlineDesk } from '../support/deadline-desk.ts';
import { aPerson } from '../support/factories.ts';

describe('marks', () => {
  test('snooze, done and not applicable, each taken back', async () => {
    const { client, personId, note, theOne, setToday } = await deadlineDesk();
    await note('decisionNotified', '2026-11-23', { term: 30 });
    const { rule, factKey } = await theOne('appeal');
    const handle = { personId, rule, factKey };
    const onToday = async () => (await client.today.get({})).items.length;
    expect(await onToday()).toBe(1);

    await client.deadlineMarks.record({
      ...handle,
      mark: { state: 'snoozed', until: '2026-11-26' },
    });
    expect(await theOne('appeal')).toMatchObject({ state: 'snoozed' });
    expect(await onToday()).toBe(0);
    setToday('2026-11-26');
    expect(await onToday()).toBe(1);

    const reason = 'È stata riconosciuta la protezione';
    await client.deadlineMarks.record({ ...handle, mark: { state: 'notApplicable', reason } });
    expect(await theOne('appeal')).toMatchObject({
      state: 'notApplicable',
      mark: { reason, by: 'Giulia Ferraris' },
    });
    await client.deadlineMarks.withdraw(handle);
    expect(await theOne('appeal')).toMatchObject({ state: 'upcoming' });
    await expect(client.deadlineMarks.withdraw(handle)).rejects.toMatchObject({
      code: 'not_found',
    });

    await client.deadlineMarks.record({ ...handle, mark: { state: 'done', doneOn: '2026-11-25' } });
    expect(await onToday()).toBe(0);
  });

  test('what lies ahead cannot be put off beyond its own day; what is late may wait', async () => {
    const { client, personId, note, theOne, setToday } = await deadlineDesk();
    await note('decisionNotified', '2026-11-23', { term: 7 });
    const { rule, factKey } = await theOne('appeal');
    const handle = { personId, rule, factKey };
    const snooze = (until: string) =>
      client.deadlineMarks.record({ ...handle, mark: { state: 'snoozed', until } });
    await snooze('2026-12-23');
    expect(await theOne('appeal')).toMatchObject({
      state: 'snoozed',
      mark: { until: '2026-11-30' },
    });
    setToday('2026-11-30');
    expect(await theOne('appeal')).toMatchObject({ state: 'upcoming', due: '2026-11-30' });
    setToday('2026-12-02');
    await snooze('2026-12-05');
    expect(await theOne('appeal')).toMatchObject({ mark: { until: '2026-12-05' } });
  });

  test('a changed fact revives what was done', async () => {
    const { client, personId, note, theOne } = await deadlineDesk();
    const { id } = await note('decisionNotified', '2026-11-23', { term: 30 });
    const { rule, factKey } = await theOne('appeal');
    const done = { state: 'done', doneOn: '2026-11-23' } as const;
    await client.deadlineMarks.record({ personId, rule, factKey, mark: done });
    const details = {
      kind: 'decisionNotified',
      on: '2026-11-23',
      term: 15,
      sourceSeen: true,
    } as const;
    await client.procedureEvents.save({ id, personId, details });
    expect(await theOne('appeal')).toMatchObject({ state: 'upcoming', due: '2026-12-08' });
    await expect(
      client.deadlineMarks.record({ personId, rule, factKey, mark: done }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('no snooze into the past, nothing done tomorrow, no “not applicable” without a reason', async () => {
    const { core, personId, note, theOne } = await deadlineDesk();
    await note('decisionNotified', '2026-11-23');
    const { rule, factKey } = await theOne('appeal');
    for (const mark of [
      { state: 'snoozed', until: '2026-11-23' },
      { state: 'done', doneOn: '2026-11-24' },
      { state: 'notApplicable', reason: '  ' },
    ]) {
      expect(
        await core.dispatch('deadlineMarks.record', { personId, rule, factKey, mark }),
      ).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    }
  });
});

describe('rules of the association', () => {
  test('a rule is switched off and on again, with who, when and why', async () => {
    const { client, note, all, setToday } = await deadlineDesk();
    await note('decisionNotified', '2026-11-23');
    const reason = 'Ci pensa lo studio legale';
    await client.deadlineRules.save({ rule: 'appeal', isOff: true, reason });
    expect(await all()).toEqual([]);
    expect((await client.today.get({})).items).toEqual([]);
    const { items } = await client.deadlineRules.list({});
    expect(items.find((one) => one.rule === 'appeal')).toMatchObject({
      isOff: true,
      change: { reason, decidedOn: '2026-11-23', by: 'Giulia Ferraris' },
    });
    setToday('2026-11-24');
    await client.deadlineRules.save({
      rule: 'appeal',
      isOff: false,
      reason: 'Ce ne occupiamo noi',
    });
    expect(await all()).toHaveLength(1);
  });

  test('days can be changed, but not turned around, and not those printed on an act', async () => {
    const { client, note, theOne } = await deadlineDesk();
    await note('domicileMoved', '2026-11-20');
    await client.deadlineRules.save({
      rule: 'domicileReport',
      isOff: false,
      amount: 10,
      reason: 'Prassi',
    });
    expect(await theOne('domicileReport')).toMatchObject({ due: '2026-11-30' });
    for (const [rule, amount] of [
      ['domicileReport', -10],
      ['appeal', 60],
    ] as const) {
      await expect(
        client.deadlineRules.save({ rule, isOff: false, amount, reason: 'Prova' }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await expect(
      client.deadlineRules.save({ rule: 'luna', isOff: true, reason: 'Prova' }),
    ).rejects.toMatchObject({ code: 'unknown_code' });
  });

  test('a rule nobody has checked for a year is called old', async () => {
    const { client, setToday } = await deadlineDesk();
    const old = async () => (await client.deadlineRules.list({})).items.filter((one) => one.isOld);
    setToday('2027-11-21');
    expect(await old()).toEqual([]);
    setToday('2027-11-22');
    expect((await old()).length).toBeGreaterThan(20);
  });
});

describe('what is noted', () => {
  test('is kept clean, in its place and within its limits', async () => {
    const { core, client, personId, note } = await deadlineDesk();
    const { id } = await note('hearing', '2027-01-20', { note: '  <b>ore 9</b>\u202e, aula 3  ' });
    const { items } = await client.procedureEvents.list({ personId });
    expect(items).toMatchObject([
      { id, details: { note: '<b>ore 9</b> , aula 3' }, by: 'Giulia Ferraris' },
    ]);
    const good = { kind: 'hearing', on: '2027-01-20', sourceSeen: false };
    const wrong = [
      { personId, details: { ...good, on: '2099-01-01' } },
      { personId, details: { ...good, kind: 'decisionNotified' } },
      { personId, details: { ...good, note: 'a'.repeat(10_000) } },
      { personId, details: { ...good, on: '2026-02-30' } },
      { personId, details: { ...good, term: 0 } },
      { personId, details: { ...good, kind: 'registerReportSent', on: '2026-11-20' } },
      { details: good },
      { personId, details: { ...good, kind: "x'; DROP TABLE person" } },
    ];
    for (const input of wrong) {
      const answer = await core.dispatch('procedureEvents.save', input);
      expect(answer, JSON.stringify(input).slice(0, 90)).toMatchObject({
        error: { code: 'invalid_input' },
      });
    }
    for (const details of [
      { kind: 'ownDeadline', dueOn: '2026-12-01' },
      { kind: 'ownDeadline', title: '\u200f \u202e', dueOn: '2026-12-01' },
      { kind: 'ownDeadline', title: 'a'.repeat(121), dueOn: '2026-12-01' },
      { kind: 'callBack', dueOn: '2099-01-01' },
    ]) {
      expect(await core.dispatch('tasks.save', { personId, details })).toMatchObject({
        error: { code: 'invalid_input' },
      });
    }
  });

  test('tasks are read back, changed and removed', async () => {
    const { client, personId, theOne, all } = await deadlineDesk();
    const details = {
      kind: 'ownDeadline',
      title: 'Portare la bolletta',
      dueOn: '2026-12-01',
    } as const;
    const { id } = await client.tasks.save({ personId, details });
    expect(await client.tasks.get({ id })).toEqual({ id, details });
    await client.tasks.save({ id, personId, details: { ...details, dueOn: '2026-12-05' } });
    expect(await theOne('ownDeadline')).toMatchObject({
      due: '2026-12-05',
      title: { it: details.title },
    });
    await client.tasks.withdraw({ id });
    expect(await all()).toEqual([]);
  });

  test('belongs to somebody who exists, and cannot be moved to another person', async () => {
    const { client, note } = await deadlineDesk();
    const nobody = '01890000-0000-7000-8000-000000000000';
    const details = { kind: 'hearing', on: '2027-01-20', sourceSeen: true } as const;
    await expect(client.procedureEvents.save({ personId: nobody, details })).rejects.toMatchObject({
      code: 'not_found',
    });
    const { id } = await note('hearing', '2027-01-20');
    const { id: other } = await client.people.create(aPerson());
    await expect(
      client.procedureEvents.save({ id, personId: other, details }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
