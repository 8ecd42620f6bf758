/*
 * A hold stops erasing and anonymising one file until a day: a pending appeal, a complaint, an inspection
 * (Art. 17(3)(e) GDPR, data needed for legal claims). Whoever sits at the desk sees it; only a coordinator
 * puts it on and takes it off. Without it the paper that would have won the appeal is gone by the book.
 */
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';

export function holdsInForce(db: Db, today: CalendarDate) {
  return db.selectFrom('legal_hold').where('ended_on', 'is', null).where('until_on', '>=', today);
}

/** Fails with `person_on_hold`. */
export async function refuseOnHold(db: Db, personId: string, today: CalendarDate): Promise<void> {
  const hold = await holdsInForce(db, today)
    .select('until_on')
    .where('person_id', '=', personId)
    .orderBy('until_on', 'desc')
    .executeTakeFirst();
  if (hold) throw new ProcedureError('person_on_hold', { until: hold.until_on });
}

/** The latest first. */
export async function listHolds(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('legal_hold')
    .leftJoin('user', 'user.id', 'legal_hold.changed_by')
    .selectAll('legal_hold')
    .select('user.name as given_by')
    .where('person_id', '=', personId)
    .orderBy('until_on', 'desc')
    .orderBy('legal_hold.id', 'desc')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      reason: row.reason,
      untilOn: row.until_on,
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      isInForce: row.ended_on === null && row.until_on >= today,
      givenBy: row.given_by ?? '',
    })),
  };
}

export async function giveHold(
  context: CoreContext,
  { personId, reason, untilOn }: { personId: string; reason: string; untilOn: CalendarDate },
) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  if (untilOn <= context.ports.clock.today()) throw new ProcedureError('date_in_past');
  const id = context.ports.ids.next();
  await db
    .insertInto('legal_hold')
    .values({
      id,
      person_id: personId,
      reason,
      until_on: untilOn,
      ended_on: null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'retention');
  return { id };
}

/** Who put it on stays noted; that it was taken off is in the audit log with who did it. */
export async function withdrawHold(context: CoreContext, { id }: { id: string }) {
  const { numUpdatedRows } = await registerOf(context)
    .db.updateTable('legal_hold')
    .set({ ended_on: context.ports.clock.today() })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'retention');
  return {};
}
