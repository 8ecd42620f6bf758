import { ProcedureError } from '#api/errors.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { MOST_YEARS_AHEAD } from '#domain/deadlines/fact-kind.ts';
import type { TaskDetails } from '#domain/deadlines/task.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';

export async function getTask(context: CoreContext, { id }: { id: string }) {
  const row = await registerOf(context)
    .db.selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return {
    id,
    details: {
      kind: row.kind,
      dueOn: row.due_on,
      ...(row.title === null ? {} : { title: row.title }),
      ...(row.note === null ? {} : { note: row.note }),
    },
  };
}

interface TaskInput {
  id?: string | undefined;
  personId?: string | undefined;
  details: TaskDetails;
}

/** A mistyped year would hide it for good, so that far ahead is refused. */
export async function saveTask(context: CoreContext, { id: given, personId, details }: TaskInput) {
  const { db } = registerOf(context);
  if (details.dueOn > addMonths(context.ports.clock.today(), MOST_YEARS_AHEAD * 12)) {
    throw new ProcedureError('invalid_input', { fields: ['details.dueOn'] });
  }
  if (personId !== undefined) await getCaseFile(db, personId);
  const id = given ?? context.ports.ids.next();
  const values = {
    kind: details.kind,
    title: details.title || null,
    note: details.note || null,
    due_on: details.dueOn,
    ...changedNow(context),
  };
  if (given === undefined) {
    await db
      .insertInto('task')
      .values({ id, person_id: personId ?? null, ...values })
      .execute();
  } else {
    const { numUpdatedRows } = await db
      .updateTable('task')
      .set(values)
      .where('id', '=', id)
      .where('person_id', personId === undefined ? 'is' : '=', personId ?? null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  }
  announceChange(context, 'deadlines');
  return { id };
}

export async function withdrawTask(context: CoreContext, { id }: { id: string }) {
  const { numDeletedRows } = await registerOf(context)
    .db.deleteFrom('task')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'deadlines');
  return {};
}
