import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { HeldSession, SessionLine } from '#api/services.ts';
import {
  type SessionAttendance,
  type SessionDetails,
  sessionAttendances,
} from '#domain/services/session.ts';
import {
  enterParticipants,
  expectEverybody,
  guestsOf,
  restoreGuests,
  sessionActivity,
  writeGuests,
} from '../activities/session-guests.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { SessionParticipantTable, SessionTable } from '../database/tables/services-tables.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';

function detailsOf(row: SessionTable): SessionDetails {
  return {
    type: row.type,
    title: row.title,
    heldOn: row.held_on,
    ...(row.start === null ? {} : { start: row.start }),
    ...(row.minutes === null ? {} : { minutes: row.minutes }),
    ...(row.place === null ? {} : { place: row.place }),
    ...(row.led_by === null ? {} : { ledBy: row.led_by }),
    ...(row.mediator === null ? {} : { mediator: row.mediator }),
    ...(row.counted === null ? {} : { counted: row.counted }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}

function columnsOf(details: SessionDetails) {
  return {
    type: details.type,
    title: details.title,
    held_on: details.heldOn,
    start: details.start ?? null,
    minutes: details.minutes ?? null,
    place: details.place || null,
    led_by: details.ledBy || null,
    mediator: details.mediator || null,
    counted: details.counted ?? null,
    note: details.note || null,
  };
}

interface Wanted {
  from?: string | undefined;
  to?: string | undefined;
  offset: number;
  limit: number;
}

export async function listSessions(
  context: CoreContext,
  { from, to, offset, limit }: Wanted,
): Promise<{ items: SessionLine[]; total: number }> {
  const base = registerOf(context)
    .db.selectFrom('session')
    .$if(from !== undefined, (query) => query.where('held_on', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('held_on', '<=', to ?? ''));
  const { total } = await base
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const guests = (attendances: readonly SessionAttendance[]) =>
    sql<number>`(SELECT count(*) FROM session_guest g WHERE g.session_id = session.id
      AND g.attendance IN (SELECT value FROM json_each(${JSON.stringify(attendances)})))`;
  const rows = await base
    .leftJoin('session_participant', 'session_participant.session_id', 'session.id')
    .leftJoin('activity', 'activity.id', 'session.activity_id')
    .selectAll('session')
    .select('activity.title as activity_title')
    .select([guests(sessionAttendances).as('guests'), guests(['present']).as('guests_present')])
    .select((eb) => [
      eb.fn.count<number>('person_id').as('participants'),
      eb.fn
        .sum<number>(eb.case().when('attendance', '=', 'present').then(1).else(0).end())
        .as('present'),
    ])
    .groupBy('session.id')
    .orderBy('held_on', 'desc')
    .orderBy('start', 'desc')
    .orderBy('session.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    details: detailsOf(row),
    isRepeated: row.series_id !== null,
    participants: row.participants + row.guests,
    present: row.present + row.guests_present,
    ...(row.activity_title === null ? {} : { activityTitle: row.activity_title }),
  }));
  return { items, total };
}

/** Fails with `not_found`. */
async function rowOf(db: Db, id: string): Promise<SessionTable> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

export async function getSession(
  context: CoreContext,
  { id }: { id: string },
): Promise<HeldSession> {
  const { db } = registerOf(context);
  const row = await rowOf(db, id);
  const participants = await db
    .selectFrom('session_participant')
    .innerJoin('person_line', 'person_line.person_id', 'session_participant.person_id')
    .select([
      'session_participant.person_id as personId',
      'listed_name as listedName',
      'attendance',
    ])
    .where('session_id', '=', id)
    .orderBy('sort_name')
    .orderBy('line')
    .execute();
  const { revision, series_id, activity_id } = row;
  const activity = activity_id === null ? undefined : await sessionActivity(db, activity_id);
  return {
    id,
    revision,
    details: detailsOf(row),
    isRepeated: series_id !== null,
    participants,
    ...(activity ? { activity } : {}),
    guests: await guestsOf(db, id),
  };
}

async function writeParticipants(
  tx: Db,
  participants: SessionParticipantTable[],
  sessionId: string,
): Promise<void> {
  const ids = participants.map((one) => one.person_id);
  if (ids.length > 0) {
    const known = await tx.selectFrom('person').select('id').where('id', 'in', ids).execute();
    if (known.length !== ids.length) throw new ProcedureError('not_found');
  }
  // Those alone whom whoever saves can see: a restricted case keeps its place in the list.
  await tx
    .deleteFrom('session_participant')
    .where('session_id', '=', sessionId)
    .where('person_id', 'in', (seen) =>
      seen
        .selectFrom('session_participant')
        .select('person_id')
        .where('session_id', '=', sessionId),
    )
    .execute();
  if (ids.length > 0) await tx.insertInto('session_participant').values(participants).execute();
}

interface Saving {
  id?: string | undefined;
  revision?: number | undefined;
  details: SessionDetails;
  participants: { personId: string; attendance: SessionAttendance }[];
  activityId?: string | undefined;
  guests: { participantId: string; attendance: SessionAttendance }[];
}

/** Nobody can have been at what is still to come. Fails with `unknown_code` or `not_yet_happened`. */
function checkSession(context: CoreContext, saving: Saving): void {
  const { details, participants, guests } = saving;
  checkCode(context.resources, 'serviceTypes', details.type);
  const isAhead = details.heldOn > context.ports.clock.today();
  if (isAhead && [...participants, ...guests].some((one) => one.attendance === 'present')) {
    throw new ProcedureError('not_yet_happened');
  }
}

/** Fails with `not_found`, `changed_meanwhile`. Returns the activity it is part of. */
async function writeSession(context: CoreContext, tx: Db, id: string, saving: Saving) {
  const columns = { ...columnsOf(saving.details), ...changedNow(context) };
  if (saving.id === undefined) {
    const activity_id = saving.activityId ?? null;
    await tx
      .insertInto('session')
      .values({ id, revision: 1, series_id: null, activity_id, ...columns })
      .execute();
    return activity_id;
  }
  const before = await rowOf(tx, id);
  if (before.revision !== saving.revision) throw new ProcedureError('changed_meanwhile');
  await tx
    .updateTable('session')
    .set({ revision: before.revision + 1, ...columns })
    .where('id', '=', id)
    .execute();
  return before.activity_id;
}

/** Fails with `not_found`, `changed_meanwhile`, `unknown_code`, `not_yet_happened`, `campaign_consent_missing`. */
export async function saveSession(context: CoreContext, saving: Saving) {
  checkSession(context, saving);
  const { db } = registerOf(context);
  const id = saving.id ?? context.ports.ids.next();
  await db.transaction().execute(async (tx) => {
    const activityId = await writeSession(context, tx, id, saving);
    const rows = saving.participants.map(({ personId, attendance }) => ({
      session_id: id,
      person_id: personId,
      attendance,
    }));
    await writeParticipants(tx, rows, id);
    if (activityId === null) return;
    await enterParticipants(
      context,
      tx,
      activityId,
      rows.map((row) => row.person_id),
    );
    await writeGuests(tx, { sessionId: id, activityId, guests: saving.guests });
    if (saving.id === undefined) await expectEverybody(tx, { sessionId: id, activityId });
  });
  announceChange(context, 'sessions');
  announceChange(context, 'activities');
  return { id, revision: saving.id === undefined ? 1 : (saving.revision ?? 0) + 1 };
}

async function participantsOf(db: Db, id: string): Promise<SessionParticipantTable[]> {
  return db.selectFrom('session_participant').selectAll().where('session_id', '=', id).execute();
}

/**
 * Copies of a session on the days given, with everybody expected; one series with the first. Days on which the
 * series has a session already are left out. Returns how many were made.
 */
export async function copySession(
  context: CoreContext,
  { id, days: wanted }: { id: string; days: string[] },
): Promise<number> {
  const { db } = registerOf(context);
  const row = await rowOf(db, id);
  const series_id = row.series_id ?? row.id;
  const taken = await db
    .selectFrom('session')
    .select('held_on')
    .where('series_id', '=', series_id)
    .execute();
  const days = wanted.filter(
    (day) => day !== row.held_on && !taken.some((other) => other.held_on === day),
  );
  const participants = await participantsOf(db, id);
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('session').set({ series_id }).where('id', '=', id).execute();
    for (const held_on of days) {
      const copy = context.ports.ids.next();
      await tx
        .insertInto('session')
        .values({
          ...row,
          id: copy,
          series_id,
          revision: 1,
          held_on,
          note: null,
          counted: null,
          ...changedNow(context),
        })
        .execute();
      const rows = participants.map((one) => ({
        session_id: copy,
        person_id: one.person_id,
        attendance: 'expected' as const,
      }));
      await writeParticipants(tx, rows, copy);
      if (row.activity_id !== null) {
        await expectEverybody(tx, { sessionId: copy, activityId: row.activity_id });
      }
    }
  });
  announceChange(context, 'sessions');
  announceChange(context, 'activities');
  return days.length;
}

export async function removeSession(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await rowOf(db, id);
  const { participants, guests } = await db.transaction().execute(async (tx) => {
    // What is removed is told whole, also of those whom whoever removes it does not see.
    const removed = await tx
      .deleteFrom('session_participant')
      .where('session_id', '=', id)
      .returningAll()
      .execute();
    const invited = await tx
      .deleteFrom('session_guest')
      .where('session_id', '=', id)
      .returningAll()
      .execute();
    await tx.deleteFrom('session').where('id', '=', id).execute();
    return { participants: removed, guests: invited };
  });
  keepForUndo(context, id, async (tx) => {
    await tx.insertInto('session').values(row).execute();
    for (const one of participants) {
      // Who was erased from the register meanwhile does not come back.
      const person = await tx
        .selectFrom('case_file')
        .select('id')
        .where('person_id', '=', one.person_id)
        .executeTakeFirst();
      if (person) await tx.insertInto('session_participant').values(one).execute();
    }
    await restoreGuests(tx, guests);
  });
  announceChange(context, 'sessions');
  announceChange(context, 'activities');
  return {};
}

export async function restoreSession(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'sessions');
  announceChange(context, 'activities');
  return {};
}
