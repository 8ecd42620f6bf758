import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';

async function setClosed(
  context: CoreContext,
  personId: string,
  closure: { closed_on: CalendarDate | null; closure_reason: string | null },
): Promise<Record<string, never>> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('case_file')
      .set({ ...closure, ...changedNow(context) })
      .where('person_id', '=', personId)
      .execute();
    await tx
      .updateTable('person_line')
      .set({ is_open: closure.closed_on === null ? 1 : 0 })
      .where('person_id', '=', personId)
      .execute();
  });
  announceChange(context, 'people');
  return {};
}

export function closeCaseFile(
  context: CoreContext,
  { personId, closedOn, reason }: { personId: string; closedOn: CalendarDate; reason: string },
) {
  return setClosed(context, personId, { closed_on: closedOn, closure_reason: reason });
}

export function reopenCaseFile(context: CoreContext, { personId }: { personId: string }) {
  return setClosed(context, personId, { closed_on: null, closure_reason: null });
}
