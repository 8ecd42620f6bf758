import { expect, test } from 'vitest';
import { aName, anAppointment, aPerson, aSession } from '../support/factories.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

const amals = 'frase di amal per entrare';

/** A lesson and an appointment with somebody whose case was restricted afterwards. */
async function aGroup() {
  const { client, folder } = await openCore();
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: hidden } = await client.people.create(
    aPerson({ names: [aName('Nadifa', 'Zorbulon')] }),
  );
  const { id: seen } = await client.people.create(aPerson());
  const details = aSession();
  const { id: sessionId } = await client.sessions.save({
    details,
    participants: [hidden, seen].map((personId) => ({ personId, attendance: 'present' as const })),
  });
  const { id: appointmentId } = await client.appointments.save({
    details: anAppointment({ personIds: [hidden, seen], about: 'Con Nadifa' }),
  });
  await client.caseAccess.save({ personId: hidden, isRestricted: true });
  const enter = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  const asAmal = () => enter('amal', amals);
  const asCoordinator = () => enter('giulia', testPassphrase);
  await asAmal();
  return { client, hidden, seen, sessionId, details, appointmentId, asCoordinator, asAmal };
}

test('somebody hidden keeps their place in a lesson that a volunteer saves, removes and brings back', async () => {
  const { client, hidden, seen, sessionId, details, asCoordinator } = await aGroup();
  expect((await client.sessions.list({})).items).toMatchObject([{ participants: 1, present: 1 }]);
  await client.sessions.save({
    id: sessionId,
    revision: 1,
    details,
    participants: [{ personId: seen, attendance: 'excused' }],
  });
  await client.sessions.remove({ id: sessionId });
  await client.sessions.restore({ id: sessionId });
  await asCoordinator();
  const { participants } = await client.sessions.get({ id: sessionId });
  expect(participants.map(({ personId, attendance }) => [personId, attendance]).sort()).toEqual(
    [
      [hidden, 'present'],
      [seen, 'excused'],
    ].sort(),
  );
});

test('an appointment with somebody hidden can be neither read nor changed by its bare id', async () => {
  const { client, appointmentId: id, asCoordinator } = await aGroup();
  const notThere = { code: 'not_found' };
  await expect(client.appointments.get({ id })).rejects.toMatchObject(notThere);
  await expect(client.appointments.remove({ id, scope: 'one' })).rejects.toMatchObject(notThere);
  await expect(client.appointments.move({ id, on: '2026-12-01' })).rejects.toMatchObject(notThere);
  await expect(client.appointments.record({ id, state: 'cancelled' })).rejects.toMatchObject(
    notThere,
  );
  await asCoordinator();
  expect((await client.appointments.get({ id })).state).toBe('planned');
});

test('a draft of one’s own about somebody hidden since is no longer listed', async () => {
  const { client, hidden, seen, asCoordinator, asAmal } = await aGroup();
  await asCoordinator();
  await client.caseAccess.save({ personId: hidden, isRestricted: false });
  await asAmal();
  for (const personId of [hidden, seen]) {
    await client.drafts.save({ form: 'service', subjectId: personId, personId, content: '{}' });
  }
  expect((await client.drafts.list({})).items).toHaveLength(2);
  await asCoordinator();
  await client.caseAccess.save({ personId: hidden, isRestricted: true });
  await asAmal();
  expect((await client.drafts.list({})).items).toHaveLength(1);
});
