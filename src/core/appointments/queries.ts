import { sql } from 'kysely';
import type { Appointment } from '#api/appointments.ts';
import { ProcedureError } from '#api/errors.ts';
import type { AppointmentDetails } from '#domain/appointments/appointment.ts';
import type { Recurrence } from '#domain/appointments/recurrence.ts';
import type { Db } from '../context.ts';
import type { AppointmentTable } from '../database/tables/appointments-tables.ts';

/** More than this in one answer is no calendar any more. */
const MOST_LISTED = 1000;

type Row = AppointmentTable & {
  worker_name: string | null;
  moved_to: string | null;
  unit: Recurrence['unit'] | null;
  every: number | null;
  until: string | null;
};

/** With somebody whose case is restricted even what it is about says too much: their line is not read. */
const NOBODY_HIDDEN = sql<boolean>`NOT EXISTS (
  SELECT 1 FROM appointment_person AS with_person
  LEFT JOIN person_line AS line ON line.person_id = with_person.person_id
  WHERE with_person.appointment_id = appointment.id AND line.person_id IS NULL)`;

const withNames = (db: Db) =>
  db
    .selectFrom('appointment')
    .leftJoin('user', 'user.id', 'appointment.worker_id')
    .leftJoin('appointment as later', 'later.id', 'appointment.moved_to_id')
    .leftJoin('appointment_series as series', 'series.id', 'appointment.series_id')
    .selectAll('appointment')
    .select(['user.name as worker_name', 'later.planned_on as moved_to'])
    .select(['series.unit', 'series.every', 'series.until'])
    .where(NOBODY_HIDDEN);

async function peopleOf(db: Db, ids: string[]): Promise<Map<string, Appointment['people']>> {
  const rows = await db
    .selectFrom('appointment_person')
    .innerJoin('person_line', 'person_line.person_id', 'appointment_person.person_id')
    .select(['appointment_id', 'person_line.person_id', 'listed_name'])
    .where(
      'appointment_id',
      'in',
      sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    )
    .orderBy('sort_name')
    .execute();
  const people = new Map<string, Appointment['people']>();
  for (const { appointment_id, person_id, listed_name } of rows) {
    const list = people.get(appointment_id) ?? [];
    people.set(appointment_id, [...list, { id: person_id, listedName: listed_name }]);
  }
  return people;
}

function repeatOf({ unit, every, until }: Row): { repeat?: Recurrence } {
  return unit === null || every === null || until === null
    ? {}
    : { repeat: { unit, every, until } };
}

function fromRow(row: Row, people: Appointment['people']): Appointment {
  return {
    id: row.id,
    revision: row.revision,
    details: {
      on: row.planned_on,
      ...(row.start === null ? {} : { start: row.start }),
      ...(row.minutes === null ? {} : { minutes: row.minutes }),
      kind: row.kind as AppointmentDetails['kind'],
      ...(row.about === null ? {} : { about: row.about }),
      personIds: people.map((one) => one.id),
      ...(row.worker_id === null ? {} : { workerId: row.worker_id }),
      ...(row.place === null ? {} : { place: row.place }),
      ...(row.note === null ? {} : { note: row.note }),
    },
    state: row.state,
    people,
    ...(row.worker_name === null ? {} : { workerName: row.worker_name }),
    isRepeated: row.series_id !== null,
    ...repeatOf(row),
    ...(row.moved_to === null ? {} : { movedTo: row.moved_to }),
  };
}

async function fromRows(db: Db, rows: Row[]): Promise<Appointment[]> {
  const people = await peopleOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => fromRow(row, people.get(row.id) ?? []));
}

export interface WantedDays {
  from: string;
  to: string;
  workerId?: string | undefined;
  personId?: string | undefined;
}

/** By day and hour, those of the whole day first. */
export async function listAppointments(
  db: Db,
  { from, to, workerId, personId }: WantedDays,
): Promise<{ items: Appointment[]; isCut: boolean }> {
  const rows = await withNames(db)
    .where('appointment.planned_on', '>=', from)
    .where('appointment.planned_on', '<=', to)
    .$if(workerId !== undefined, (query) =>
      query.where('appointment.worker_id', '=', workerId ?? ''),
    )
    .$if(personId !== undefined, (query) =>
      query.where('appointment.id', 'in', (eb) =>
        eb
          .selectFrom('appointment_person')
          .select('appointment_id')
          .where('person_id', '=', personId ?? ''),
      ),
    )
    .orderBy('appointment.planned_on')
    .orderBy('appointment.start')
    .orderBy('appointment.id')
    .limit(MOST_LISTED + 1)
    .execute();
  return {
    items: await fromRows(db, rows.slice(0, MOST_LISTED)),
    isCut: rows.length > MOST_LISTED,
  };
}

/** Fails with `not_found`. */
export async function getAppointment(db: Db, id: string): Promise<Appointment> {
  const rows = await withNames(db).where('appointment.id', '=', id).execute();
  const [appointment] = await fromRows(db, rows);
  if (!appointment) throw new ProcedureError('not_found');
  return appointment;
}

/** Fails with `not_found`. */
export async function rowOf(db: Db, id: string): Promise<AppointmentTable> {
  const row = await db
    .selectFrom('appointment')
    .selectAll()
    .where('id', '=', id)
    .where(NOBODY_HIDDEN)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** This one; with `following`, also the planned ones of its series on later days. */
export async function rowsInScope(
  db: Db,
  row: AppointmentTable,
  scope: 'one' | 'following',
): Promise<AppointmentTable[]> {
  if (scope === 'one' || row.series_id === null) return [row];
  const later = await db
    .selectFrom('appointment')
    .selectAll()
    .where('series_id', '=', row.series_id)
    .where('planned_on', '>', row.planned_on)
    .where('state', '=', 'planned')
    .where(NOBODY_HIDDEN)
    .orderBy('planned_on')
    .execute();
  return [row, ...later];
}
