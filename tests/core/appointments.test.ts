import { describe, expect, test } from 'vitest';
import { anAppointment, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { user } = await t.client.vault.session({});
  const { id: personId } = await t.client.people.create(aPerson());
  const days = async (from = '2026-11-01', to = '2027-12-31') =>
    (await t.client.appointments.list({ from, to })).items.map((one) => one.details.on);
  return { ...t, userId: user.id, personId, days };
}

const weekly = { unit: 'week', every: 1, until: '2026-12-15' } as const;

describe('an appointment', () => {
  test('keeps what was agreed, with whom and for how long', async () => {
    const { client, personId, userId } = await desk();
    const details = anAppointment({
      personIds: [personId],
      workerId: userId,
      place: 'Sportello',
      note: 'Porta il permesso.',
    });
    const { id } = await client.appointments.save({ details });
    expect(await client.appointments.get({ id })).toEqual({
      id,
      revision: 1,
      details,
      state: 'planned',
      people: [{ id: personId, listedName: 'Warsame Amina' }],
      workerName: 'Giulia Ferraris',
      isRepeated: false,
    });
    const ofDay = { from: '2026-11-24', to: '2026-11-24' };
    expect((await client.appointments.list({ ...ofDay, workerId: userId })).items).toHaveLength(1);
    expect(
      (await client.appointments.list({ ...ofDay, workerId: crypto.randomUUID() })).items,
    ).toEqual([]);
    expect((await client.appointments.list({ ...ofDay, personId })).items).toHaveLength(1);
  });

  test('kept, it becomes a service with one call and only once', async () => {
    const t = await desk();
    const { client, personId, userId } = t;
    const details = anAppointment({ personIds: [personId], kind: 'hearing', workerId: userId });
    const { id } = await client.appointments.save({ details });
    await expect(client.appointments.record({ id, state: 'kept' })).rejects.toMatchObject({
      code: 'not_yet_happened',
    });
    t.setToday('2026-11-24');
    const first = await client.appointments.record({ id, state: 'kept' });
    expect(await client.appointments.record({ id, state: 'kept' })).toEqual(first);
    expect(first.serviceIds).toHaveLength(1);
    expect((await client.services.list({ personId })).items).toMatchObject([
      {
        details: {
          type: 'LEG',
          channel: 'accompaniment',
          doneOn: '2026-11-24',
          minutes: 30,
          note: 'Parlare della residenza',
        },
      },
    ]);
    const { items } = await client.diary.list({ personId, kinds: ['service', 'appointment'] });
    expect(items.map((one) => one.kind)).toEqual(['service']);
    await client.appointments.record({ id, state: 'planned' });
    expect((await client.services.list({ personId })).total).toBe(0);
    expect((await client.appointments.get({ id })).state).toBe('planned');
  });

  test('taken back, it leaves a service somebody has written more about', async () => {
    const t = await desk();
    const { client, personId } = t;
    const { id } = await client.appointments.save({
      details: anAppointment({ personIds: [personId] }),
    });
    t.setToday('2026-11-25');
    const { serviceIds } = await client.appointments.record({ id, state: 'kept' });
    const service = await client.services.get({ id: serviceIds[0] ?? '' });
    await client.services.save({
      id: service.id,
      revision: 1,
      details: { ...service.details, note: 'Pianto.' },
    });
    await client.appointments.record({ id, state: 'missed' });
    expect((await client.services.list({ personId })).total).toBe(1);
  });

  test('moved, the old day stays and says where to', async () => {
    const { client, personId } = await desk();
    const { id } = await client.appointments.save({
      details: anAppointment({ personIds: [personId] }),
    });
    const { id: later } = await client.appointments.move({ id, on: '2026-11-30', start: '15:00' });
    expect(await client.appointments.get({ id })).toMatchObject({
      state: 'moved',
      movedTo: '2026-11-30',
    });
    expect(await client.appointments.get({ id: later })).toMatchObject({
      state: 'planned',
      details: { on: '2026-11-30', start: '15:00', minutes: 30, personIds: [personId] },
    });
    const { items } = await client.diary.list({ personId, kinds: ['appointment'] });
    expect(items.map((one) => one.summaryKey)).toEqual([
      'appointment.planned',
      'appointment.moved',
    ]);
    expect(items[1]?.params.movedTo).toEqual({ date: '2026-11-30' });
  });

  test('hints at what the same people have at that hour', async () => {
    const { client, personId, userId } = await desk();
    const { id } = await client.appointments.save({
      details: anAppointment({ workerId: userId }),
    });
    const at = (start: string, more = {}) =>
      client.appointments.findConflicts({
        details: anAppointment({ start, workerId: userId, ...more }),
      });
    expect((await at('10:15')).items).toMatchObject([{ id }]);
    expect((await at('10:30')).items).toEqual([]);
    expect((await at('10:15', { workerId: undefined })).items).toEqual([]);
    expect((await at('10:15', { on: '2026-11-25' })).items).toEqual([]);
    const own = { exceptId: id, details: anAppointment({ workerId: userId }) };
    expect((await client.appointments.findConflicts(own)).items).toEqual([]);
    await client.appointments.record({ id, state: 'cancelled' });
    expect((await at('10:15')).items).toEqual([]);
    expect(personId).toBeTruthy();
  });
});

describe('a series of appointments', () => {
  test('is made in one go, within its limits or not at all', async () => {
    const { client, days } = await desk();
    const details = anAppointment();
    expect(await client.appointments.save({ details, repeat: weekly })).toMatchObject({ saved: 4 });
    expect(await days()).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15']);
    const endless = { ...weekly, until: '2099-01-01' };
    await expect(client.appointments.save({ details, repeat: endless })).rejects.toMatchObject({
      code: 'series_too_long',
    });
    const backwards = { ...weekly, until: '2026-11-01' };
    await expect(client.appointments.save({ details, repeat: backwards })).rejects.toMatchObject({
      code: 'period_invalid',
    });
    expect(await days()).toHaveLength(4);
  });

  test('one can be changed alone, or with those that follow and are still planned', async () => {
    const { client, days } = await desk();
    await client.appointments.save({ details: anAppointment(), repeat: weekly });
    const from = '2026-11-01';
    const all = (await client.appointments.list({ from, to: '2026-12-31' })).items;
    const [, second, third, fourth] = all;
    await client.appointments.record({ id: fourth?.id ?? '', state: 'cancelled' });
    await client.appointments.save({
      id: second?.id ?? '',
      revision: 1,
      details: anAppointment({ on: '2026-12-03', start: '16:00' }),
    });
    expect(await days()).toEqual(['2026-11-24', '2026-12-03', '2026-12-08', '2026-12-15']);
    await client.appointments.save({
      id: second?.id ?? '',
      revision: 2,
      details: anAppointment({ on: '2026-12-04', start: '17:00' }),
      scope: 'following',
    });
    expect(await days()).toEqual(['2026-11-24', '2026-12-04', '2026-12-09', '2026-12-15']);
    const changed = await client.appointments.get({ id: third?.id ?? '' });
    expect(changed).toMatchObject({ isRepeated: true, details: { start: '17:00' } });
    const untouched = await client.appointments.get({ id: fourth?.id ?? '' });
    expect(untouched).toMatchObject({ state: 'cancelled', details: { start: '10:00' } });
  });

  test('gets another rhythm from one of them on, and what was before stays', async () => {
    const { client, days } = await desk();
    await client.appointments.save({ details: anAppointment(), repeat: weekly });
    const all = async () =>
      (await client.appointments.list({ from: '2026-11-01', to: '2027-12-31' })).items;
    const second = (await all())[1]?.id ?? '';
    const details = anAppointment({ on: '2026-12-01', start: '16:00' });
    const fortnightly = { unit: 'week', every: 2, until: '2027-01-31' } as const;
    const saving = { id: second, details, scope: 'following' as const };
    await client.appointments.save({ ...saving, revision: 1, repeat: fortnightly });
    const changed = ['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26'];
    expect(await days()).toEqual(['2026-11-24', ...changed]);
    const [first, ...others] = await all();
    expect(first).toMatchObject({ repeat: weekly, details: { start: '10:00' } });
    expect(others.every((one) => one.details.start === '16:00')).toBe(true);
    expect(others[4]?.repeat).toEqual(fortnightly);

    await expect(
      client.appointments.save({ ...saving, revision: 1, repeat: weekly }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    await client.appointments.save({
      ...saving,
      revision: 2,
      repeat: { unit: 'month', every: 1, until: '2027-01-15' },
    });
    expect(await days()).toEqual(['2026-11-24', '2026-12-01', '2027-01-01']);
    await client.appointments.save({ ...saving, revision: 3, repeat: null });
    expect(await days()).toEqual(['2026-11-24', '2026-12-01']);
    expect(await client.appointments.get({ id: second })).toMatchObject({ isRepeated: false });
  });

  test('the rest of it is removed together, and comes back together', async () => {
    const { client, personId, days } = await desk();
    const details = anAppointment({ personIds: [personId] });
    await client.appointments.save({ details, repeat: weekly });
    const { items } = await client.appointments.list({ from: '2026-11-01', to: '2026-12-31' });
    const id = items[1]?.id ?? '';
    expect(await client.appointments.remove({ id, scope: 'following' })).toEqual({ removed: 3 });
    expect(await days()).toEqual(['2026-11-24']);
    await client.appointments.restore({ id });
    expect(
      (await client.appointments.list({ from: '2026-11-01', to: '2026-12-31' })).items,
    ).toEqual(items);
  });
});
