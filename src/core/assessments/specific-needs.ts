import type { RecordedSpecificNeed } from '#api/assessments.ts';
import { ProcedureError } from '#api/errors.ts';
import {
  maySeeTier,
  type SpecificNeed,
  type SpecificNeedTier,
} from '#domain/assessments/specific-need.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';

/** A code that no list has any more is treated as the more sensitive kind. */
function tierOf({ resources }: CoreContext, code: string): SpecificNeedTier {
  const item = resources.vocabularies.specificNeeds.items.find((one) => one.code === code);
  return item?.tier ?? 'restricted';
}

function maySee(context: CoreContext, code: string): boolean {
  return maySeeTier(registerOf(context).user.role, tierOf(context, code));
}

/** Codes that whoever works here may see at all. */
export function visibleNeedCodes(context: CoreContext): string[] {
  const { items } = context.resources.vocabularies.specificNeeds;
  return items.map(({ code }) => code).filter((code) => maySee(context, code));
}

/** Codes that may stand in a file outside the register, whoever makes it. */
export function deskNeedCodes({ resources }: CoreContext): string[] {
  const { items } = resources.vocabularies.specificNeeds;
  return items.filter(({ tier }) => tier === 'desk').map(({ code }) => code);
}

export async function listSpecificNeeds(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: RecordedSpecificNeed[] }> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('specific_need')
    .leftJoin('user', 'user.id', 'specific_need.recorded_by')
    .selectAll('specific_need')
    .select('user.name as recorder')
    .where('person_id', '=', personId)
    .orderBy('recorded_on', 'desc')
    .orderBy('specific_need.id', 'desc')
    .execute();
  const items = rows
    .filter((row) => maySee(context, row.code))
    .map((row) => ({
      id: row.id,
      need: {
        code: row.code,
        recordedOn: row.recorded_on,
        ...(row.note === null ? {} : { note: row.note }),
      },
      tier: tierOf(context, row.code),
      listVersion: row.list_version,
      recordedBy: row.recorder ?? '',
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    }));
  return { items };
}

export async function recordSpecificNeed(
  context: CoreContext,
  { personId, need }: { personId: string; need: SpecificNeed },
) {
  checkCode(context.resources, 'specificNeeds', need.code);
  if (!maySee(context, need.code)) throw new ProcedureError('role_missing');
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const id = context.ports.ids.next();
  await db
    .insertInto('specific_need')
    .values({
      id,
      person_id: personId,
      code: need.code,
      list_version: context.resources.vocabularies.specificNeeds.version,
      recorded_on: need.recordedOn,
      recorded_by: user.id,
      ended_on: null,
      note: need.note || null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'specificNeeds');
  return { id };
}

/** Fails with `not_found`, also for one the caller may not see: that it exists is already too much. */
async function visibleRow(context: CoreContext, id: string) {
  const row = await registerOf(context)
    .db.selectFrom('specific_need')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !maySee(context, row.code)) throw new ProcedureError('not_found');
  return row;
}

export async function closeSpecificNeed(
  context: CoreContext,
  { id, endedOn }: { id: string; endedOn: CalendarDate },
) {
  const row = await visibleRow(context, id);
  if (endedOn < row.recorded_on) throw new ProcedureError('invalid_input', { fields: ['endedOn'] });
  await registerOf(context)
    .db.updateTable('specific_need')
    .set({ ended_on: endedOn, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'specificNeeds');
  return {};
}

export async function removeSpecificNeed(context: CoreContext, { id }: { id: string }) {
  await visibleRow(context, id);
  await registerOf(context).db.deleteFrom('specific_need').where('id', '=', id).execute();
  announceChange(context, 'specificNeeds');
  return {};
}
