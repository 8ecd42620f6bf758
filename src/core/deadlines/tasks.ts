import { ProcedureError } from '#api/errors.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { MOST_YEARS_AHEAD } from '#domain/deadlines/fact-kind.ts';
import type { TaskDetails } from '#domain/deadlines/task.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { saveOwnRow, withdrawOwnRow } from './own-rows.ts';

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
export async function saveTask(context: CoreContext, input: TaskInput) {
  const { details } = input;
  if (details.dueOn > addMonths(context.ports.clock.today(), MOST_YEARS_AHEAD * 12)) {
    throw new ProcedureError('invalid_input', { fields: ['details.dueOn'] });
  }
  return saveOwnRow(context, 'task', input, {
    kind: details.kind,
    title: details.title || null,
    note: details.note || null,
    due_on: details.dueOn,
    ...changedNow(context),
  });
}

export const withdrawTask = (context: CoreContext, { id }: { id: string }) =>
  withdrawOwnRow(context, 'task', id);
