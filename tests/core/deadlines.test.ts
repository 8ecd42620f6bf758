import { describe, expect, test } from 'vitest';
import type { EventKind } from '#domain/deadlines/fact-kind.ts';
import { aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

type More = { term?: number; note?: string; sourceSeen?: boolean };

async function desk() {
  const t = await openCore({ today: '2026-11-23' });
  const { id: personId } = await t.client.people.create(aPerson());
  const { client } = t;
  const note = (kind: EventKind, on: string, more: More = {}) =>
    client.procedureEvents.save({ personId, details: { kind, on, sourceSeen: true, ...more } });
  const all = async () => (await client.deadlines.list({ personId })).items;
  const theOne = async (rule: string) => {
    const found = (await all()).find((one) => one.rule === rule);
    if (!found) throw new Error(`no deadline ${rule}`);
    return found;
  };
  return { ...t, personId, note, all, theOne };
}

describe('deadlines of a person', () => {
  test('come from noted events, with the reason why they are there', async () => {
    const { note, theOne } = await desk();
    const { id } = await note('decisionNotified', '2026-11-23', { note: 'Raccomandata' });
    expect(await theOne('appeal')).toMatchObject({
      due: '2026-11-30',
      assumedTerm: 7,
      state: 'upcoming',
      certainty: 'confirmOnNotifiedAct',
      checkedOn: '2026-11-21',
      source: expect.stringContaining('D.lgs. 25/2008'),
      fact: { kind: 'decisionNotified', note: 'Raccomandata', row: 'event', rowId: id },
    });
  });

  test('stand beside a list of all steps, also those from which no day counts any more', async () => {
    const { client, personId, note, all } = await desk();
    await note('asylumApplication', '2019-03-01');
    const { id } = await note('decisionNotified', '2020-05-04', { term: 30, note: 'A mano' });
    await note('domicileMoved', '2026-11-20', { sourceSeen: false });
    const steps = async () => (await client.procedureEvents.list({ personId })).items;
    // Newest first, with who noted them; the old decision has no deadline left.
    expect(await steps()).toMatchObject([
      { details: { kind: 'domicileMoved', on: '2026-11-20', sourceSeen: false } },
      {
        id,
        details: { kind: 'decisionNotified', term: 30, note: 'A mano' },
        by: 'Giulia Ferraris',
      },
      { details: { kind: 'asylumApplication', on: '2019-03-01' } },
    ]);
    expect((await all()).map(({ rule }) => rule)).not.toContain('appeal');
    // Of this person only, without those of the association, and corrected in its place.
    const { id: otherId } = await client.people.create(aPerson());
    expect((await client.procedureEvents.list({ personId: otherId })).items).toEqual([]);
    expect((await client.procedureEvents.list({})).items).toEqual([]);
    const details = { kind: 'decisionNotified' as const, on: '2020-05-06', sourceSeen: true };
    await client.procedureEvents.save({ id, personId, details });
    expect((await steps()).map((step) => [step.id === id, step.details.on])).toEqual([
      [false, '2026-11-20'],
      [true, '2020-05-06'],
      [false, '2019-03-01'],
    ]);
    await client.procedureEvents.withdraw({ id });
    expect(await steps()).toHaveLength(2);
  });

  test('follow the event when the printed term is read later, and go when it was a mistake', async () => {
    const { client, personId, note, theOne, all } = await desk();
    const { id } = await note('decisionNotified', '2026-11-23');
    const details = {
      kind: 'decisionNotified',
      on: '2026-11-23',
      term: 30,
      sourceSeen: true,
    } as const;
    await client.procedureEvents.save({ id, personId, details });
    expect(await theOne('appeal')).toMatchObject({ due: '2026-12-23' });
    await client.procedureEvents.withdraw({ id });
    expect(await all()).toEqual([]);
    await expect(client.procedureEvents.withdraw({ id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a partial birth date counts from its earliest day and says that it is a guess', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(
      aPerson({ legalStatus: 'unaccompaniedMinor', birth: { year: 2009, certainty: 'estimated' } }),
    );
    const { items } = await client.deadlines.list({ personId });
    expect(items.find((one) => one.rule === 'turnsEighteen')).toMatchObject({
      due: '2027-01-01',
      isEstimated: true,
    });
    const known = aPerson({
      legalStatus: 'unaccompaniedMinor',
      birth: { year: 2009, month: 5, day: 10, certainty: 'documented' },
    });
    await client.people.update({ id: personId, revision: 1, details: known });
    const { items: later } = await client.deadlines.list({ personId });
    expect(later.find((one) => one.rule === 'turnsEighteen')).toMatchObject({
      due: '2027-05-10',
      isEstimated: false,
    });
  });

  test('are read from reception and status as they stand in the register', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(
      aPerson({ reception: { type: 'saiOrdinary', exitOn: '2025-08-31' } }),
    );
    const { items } = await client.deadlines.list({ personId });
    expect(items).toMatchObject([{ rule: 'fraNoiWindow', due: '2027-02-28' }]);
    const { items: today } = await client.today.get({});
    expect(today).toEqual([]);
  });
});

describe('facts that stand elsewhere in the register', () => {
  const permit = {
    type: 'residencePermit',
    title: 'AS',
    state: 'issued',
    expiry: 'known',
    seen: 'original',
  } as const;

  test('permits remind by the one that ends last, until it is under renewal', async () => {
    const { client, personId, all } = await desk();
    const save = client.identityDocuments.save;
    await save({ personId, details: { ...permit, expiresOn: '2026-10-15' } });
    const last = { ...permit, expiresOn: '2027-01-31' };
    const { id, revision } = await save({ personId, details: last });
    const passport = { ...permit, type: 'passport', title: undefined, expiresOn: '2027-02-10' };
    await save({ personId, details: passport });
    const found = async () => (await all()).map((one) => [one.rule, one.due, one.state]);
    expect(await found()).toEqual([
      ['permitRenewal', '2026-12-02', 'upcoming'],
      ['healthCard', '2027-01-31', 'ahead'],
      ['documentExpiry', '2027-02-10', 'upcoming'],
      ['permitLast', '2027-04-01', 'ahead'],
      ['registryCancellation', '2027-07-31', 'ahead'],
    ]);
    const kinds = (await client.today.get({})).items.map((one) => one.handle?.rule);
    expect(kinds).toEqual(['permitRenewal', 'documentExpiry']);
    const renewed = { ...last, state: 'underRenewal', askedOn: '2026-11-20' } as const;
    await save({ personId, id, revision, details: renewed });
    expect((await found())[0]).toEqual(['permitRenewal', '2026-12-02', 'done']);
  });

  test('a refusal in the record starts the cautious term; the same act noted as an event knows better', async () => {
    const { client, personId, note, all, theOne } = await desk();
    await client.legalStatusPeriods.save({
      personId,
      details: { status: 'asylumSeeker', decision: 'refused', notifiedOn: '2026-11-20' },
    });
    expect(await theOne('appeal')).toMatchObject({ due: '2026-11-27', assumedTerm: 7 });
    await note('decisionNotified', '2026-11-20', { term: 30 });
    const appeals = (await all()).filter((one) => one.rule === 'appeal');
    expect(appeals).toMatchObject([{ due: '2026-12-20' }]);
  });

  test('recognition, SAI, birth in Italy and children abroad are read from their rows', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(
      aPerson({
        birth: { year: 2009, month: 5, day: 10, certainty: 'documented' },
        birthCountry: 'ITA',
      }),
    );
    await client.legalStatusPeriods.save({
      personId,
      details: { status: 'refugee', decision: 'granted', decidedOn: '2022-03-01' },
    });
    await client.receptionStays.save({
      personId,
      details: { type: 'saiOrdinary', fromOn: '2026-08-31' },
    });
    await client.ties.save({
      personId,
      details: {
        kind: 'child',
        otherName: 'Figlia',
        otherBirthYear: 2010,
        place: 'abroad',
        life: 'alive',
      },
    });
    const { items } = await client.deadlines.list({ personId });
    expect(Object.fromEntries(items.map((one) => [one.rule, one.due]))).toEqual({
      citizenshipSinceRecognition: '2027-03-01',
      saiStay: '2027-02-28',
      citizenshipDeclaration: '2028-05-10',
      childTurnsEighteen: '2027-12-31',
    });
    const { items: today } = await client.today.get({});
    expect(today.map((one) => [one.handle?.rule, one.group])).toEqual([
      ['citizenshipDeclaration', 'ahead'],
    ]);
  });
});

describe('marks', () => {
  test('snooze, done and not applicable, each taken back', async () => {
    const { client, personId, note, theOne, setToday } = await desk();
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

  test('a changed fact revives what was done', async () => {
    const { client, personId, note, theOne } = await desk();
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
    const { core, personId, note, theOne } = await desk();
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
    const { client, note, all, setToday } = await desk();
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
    const { client, note, theOne } = await desk();
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
    const { client, setToday } = await desk();
    const old = async () => (await client.deadlineRules.list({})).items.filter((one) => one.isOld);
    setToday('2027-11-21');
    expect(await old()).toEqual([]);
    setToday('2027-11-22');
    expect((await old()).length).toBeGreaterThan(20);
  });
});

describe('what is noted', () => {
  test('is kept clean, in its place and within its limits', async () => {
    const { core, client, personId, note } = await desk();
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
    const { client, personId, theOne, all } = await desk();
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
    const { client, note } = await desk();
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
