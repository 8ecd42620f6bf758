import type { Need } from '#domain/casework/need.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';

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

/** The latest record of each domain, in the order of the vocabulary. */
export async function listNeeds(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('need')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  const latest = new Map(rows.map((row) => [row.domain, row]));
  return {
    items: context.resources.vocabularies.lifeDomains.items.flatMap(({ code }) => {
      const row = latest.get(code);
      if (!row) return [];
      const { domain, level, recorded_on: recordedOn } = row;
      return [{ domain, level, recordedOn, ...(row.words === null ? {} : { words: row.words }) }];
    }),
  };
}

export async function recordNeed(
  context: CoreContext,
  { personId, need }: { personId: string; need: Need },
) {
  checkCode(context.resources, 'lifeDomains', need.domain);
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  await db
    .insertInto('need')
    .values({
      id: context.ports.ids.next(),
      person_id: personId,
      domain: need.domain,
      level: need.level,
      words: need.words || null,
      recorded_on: context.ports.clock.today(),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'needs');
  return {};
}
