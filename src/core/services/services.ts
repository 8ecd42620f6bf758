import { ProcedureError } from '#api/errors.ts';
import type { Service } from '#api/services.ts';
import type { ServiceDetails } from '#domain/services/service.ts';
import { requireWorker } from '../casework/case-file-steps.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ServiceTable } from '../database/tables/services-tables.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';

function columnsOfService(details: ServiceDetails) {
  return {
    type: details.type,
    done_on: details.doneOn,
    minutes: details.minutes ?? null,
    channel: details.channel,
    attendance: details.attendance,
    worker_id: details.workerId,
    mediator: details.mediator || null,
    place: details.place || null,
    outcome: details.outcome || null,
    note: details.note || null,
  };
}

function serviceFromRow(row: ServiceTable & { worker_name: string | null }): Service {
  return {
    id: row.id,
    personId: row.person_id,
    revision: row.revision,
    details: {
      type: row.type,
      doneOn: row.done_on,
      ...(row.minutes === null ? {} : { minutes: row.minutes }),
      channel: row.channel as ServiceDetails['channel'],
      attendance: row.attendance as ServiceDetails['attendance'],
      workerId: row.worker_id,
      ...(row.mediator === null ? {} : { mediator: row.mediator }),
      ...(row.place === null ? {} : { place: row.place }),
      ...(row.outcome === null ? {} : { outcome: row.outcome }),
      ...(row.note === null ? {} : { note: row.note }),
    },
    workerName: row.worker_name ?? '',
  };
}

const withWorker = (db: Db) =>
  db
    .selectFrom('service')
    .leftJoin('user', 'user.id', 'service.worker_id')
    .selectAll('service')
    .select('user.name as worker_name');

export async function listServices(
  context: CoreContext,
  { personId, offset, limit }: { personId: string; offset: number; limit: number },
) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const { total } = await db
    .selectFrom('service')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const rows = await withWorker(db)
    .where('person_id', '=', personId)
    .orderBy('done_on', 'desc')
    .orderBy('service.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(serviceFromRow), total };
}

/** Fails with `not_found`. */
export async function getService(context: CoreContext, { id }: { id: string }): Promise<Service> {
  const row = await withWorker(registerOf(context).db)
    .where('service.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return serviceFromRow(row);
}

/** Fails with `unknown_code`, `not_found` or `not_yet_happened`: what is done is not done tomorrow. */
async function checkService(context: CoreContext, details: ServiceDetails, before?: Service) {
  checkCode(context.resources, 'serviceTypes', details.type);
  if (details.doneOn > context.ports.clock.today()) throw new ProcedureError('not_yet_happened');
  // Who has left the association stays on what they did.
  const isNewWorker = details.workerId !== before?.details.workerId;
  if (isNewWorker) await requireWorker(context, details.workerId);
}

type Saving =
  | { personId: string; details: ServiceDetails }
  | { id: string; revision: number; details: ServiceDetails };

export async function saveService(context: CoreContext, saving: Saving) {
  const { db } = registerOf(context);
  const columns = { ...columnsOfService(saving.details), ...changedNow(context) };
  if ('personId' in saving) {
    await getCaseFile(db, saving.personId);
    await checkService(context, saving.details);
    const id = context.ports.ids.next();
    await db
      .insertInto('service')
      .values({ id, person_id: saving.personId, revision: 1, appointment_id: null, ...columns })
      .execute();
    announceChange(context, 'services');
    return { id, revision: 1 };
  }
  const { id, revision } = saving;
  await checkService(context, saving.details, await getService(context, { id }));
  const { numUpdatedRows } = await db
    .updateTable('service')
    .set({ revision: revision + 1, ...columns })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProcedureError('changed_meanwhile');
  announceChange(context, 'services');
  return { id, revision: revision + 1 };
}

export async function removeService(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await db.deleteFrom('service').where('id', '=', id).returningAll().executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  keepForUndo(context, id, async (tx) => {
    await getCaseFile(tx, row.person_id);
    // The appointment may be gone by now.
    const appointment = await tx
      .selectFrom('appointment')
      .select('id')
      .where('id', '=', row.appointment_id ?? '')
      .executeTakeFirst();
    await tx
      .insertInto('service')
      .values({ ...row, appointment_id: appointment?.id ?? null })
      .execute();
  });
  announceChange(context, 'services');
  return {};
}

export async function restoreService(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'services');
  return {};
}
