import { ProcedureError } from '#api/errors.ts';
import {
  type AppointmentKind,
  type AppointmentState,
  servicesOfKinds,
} from '#domain/appointments/appointment.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ClockTime } from '#domain/dates/clock-time.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { AppointmentTable } from '../database/tables/appointments-tables.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { getAppointment, rowOf, rowsInScope } from './queries.ts';
import { writePeople } from './save-appointment.ts';

async function personIdsOf(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appointment_person')
    .select('person_id')
    .where('appointment_id', '=', id)
    .execute();
  return rows.map((row) => row.person_id);
}

/** One service for each person, unless the appointment has its services already. */
async function noteServices(context: CoreContext, tx: Db, row: AppointmentTable) {
  const existing = await tx
    .selectFrom('service')
    .select('id')
    .where('appointment_id', '=', row.id)
    .execute();
  if (existing.length > 0) return existing.map((one) => one.id);
  const usual = servicesOfKinds[row.kind as AppointmentKind];
  const made: string[] = [];
  for (const person_id of await personIdsOf(tx, row.id)) {
    const id = context.ports.ids.next();
    await tx
      .insertInto('service')
      .values({
        id,
        person_id,
        revision: 1,
        type: usual.type,
        done_on: row.planned_on,
        minutes: row.minutes,
        channel: usual.channel,
        attendance: 'attended',
        worker_id: row.worker_id ?? registerOf(context).user.id,
        mediator: null,
        place: row.place,
        outcome: null,
        note: row.about,
        appointment_id: row.id,
        ...changedNow(context),
      })
      .execute();
    made.push(id);
  }
  return made;
}

/** Fails with `not_found`, or `not_yet_happened` for what cannot have happened yet. */
export async function recordAppointment(
  context: CoreContext,
  { id, state }: { id: string; state: Exclude<AppointmentState, 'moved'> },
) {
  const { db } = registerOf(context);
  const row = await rowOf(db, id);
  const hasHappened = state === 'kept' || state === 'missed';
  if (hasHappened && row.planned_on > context.ports.clock.today()) {
    throw new ProcedureError('not_yet_happened');
  }
  const serviceIds = await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('appointment')
      .set({ state, revision: row.revision + 1, ...changedNow(context) })
      .where('id', '=', id)
      .execute();
    if (state === 'kept') return noteServices(context, tx, row);
    // What somebody wrote more about stays: it is theirs, not the click's.
    await tx
      .deleteFrom('service')
      .where('appointment_id', '=', id)
      .where('revision', '=', 1)
      .execute();
    return [];
  });
  announceChange(context, 'appointments');
  return { serviceIds };
}

export async function moveAppointment(
  context: CoreContext,
  { id, on, start }: { id: string; on: CalendarDate; start?: ClockTime | undefined },
) {
  const { db } = registerOf(context);
  const row = await rowOf(db, id);
  const later = context.ports.ids.next();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('appointment')
      .values({
        ...row,
        id: later,
        revision: 1,
        planned_on: on,
        start: start ?? row.start,
        minutes: row.minutes ?? (start === undefined ? null : 60),
        state: 'planned',
        moved_to_id: null,
        ...changedNow(context),
      })
      .execute();
    await writePeople(tx, later, await personIdsOf(tx, id));
    await tx
      .updateTable('appointment')
      .set({
        state: 'moved',
        moved_to_id: later,
        revision: row.revision + 1,
        ...changedNow(context),
      })
      .where('id', '=', id)
      .execute();
  });
  announceChange(context, 'appointments');
  return { id: later };
}

export async function removeAppointment(
  context: CoreContext,
  { id, scope }: { id: string; scope: 'one' | 'following' },
) {
  const { db } = registerOf(context);
  const rows = await rowsInScope(db, await rowOf(db, id), scope);
  const people = new Map<string, string[]>();
  const noted = new Map<string, string[]>();
  await db.transaction().execute(async (tx) => {
    for (const row of rows) {
      people.set(row.id, await personIdsOf(tx, row.id));
      const services = await tx
        .selectFrom('service')
        .select('id')
        .where('appointment_id', '=', row.id)
        .execute();
      noted.set(
        row.id,
        services.map((one) => one.id),
      );
      await tx.deleteFrom('appointment').where('id', '=', row.id).execute();
    }
  });
  keepForUndo(context, id, async (tx) => {
    for (const row of rows) {
      await tx
        .insertInto('appointment')
        .values({ ...row, moved_to_id: null })
        .execute();
      for (const person_id of people.get(row.id) ?? []) {
        const person = await tx
          .selectFrom('person')
          .select('id')
          .where('id', '=', person_id)
          .executeTakeFirst();
        if (!person) continue;
        await tx
          .insertInto('appointment_person')
          .values({ appointment_id: row.id, person_id })
          .execute();
      }
      const services = noted.get(row.id) ?? [];
      if (services.length > 0) {
        await tx
          .updateTable('service')
          .set({ appointment_id: row.id })
          .where('id', 'in', services)
          .execute();
      }
    }
  });
  announceChange(context, 'appointments');
  return { removed: rows.length };
}

export async function restoreAppointment(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  await getAppointment(registerOf(context).db, id);
  announceChange(context, 'appointments');
  return {};
}
