import type { ActivityDetails } from '#domain/activities/activity.ts';
import { aName, aPerson } from './factories.ts';
import type { OpenCore } from './open-core.ts';

export function anActivity(more: Partial<ActivityDetails> = {}): ActivityDetails {
  return {
    kind: 'training',
    title: 'Accogliere allo sportello',
    from: '2026-08-10',
    to: '2026-08-20',
    partnerIds: [],
    volunteers: 0,
    bands: 'AMIF',
    isCancelled: false,
    ...more,
  };
}

/** A session of the activity, at which everybody of it was. */
export async function heldSession(t: OpenCore, activityId: string, heldOn = '2026-08-20') {
  const { client } = t;
  const details = { type: 'TRN', title: 'Primo incontro', heldOn, minutes: 180, place: 'Comune' };
  const { id } = await client.sessions.save({ activityId, details, participants: [] });
  const session = await client.sessions.get({ id });
  await client.sessions.save({
    id,
    revision: session.revision,
    details,
    participants: session.participants.map(({ personId }) => ({ personId, attendance: 'present' })),
    guests: session.guests.map(({ participantId }) => ({ participantId, attendance: 'present' })),
  });
  return id;
}

/** Somebody who works for a public office. */
export async function aGuest(
  t: OpenCore,
  activityId: string,
  { name = 'Operatrice', sex = 'female' as 'female' | 'male', band = '18-60', ...more } = {},
) {
  const guest = { name, sex, band, origin: 'italy', ...more };
  const wanted = { activityId, guest, part: 'participant' as const };
  return (await t.client.activityParticipants.save(wanted)).id;
}

export async function somebody(t: OpenCore, given = 'Amina') {
  return (await t.client.people.create(aPerson({ names: [aName(given, 'Prova')] }))).id;
}

/** The consent that lets them be seen and heard, and nothing else. */
export async function lettingBeSeen(t: OpenCore, personId: string, more = {}) {
  return t.client.consents.give({
    personId,
    details: {
      purpose: 'imageAndVoice',
      recipient: 'Radio di quartiere',
      dataCategories: [],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-11-01',
      ...more,
    },
  });
}

export const ofActivity = (activityId: string) => ({
  list: 'AMIF',
  counts: 'activities' as const,
  activityId,
  title: 'Rapporto dell’attività',
  tables: [{ rows: 'ageBand' as const, columns: 'sex' as const }],
  indicators: ['AMIF-O.1.2', 'AMIF-R.1.5', 'AMIF-R.1.6'],
  by: ['ageBand' as const, 'sex' as const],
});
