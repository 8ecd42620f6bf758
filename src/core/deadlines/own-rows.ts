/** Rows that somebody of the desk writes about a person or, without one, about the association itself. */
import { ProcedureError } from '#api/errors.ts';
import { announceChange, type CoreContext, registerOf } from '../context.ts';
import type { DeadlineTables } from '../database/tables/deadline-tables.ts';
import { getCaseFile } from '../people/queries.ts';

type OwnTable = 'task' | 'procedure_event';
type ValuesOf<Table extends OwnTable> = Omit<DeadlineTables[Table], 'id' | 'person_id'>;

interface Whose {
  id?: string | undefined;
  personId?: string | undefined;
}

/** A new row without `id`. Fails with `not_found` when there is no such person, or no such row of theirs. */
export async function saveOwnRow<Table extends OwnTable>(
  context: CoreContext,
  table: Table,
  { id: given, personId }: Whose,
  values: ValuesOf<Table>,
): Promise<{ id: string }> {
  const { db } = registerOf(context);
  if (personId !== undefined) await getCaseFile(db, personId);
  const id = given ?? context.ports.ids.next();
  if (given === undefined) {
    await db
      .insertInto<OwnTable>(table)
      .values({ id, person_id: personId ?? null, ...values })
      .execute();
  } else {
    const { numUpdatedRows } = await db
      .updateTable<OwnTable>(table)
      .set(values)
      .where('id', '=', id)
      .where('person_id', personId === undefined ? 'is' : '=', personId ?? null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  }
  announceChange(context, 'deadlines');
  return { id };
}

/** For what was noted by mistake; the marks on its deadlines go with the deadlines. */
export async function withdrawOwnRow(
  context: CoreContext,
  table: OwnTable,
  id: string,
): Promise<Record<string, never>> {
  const { numDeletedRows } = await registerOf(context)
    .db.deleteFrom<OwnTable>(table)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'deadlines');
  return {};
}
