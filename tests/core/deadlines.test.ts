import { describe, expect, test } from 'vitest';
import { deadlineDesk } from '../support/deadline-desk.ts';
import { aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

describe('deadlines of a person', () => {
  test('come from noted events, with the reason why they are there', async () => {
    const { note, theOne } = await deadlineDesk();
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
    const { client, personId, note, all } = await deadlineDesk();
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
    const { client, personId, note, theOne, all } = await deadlineDesk();
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
    const { client, personId, all } = await deadlineDesk();
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
    // Permits have a section of their own, after what is due.
    expect(kinds).toEqual(['documentExpiry', 'permitRenewal']);
    const renewed = { ...last, state: 'underRenewal', askedOn: '2026-11-20' } as const;
    await save({ personId, id, revision, details: renewed });
    expect((await found())[0]).toEqual(['permitRenewal', '2026-12-02', 'done']);
  });

  test('a refusal in the record starts the cautious term; the same act noted as an event knows better', async () => {
    const { client, personId, note, all, theOne } = await deadlineDesk();
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
