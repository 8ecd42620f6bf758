/*
 * Sessions of an activity are group sessions like the others: whoever has a case file is in them as everywhere, so
 * that their diary, certificates and indicators know. Here is what an activity adds: participants without a file.
 */
import { ProcedureError } from '#api/errors.ts';
import type { HeldSession } from '#api/services.ts';
import { mostParticipants } from '#domain/activities/activity.ts';
import type { SessionAttendance } from '#domain/services/session.ts';
import { type CoreContext, changedNow, type Db } from '../context.ts';
import { guestOf, newParticipant } from './participant-rows.ts';
import { requireCampaignConsent } from './public-consent.ts';

interface OfSession {
  sessionId: string;
  activityId: string;
}

/** Fails with `not_found`. */
export async function sessionActivity(
  db: Db,
  id: string,
): Promise<NonNullable<HeldSession['activity']>> {
  const row = await db
    .selectFrom('activity')
    .select(['id', 'title'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('activity_count')
            .select('people')
            .whereRef('activity_id', '=', 'activity.id'),
        )
        .as('has_counted'),
    )
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return { id: row.id, title: row.title, hasCounted: Number(row.has_counted) === 1 };
}

export async function guestsOf(db: Db, sessionId: string): Promise<HeldSession['guests']> {
  const rows = await db
    .selectFrom('session_guest')
    .innerJoin('activity_participant', 'activity_participant.id', 'participant_id')
    .select(['participant_id', 'name', 'attendance'])
    .where('session_id', '=', sessionId)
    .where('person_id', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    participantId: row.participant_id,
    name: row.name ?? '',
    attendance: row.attendance,
  }));
}

/** Fails with `not_found` for a participant of another activity. */
export async function writeGuests(
  tx: Db,
  {
    sessionId,
    activityId,
    guests,
  }: OfSession & { guests: readonly { participantId: string; attendance: SessionAttendance }[] },
): Promise<void> {
  const known = await tx
    .selectFrom('activity_participant')
    .select('id')
    .where('activity_id', '=', activityId)
    .where('person_id', 'is', null)
    .execute();
  const ids = new Set(known.map(({ id }) => id));
  if (guests.some(({ participantId }) => !ids.has(participantId))) {
    throw new ProcedureError('not_found');
  }
  for (const { participantId, attendance } of guests) {
    await tx
      .insertInto('session_guest')
      .values({ session_id: sessionId, participant_id: participantId, attendance })
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'participant_id']).doUpdateSet({ attendance }),
      )
      .execute();
  }
}

/** Everybody of the activity who is not in the session yet; also those whom whoever plans it does not see. */
export async function expectEverybody(
  seen: Db,
  { sessionId, activityId }: OfSession,
): Promise<void> {
  const tx = seen.withoutPlugins();
  const all = await tx
    .selectFrom('activity_participant')
    .select(['id', 'person_id'])
    .where('activity_id', '=', activityId)
    .execute();
  for (const { id, person_id } of all) await expectOne(tx, sessionId, { id, personId: person_id });
}

async function expectOne(
  tx: Db,
  session_id: string,
  { id, personId }: { id: string; personId: string | null },
): Promise<void> {
  const attendance = 'expected' as const;
  if (personId === null) {
    await tx
      .insertInto('session_guest')
      .values({ session_id, participant_id: id, attendance })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await tx
    .insertInto('session_participant')
    .values({ session_id, person_id: personId, attendance })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A new participant is expected at every session, also of before: whoever enters them later calls the register then. */
export async function expectAtSessions(
  tx: Db,
  activityId: string,
  participant: { id: string; personId: string | null },
): Promise<void> {
  const sessions = await tx
    .selectFrom('session')
    .select('id')
    .where('activity_id', '=', activityId)
    .execute();
  for (const { id } of sessions) await expectOne(tx, id, participant);
}

/** Whoever came to a session takes part in its activity. Fails with `campaign_consent_missing`, `activity_full`. */
export async function enterParticipants(
  context: CoreContext,
  tx: Db,
  activityId: string,
  personIds: readonly string[],
): Promise<void> {
  const present = await tx
    .selectFrom('activity_participant')
    .select(['id', 'person_id'])
    .where('activity_id', '=', activityId)
    .execute();
  const known = new Set(present.map(({ person_id }) => person_id));
  const fresh = personIds.filter((id) => !known.has(id));
  if (present.length + fresh.length > mostParticipants) throw new ProcedureError('activity_full');
  for (const personId of fresh) {
    await requireCampaignConsent(context, tx, { activityId, personId });
    const id = context.ports.ids.next();
    await tx
      .insertInto('activity_participant')
      .values({
        ...newParticipant,
        id,
        activity_id: activityId,
        person_id: personId,
        ...changedNow(context),
      })
      .execute();
    await expectAtSessions(tx, activityId, { id, personId });
  }
}

/** After an undo: who was taken out of the activity meanwhile does not come back. */
export async function restoreGuests(
  tx: Db,
  guests: readonly { session_id: string; participant_id: string; attendance: SessionAttendance }[],
): Promise<void> {
  for (const one of guests) {
    if (await guestOf(tx, one.participant_id)) {
      await tx.insertInto('session_guest').values(one).execute();
    }
  }
}
