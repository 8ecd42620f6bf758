import { describe, expect, test } from 'vitest';
import { aName, aPerson, aService, aSession } from '../support/factories.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { user } = await t.client.vault.session({});
  const { id: personId } = await t.client.people.create(aPerson());
  const details = (more = {}) => aService(user.id, more);
  const diary = async (kinds: 'service'[] | 'session'[] = []) =>
    (await t.client.diary.list({ personId, kinds })).items;
  return { ...t, userId: user.id, personId, details, diary };
}

describe('noting a service', () => {
  test('keeps everything that was noted, and shows it in the diary', async () => {
    const { client, personId, details, diary } = await desk();
    const noted = details({
      type: 'DOC',
      mediator: 'Samira Haidari',
      place: 'Sportello',
      outcome: 'Domanda consegnata',
      note: 'Torna giovedì.\nPorta le fotografie.',
    });
    const { id } = await client.services.save({ personId, details: noted });
    const service = await client.services.get({ id });
    expect(service).toMatchObject({ revision: 1, details: noted, workerName: 'Giulia Ferraris' });
    expect(await diary(['service'])).toEqual([
      {
        kind: 'service',
        id,
        on: '2026-11-21',
        summaryKey: 'service.attended',
        params: {
          what: { list: 'serviceTypes', code: 'DOC' },
          channel: { list: 'serviceChannels', code: 'inPerson' },
          minutes: 15,
          mediator: 'Samira Haidari',
          place: 'Sportello',
          outcome: 'Domanda consegnata',
        },
        note: 'Torna giovedì.\nPorta le fotografie.',
        by: 'Giulia Ferraris',
      },
    ]);
  });

  test('a change needs the revision one has read', async () => {
    const { client, personId, details } = await desk();
    const { id } = await client.services.save({ personId, details: details() });
    const change = { id, revision: 1, details: details({ minutes: 60 }) };
    expect(await client.services.save(change)).toEqual({ id, revision: 2 });
    await expect(client.services.save(change)).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await client.services.get({ id })).details.minutes).toBe(60);
  });

  test('removed it is gone from the register, and comes back until the register is locked', async () => {
    const { client, personId, details, diary, folder } = await desk();
    const { id } = await client.services.save({ personId, details: details({ note: 'Qui.' }) });
    const before = await client.services.get({ id });
    await client.services.remove({ id });
    expect(await diary(['service'])).toEqual([]);
    await client.services.restore({ id });
    expect(await client.services.get({ id })).toEqual(before);
    await expect(client.services.restore({ id })).rejects.toMatchObject({ code: 'not_found' });
    await client.services.remove({ id });
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    await expect(client.services.restore({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('refuses what cannot be', async () => {
    const { client, core, personId, details, folder } = await desk();
    const codeOf = async (more: object, id = personId) => {
      const result = await core.dispatch('services.save', {
        personId: id,
        details: { ...details(), ...more },
      });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeOf({ doneOn: '2099-01-01' })).toBe('not_yet_happened');
    expect(await codeOf({ type: 'XYZ' })).toBe('unknown_code');
    expect(await codeOf({ workerId: crypto.randomUUID() })).toBe('not_found');
    expect(await codeOf({}, crypto.randomUUID())).toBe('not_found');
    for (const wrong of [
      { note: 'a'.repeat(10_000) },
      { minutes: -5 },
      { minutes: 100_000 },
      { doneOn: '2026-02-30' },
      { attendance: 'maybe' },
    ]) {
      expect(await codeOf(wrong), JSON.stringify(wrong).slice(0, 40)).toBe('invalid_input');
    }
    const note = "<b onclick=x>'); DROP TABLE service;--</b> \u202eabc";
    await client.services.save({ personId, details: details({ note }) });
    const { items } = await client.services.list({ personId });
    expect(items[0]?.details.note).toBe("<b onclick=x>'); DROP TABLE service;--</b>  abc");
    expect(folder).toBeTruthy();
  });

  test('offers the types that are used most, and words used for the person', async () => {
    const { client, personId, details } = await desk();
    const { id: other } = await client.people.create(aPerson({ names: [aName('Ada', 'B')] }));
    for (const type of ['LEG', 'DOC', 'DOC']) {
      const more = { type, place: type === 'LEG' ? 'Questura' : 'Sportello' };
      await client.services.save({
        personId: type === 'LEG' ? personId : other,
        details: details(more),
      });
    }
    const suggested = await client.services.suggest({ personId });
    expect(suggested.types.slice(0, 3)).toEqual(['DOC', 'LEG', 'INF']);
    expect(suggested.types).toHaveLength(16);
    expect(suggested.places).toEqual(['Questura', 'Sportello']);
  });
});

describe('the last contact', () => {
  test('is what somebody attended, not what they missed', async () => {
    const { client, personId, details } = await desk();
    const last = async () => (await client.diary.list({ personId })).lastContactOn;
    expect(await last()).toBeUndefined();
    const at = (doneOn: string, attendance: string) =>
      client.services.save({ personId, details: details({ doneOn, attendance }) });
    await at('2026-10-01', 'attended');
    await at('2026-11-10', 'noShow');
    expect(await last()).toBe('2026-10-01');
    const attended = [{ personId, attendance: 'present' as const }];
    const heldOn = '2026-10-20';
    await client.sessions.save({ details: aSession({ heldOn }), participants: attended });
    expect(await last()).toBe('2026-10-20');
  });
});

describe('a session', () => {
  test('keeps who was there, and stands in the diary of each', async () => {
    const { client, personId, diary } = await desk();
    const { id: ada } = await client.people.create(aPerson({ names: [aName('Ada', 'Bah')] }));
    const { id } = await client.sessions.save({
      details: aSession(),
      participants: [
        { personId, attendance: 'present' },
        { personId: ada, attendance: 'excused' },
      ],
    });
    const held = await client.sessions.get({ id });
    expect(held.participants.map((one) => [one.listedName, one.attendance])).toEqual([
      ['Bah Ada', 'excused'],
      ['Warsame Amina', 'present'],
    ]);
    expect(await diary(['session'])).toMatchObject([
      { id, on: '2026-11-20', at: '17:30', summaryKey: 'session.present' },
    ]);
    const { items } = await client.diary.list({ personId: ada, kinds: ['session'] });
    expect(items).toMatchObject([{ summaryKey: 'session.excused' }]);
    expect((await client.sessions.list({})).items).toMatchObject([
      { id, participants: 2, present: 1, isRepeated: false },
    ]);
  });

  test('repeats every week with the same people expected, never twice on a day', async () => {
    const { client, personId } = await desk();
    const participants = [{ personId, attendance: 'present' as const }];
    const { id } = await client.sessions.save({
      details: aSession({ note: 'Lezione 1' }),
      participants,
    });
    const repeat = () => client.sessions.repeat({ id, everyWeeks: 1, until: '2026-12-11' });
    expect(await repeat()).toEqual({ added: 3 });
    expect(await repeat()).toEqual({ added: 0 });
    const { items, total } = await client.sessions.list({});
    expect(total).toBe(4);
    expect(items.map((one) => one.details.heldOn)).toEqual([
      '2026-12-11',
      '2026-12-04',
      '2026-11-27',
      '2026-11-20',
    ]);
    const copy = await client.sessions.get({ id: items[0]?.id ?? '' });
    expect(copy.participants).toMatchObject([{ attendance: 'expected' }]);
    expect(copy.details).toEqual(aSession({ heldOn: '2026-12-11' }));
    await expect(
      client.sessions.repeat({ id, everyWeeks: 1, until: '2099-01-01' }),
    ).rejects.toMatchObject({ code: 'series_too_long', details: { most: 104 } });
  });

  test('nobody is present before it was held, or listed twice', async () => {
    const { client, core, personId } = await desk();
    const present = { personId, attendance: 'present' as const };
    const ahead = { details: aSession({ heldOn: '2026-12-01' }), participants: [present] };
    await expect(client.sessions.save(ahead)).rejects.toMatchObject({ code: 'not_yet_happened' });
    const twice = { details: aSession(), participants: [present, present] };
    expect(await core.dispatch('sessions.save', twice)).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect((await client.sessions.list({})).total).toBe(0);
  });

  test('removed it comes back with who was there; a stale change is refused', async () => {
    const { client, personId } = await desk();
    const saving = { details: aSession(), participants: [{ personId, attendance: 'absent' }] };
    const { id, revision } = await client.sessions.save(saving as never);
    const before = await client.sessions.get({ id });
    await client.sessions.remove({ id });
    await expect(client.sessions.get({ id })).rejects.toMatchObject({ code: 'not_found' });
    await client.sessions.restore({ id });
    expect(await client.sessions.get({ id })).toEqual(before);
    const change = { id, revision, details: aSession({ title: 'A2' }), participants: [] };
    await client.sessions.save(change);
    await expect(client.sessions.save(change)).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
  });
});
