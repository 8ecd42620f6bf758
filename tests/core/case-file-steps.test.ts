import { describe, expect, test } from 'vitest';
import { aName, anOffice, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { user } = await t.client.vault.session({});
  const { id: colleague } = await t.client.users.add({
    name: 'Yonas Tekle',
    role: 'volunteer',
    passphrase: 'altra frase per altra persona',
  });
  const { id: personId } = await t.client.people.create(aPerson());
  const steps = async () =>
    (await t.client.diary.list({ personId, kinds: ['caseFile'] })).items.map((one) => ({
      key: one.summaryKey,
      note: one.note,
      params: one.params,
    }));
  return { ...t, me: user.id, colleague, personId, steps };
}

describe('who follows a person', () => {
  test('is nobody at first, then whom somebody names, and the list can ask for their own', async () => {
    const { client, personId, me, colleague } = await desk();
    expect((await client.people.get({ id: personId })).caseFile.worker).toBeUndefined();
    await client.people.create(aPerson({ names: [aName('Ada', 'Warsame')] }));
    await client.caseFiles.assign({ personId, workerId: me });
    const worker = { id: me, name: 'Giulia Ferraris' };
    expect((await client.people.get({ id: personId })).caseFile.worker).toEqual(worker);
    const followedBy = (id: string) => [{ field: 'worker' as const, values: [id] }];
    const mine = async (more = {}) =>
      (await client.people.list({ conditions: followedBy(me), ...more })).items.map(
        (one) => one.id,
      );
    expect(await mine()).toEqual([personId]);
    expect(await mine({ query: 'warsame' })).toEqual([personId]);
    expect((await client.people.list({ query: 'warsame' })).total).toBe(2);
    expect((await client.people.list({ conditions: followedBy(colleague) })).total).toBe(0);
    const { items } = await client.people.list({ conditions: followedBy(me) });
    expect(items[0]?.assignedTo).toEqual(worker);
  });

  test('is only somebody of the desk', async () => {
    const { client, personId } = await desk();
    const { id: reporter } = await client.users.add({
      name: 'Rendiconti',
      role: 'reporter',
      passphrase: 'altra frase per altra persona',
    });
    for (const workerId of [reporter, crypto.randomUUID()]) {
      await expect(client.caseFiles.assign({ personId, workerId })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const { items } = await client.workers.list({});
    expect(items.map((one) => one.name)).toEqual(['Giulia Ferraris', 'Yonas Tekle']);
  });

  test('is nobody who was suspended or removed, though their name stays on what was theirs', async () => {
    const { client, personId, me, colleague } = await desk();
    await client.caseFiles.assign({ personId, workerId: colleague });
    const active = async () =>
      (await client.workers.list({})).items.filter((one) => one.isActive).map((one) => one.id);
    expect((await active()).sort()).toEqual([me, colleague].sort());
    await client.users.suspend({ id: colleague });
    expect(await active()).toEqual([me]);
    const { id: other } = await client.people.create(aPerson({ names: [aName('Ada', 'Dini')] }));
    await expect(
      client.caseFiles.assign({ personId: other, workerId: colleague }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect((await client.people.get({ id: personId })).caseFile.worker?.name).toBe('Yonas Tekle');
    await client.users.remove({ id: colleague });
    const { items } = await client.workers.list({});
    expect(items.find((one) => one.id === colleague)).toMatchObject({ isActive: false });
  });

  test('changes hands with a reason, and every step is kept', async () => {
    const { client, personId, me, colleague, steps } = await desk();
    await client.caseFiles.assign({ personId, workerId: me });
    await client.caseFiles.assign({ personId, workerId: me });
    await client.caseFiles.transfer({ personId, workerId: colleague, reason: 'Parla tigrino.' });
    expect(await steps()).toEqual([
      {
        key: 'caseFile.transferred',
        note: 'Parla tigrino.',
        params: { worker: 'Yonas Tekle', from: 'Giulia Ferraris' },
      },
      { key: 'caseFile.assigned', note: undefined, params: { worker: 'Giulia Ferraris' } },
      expect.objectContaining({ key: 'caseFile.opened' }),
    ]);
  });
});

describe('closing a case file', () => {
  test('keeps reason and outcome, and reopening keeps why', async () => {
    const { client, personId, steps } = await desk();
    const closedOn = '2026-11-21';
    const outcome = 'Ha firmato un contratto di affitto.';
    await client.caseFiles.close({ personId, closedOn, reason: 'autonomyReached', outcome });
    expect((await client.people.get({ id: personId })).caseFile).toMatchObject({
      closedOn,
      closureReason: 'autonomyReached',
    });
    await client.caseFiles.reopen({ personId, reason: 'Ha perso la casa.' });
    expect((await client.people.get({ id: personId })).caseFile.closedOn).toBeUndefined();
    expect((await steps()).map(({ key, note }) => [key, note])).toEqual([
      ['caseFile.reopened', 'Ha perso la casa.'],
      ['caseFile.closed', outcome],
      ['caseFile.opened', undefined],
    ]);
  });

  test('towards another organisation is a transfer and names it', async () => {
    const { client, personId, steps } = await desk();
    const { id: organisationId } = await client.organisations.save(anOffice({ name: 'SAI' }));
    const closing = { personId, closedOn: '2026-11-21', organisationId };
    await client.caseFiles.close({ ...closing, reason: 'other' });
    expect((await client.people.get({ id: personId })).caseFile.closureReason).toBe('transferred');
    expect((await steps())[0]?.params).toEqual({
      to: 'SAI',
      why: { list: 'closureReasons', code: 'transferred' },
    });
  });

  test('lies between the opening and today', async () => {
    const { client, personId } = await desk();
    const close = (closedOn: string) =>
      client.caseFiles.close({ personId, closedOn, reason: 'other' });
    await expect(close('2099-01-01')).rejects.toMatchObject({ code: 'not_yet_happened' });
    await expect(close('2026-11-20')).rejects.toMatchObject({ code: 'closed_before_opened' });
    expect((await client.people.get({ id: personId })).caseFile.closedOn).toBeUndefined();
  });
});
