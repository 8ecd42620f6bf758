import { describe, expect, test } from 'vitest';
import type { PersonDetails } from '#domain/people/person.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { asVolunteer, lettingIn, startProgramme, TODAY } from '../support/programmes.ts';

async function afterReception(
  t: OpenCore,
  name: string,
  exitOn?: string,
  more: Partial<PersonDetails> = {},
) {
  const person = aPerson({
    names: [aName(name, 'Prova')],
    reception: { type: 'saiOrdinary', ...(exitOn ? { exitOn } : {}) },
    ...more,
  });
  return (await t.client.people.create(person)).id;
}

describe('who could join', () => {
  test('is listed with the day their window closes, those in a hurry first, and what is missing named', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const soon = await afterReception(t, 'Presto', '2025-06-01');
    const later = await afterReception(t, 'Dopo', '2025-08-31');
    await afterReception(t, 'Tardi', '2025-05-20');
    const open = await afterReception(t, 'Senza', undefined);
    await afterReception(t, 'Speciale', '2026-05-01', { legalStatus: 'special' });
    const found = await t.client.candidates.list({ id });
    expect(found).toMatchObject({ total: 3, eligible: 2, missing: 1, notEligible: 2 });
    expect(found.items).toMatchObject([
      { personId: soon, outcome: 'eligible', until: '2026-12-01' },
      { personId: later, outcome: 'eligible', until: '2027-02-28' },
      { personId: open, outcome: 'missing', missing: ['receptionExit'] },
    ]);
  });

  test('nobody who was never asked about reception is taken for somebody who was not there', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const { id: personId } = await t.client.people.create(aPerson());
    const check = { programmeId: id, personId, on: TODAY };
    expect((await t.client.enrolments.check(check)).outcome).toBe('missing');
  });

  test('leaves out who is inside, and a restricted case for who is not named on it', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const inside = await afterReception(t, 'Dentro', '2026-01-10');
    const hidden = await afterReception(t, 'Nascosta', '2026-01-10');
    await t.client.enrolments.create(lettingIn(id, inside));
    await t.client.caseAccess.save({ personId: hidden, isRestricted: true });
    expect((await t.client.candidates.list({ id })).items).toMatchObject([{ personId: hidden }]);
    await asVolunteer(t);
    expect((await t.client.candidates.list({ id })).items).toEqual([]);
  });
});

describe('joining', () => {
  test('keeps the facts and the answer of the day, whatever the file says later', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const personId = await afterReception(t, 'Amina', '2025-05-21');
    await t.client.enrolments.create(lettingIn(id, personId));
    t.setToday('2027-06-01');
    expect((await t.client.enrolments.list({ personId })).items).toMatchObject([
      { outcome: 'eligible', enrolledOn: TODAY, stage: 'contacted' },
    ]);
    const preview = { id, parameters: { monthsAfterExit: 12 } };
    expect((await t.client.programmes.preview(preview)).changed).toMatchObject([
      { personId, before: 'eligible', after: 'notEligible' },
    ]);
    expect(
      (await t.client.programmes.preview({ ...preview, parameters: { monthsAfterExit: 24 } }))
        .changed,
    ).toEqual([]);
  });

  test('against the rules needs a reason, is counted apart and says who decided', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const personId = await afterReception(t, 'Tardi', '2025-01-10');
    const wanted = lettingIn(id, personId);
    await expect(t.client.enrolments.create(wanted)).rejects.toMatchObject({
      code: 'not_eligible',
      details: { outcome: 'notEligible' },
    });
    expect((await t.client.enrolments.list({ programmeId: id })).total).toBe(0);
    await t.client.enrolments.create({ ...wanted, overrideReason: 'Uscita per errore del centro' });
    expect(await t.client.programmes.get({ id })).toMatchObject({ enrolled: 1, overridden: 1 });
    expect((await t.client.enrolments.list({ programmeId: id })).items).toMatchObject([
      { outcome: 'notEligible', overrideReason: 'Uscita per errore del centro' },
    ]);
  });

  test('against the rules is for coordinators alone; waiting is for everybody', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'fra-noi-2');
    const personId = await afterReception(t, 'Tardi', '2025-01-10');
    await asVolunteer(t);
    const wanted = { ...lettingIn(id, personId), overrideReason: 'Un motivo' };
    await expect(t.client.enrolments.create(wanted)).rejects.toMatchObject({
      code: 'role_missing',
    });
    await t.client.enrolments.create({ ...lettingIn(id, personId), isWaiting: true });
    expect(await t.client.programmes.get({ id })).toMatchObject({ enrolled: 0, waiting: 1 });
  });

  test('twice, tomorrow or in a closed programme is refused', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'spazio-comune');
    const { id: personId } = await t.client.people.create(aPerson());
    const wanted = lettingIn(id, personId);
    const tomorrow = { ...wanted, enrolledOn: '2026-11-22' };
    await expect(t.client.enrolments.create(tomorrow)).rejects.toMatchObject({
      code: 'date_in_future',
    });
    await t.client.enrolments.create(wanted);
    await expect(t.client.enrolments.create(wanted)).rejects.toMatchObject({
      code: 'enrolled_already',
    });
    await t.client.programmes.close({ id });
    const { id: other } = await t.client.people.create(
      aPerson({ names: [aName('Altra', 'Persona')] }),
    );
    await expect(t.client.enrolments.create(lettingIn(id, other))).rejects.toMatchObject({
      code: 'programme_closed',
    });
  });
});

describe('the way through a programme', () => {
  test('counts who reached a stage, with those who went further, and ends with an outcome', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'start-it-up');
    const joined: string[] = [];
    for (const name of ['Uno', 'Due', 'Tre']) {
      const person = await t.client.people.create(
        aPerson({ names: [aName(name, 'Prova')], legalStatus: 'otherRegular' }),
      );
      const wanted = { ...lettingIn(id, person.id), answers: { businessIdea: true } };
      joined.push((await t.client.enrolments.create(wanted)).id);
    }
    const [first = '', second = ''] = joined;
    await t.client.enrolments.record({ id: first, stage: 'firm', reachedOn: TODAY });
    await t.client.enrolments.record({ id: second, stage: 'served', reachedOn: TODAY });
    const reached = async () =>
      (await t.client.programmes.get({ id })).stages.map((stage) => stage.reached);
    expect(await reached()).toEqual([3, 2, 1, 1]);
    await t.client.enrolments.close({ id: first, leftOn: TODAY, exit: 'goalsReached' });
    expect(await t.client.programmes.get({ id })).toMatchObject({ enrolled: 2, left: 1 });
    expect(await reached()).toEqual([3, 2, 1, 1]);
    const late = { id: first, stage: 'served', reachedOn: TODAY };
    await expect(t.client.enrolments.record(late)).rejects.toMatchObject({
      code: 'enrolment_ended',
    });
    await t.client.enrolments.reopen({ id: first });
    expect(await t.client.programmes.get({ id })).toMatchObject({ enrolled: 3, left: 0 });
  });

  test('refuses a stage it does not have, and days before joining or to come', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'spazio-comune');
    const { id: personId } = await t.client.people.create(aPerson());
    const { id } = await t.client.enrolments.create(lettingIn(programmeId, personId));
    const record = (stage: string, reachedOn: string) =>
      t.client.enrolments.record({ id, stage, reachedOn });
    await expect(record('elsewhere', TODAY)).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(record('active', '2026-11-20')).rejects.toMatchObject({
      code: 'date_not_possible',
    });
    await expect(record('active', '2026-11-22')).rejects.toMatchObject({
      code: 'date_not_possible',
    });
  });
});

describe('a programme', () => {
  test('keeps its own copy of the template, and its parameters stay inside what can be chosen', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'malaika', 'Malaika a Torino');
    const saved = { id, name: 'Malaika Torino', grantCode: 'FEI-7', parameters: { lastAge: 23 } };
    await t.client.programmes.save(saved);
    expect(await t.client.programmes.get({ id })).toMatchObject({
      name: 'Malaika Torino',
      grantCode: 'FEI-7',
      parameters: [{ code: 'lastAge', value: 23, choices: [23, 24] }],
    });
    const wrong = { ...saved, parameters: { lastAge: 99 } };
    await expect(t.client.programmes.save(wrong)).rejects.toMatchObject({ code: 'unknown_code' });
    const turned = { ...saved, from: '2026-02-01', to: '2026-01-01' };
    await expect(t.client.programmes.save(turned)).rejects.toMatchObject({
      code: 'period_invalid',
    });
  });

  test('is started from any template that comes with the program', async () => {
    const t = await openCore({ today: TODAY });
    const { items } = await t.client.programmeTemplates.list({});
    for (const { code } of items) await startProgramme(t, code, code);
    const { items: running } = await t.client.programmes.list({});
    expect(running.map(({ name }) => name).sort()).toEqual(items.map(({ code }) => code).sort());
    await expect(startProgramme(t, 'nothing')).rejects.toMatchObject({ code: 'unknown_code' });
  });

  test('follows two records made one', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'spazio-comune');
    const keep = await t.client.people.create(aPerson({ names: [aName('Resta', 'Prova')] }));
    const gone = await t.client.people.create(aPerson({ names: [aName('Doppia', 'Prova')] }));
    await t.client.enrolments.create(lettingIn(id, gone.id));
    const [kept, merged] = await Promise.all(
      [keep, gone].map(({ id: personId }) => t.client.people.get({ id: personId })),
    );
    if (!kept || !merged) throw new Error('not there');
    const { contact: _, legalStatus: __, reception: ___, address: ____, ...details } = kept.details;
    await t.client.merges.create({
      keptId: keep.id,
      keptRevision: kept.revision,
      mergedId: gone.id,
      mergedRevision: merged.revision,
      details,
    });
    expect((await t.client.enrolments.list({ personId: keep.id })).total).toBe(1);
  });
});
