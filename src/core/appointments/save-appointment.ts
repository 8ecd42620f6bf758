import { ProcedureError } from '#api/errors.ts';
import type { AppointmentDetails, SeriesScope } from '#domain/appointments/appointment.ts';
import type { Recurrence } from '#domain/appointments/recurrence.ts';
import { addDays, daysBetween } from '#domain/dates/calendar-date.ts';
import { requireWorker } from '../casework/case-file-steps.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { AppointmentTable } from '../database/tables/appointments-tables.ts';
import { rowOf, rowsInScope } from './queries.ts';
import { seriesDays } from './series-days.ts';

function columnsOf(details: AppointmentDetails) {
  return {
    start: details.start ?? null,
    minutes: details.minutes ?? null,
    kind: details.kind,
    about: details.about || null,
    worker_id: details.workerId ?? null,
    place: details.place || null,
    note: details.note || null,
  };
}

export async function writePeople(tx: Db, id: string, personIds: string[]): Promise<void> {
  if (personIds.length > 0) {
    const known = await tx.selectFrom('person').select('id').where('id', 'in', personIds).execute();
    if (known.length !== personIds.length) throw new ProcedureError('not_found');
  }
  await tx.deleteFrom('appointment_person').where('appointment_id', '=', id).execute();
  if (personIds.length > 0) {
    const rows = personIds.map((person_id) => ({ appointment_id: id, person_id }));
    await tx.insertInto('appointment_person').values(rows).execute();
  }
}

interface Saving {
  id?: string | undefined;
  revision?: number | undefined;
  details: AppointmentDetails;
  repeat?: Recurrence | null | undefined;
  scope: SeriesScope;
}

/** Its id, or null for what does not come back. */
async function insertSeries(context: CoreContext, tx: Db, repeat: Recurrence | null | undefined) {
  if (!repeat) return null;
  const id = context.ports.ids.next();
  await tx
    .insertInto('appointment_series')
    .values({ id, ...repeat, ...changedNow(context) })
    .execute();
  return id;
}

async function insertPlanned(
  context: CoreContext,
  tx: Db,
  {
    details,
    ...row
  }: { id: string; series_id: string | null; planned_on: string; details: AppointmentDetails },
): Promise<void> {
  const columns = { ...columnsOf(details), state: 'planned' as const, moved_to_id: null };
  await tx
    .insertInto('appointment')
    .values({ ...row, revision: 1, ...columns, ...changedNow(context) })
    .execute();
  await writePeople(tx, row.id, details.personIds);
}

async function plan(context: CoreContext, { details, repeat }: Saving) {
  const { db } = registerOf(context);
  const { ids } = context.ports;
  const days = repeat ? seriesDays(details.on, repeat) : [details.on];
  const made = days.map(() => ids.next());
  await db.transaction().execute(async (tx) => {
    const series_id = await insertSeries(context, tx, repeat);
    for (const [index, planned_on] of days.entries()) {
      const id = made[index] ?? '';
      await insertPlanned(context, tx, { id, series_id, planned_on, details });
    }
  });
  return { id: made[0] ?? '', saved: made.length };
}

async function change(context: CoreContext, before: AppointmentTable, saving: Saving) {
  const { db } = registerOf(context);
  const { details, scope } = saving;
  if (before.revision !== saving.revision) throw new ProcedureError('changed_meanwhile');
  const shift = daysBetween(before.planned_on, details.on);
  const rows = await rowsInScope(db, before, scope);
  await db.transaction().execute(async (tx) => {
    for (const row of rows) {
      await tx
        .updateTable('appointment')
        .set({
          ...columnsOf(details),
          planned_on: addDays(row.planned_on, shift),
          revision: row.revision + 1,
          ...changedNow(context),
        })
        .where('id', '=', row.id)
        .execute();
      await writePeople(tx, row.id, details.personIds);
    }
  });
  return { id: before.id, saved: rows.length };
}

/** The planned ones that are there move to the new days; those too many go, those missing come. */
async function changeRhythm(
  context: CoreContext,
  before: AppointmentTable,
  { revision, details, repeat }: Saving,
) {
  const { db } = registerOf(context);
  if (before.revision !== revision) throw new ProcedureError('changed_meanwhile');
  const days = repeat ? seriesDays(details.on, repeat) : [details.on];
  const rows = await rowsInScope(db, before, 'following');
  const changed = changedNow(context);
  await db.transaction().execute(async (tx) => {
    const series_id = await insertSeries(context, tx, repeat);
    for (const [index, planned_on] of days.entries()) {
      const row = rows[index];
      if (!row) {
        const id = context.ports.ids.next();
        await insertPlanned(context, tx, { id, series_id, planned_on, details });
        continue;
      }
      await tx
        .updateTable('appointment')
        .set({
          ...columnsOf(details),
          series_id,
          planned_on,
          revision: row.revision + 1,
          ...changed,
        })
        .where('id', '=', row.id)
        .execute();
      await writePeople(tx, row.id, details.personIds);
    }
    for (const { id } of rows.slice(days.length)) {
      await tx.deleteFrom('appointment').where('id', '=', id).execute();
    }
  });
  return { id: before.id, saved: days.length };
}

/**
 * Fails with `not_found`, `changed_meanwhile`, `period_invalid` or `series_too_long`; then nothing of a series
 * was written.
 */
export async function saveAppointment(context: CoreContext, saving: Saving) {
  const { db } = registerOf(context);
  const before = saving.id === undefined ? undefined : await rowOf(db, saving.id);
  const { workerId } = saving.details;
  if (workerId !== undefined && workerId !== before?.worker_id) {
    await requireWorker(context, workerId);
  }
  const saved = before
    ? await (saving.repeat === undefined ? change : changeRhythm)(context, before, saving)
    : await plan(context, saving);
  announceChange(context, 'appointments');
  return saved;
}
