import type { RecordedSpecificNeed } from '#api/assessments.ts';
import { ProcedureError } from '#api/errors.ts';
import type { SpecificNeed } from '#domain/assessments/specific-need.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { caseKeyIfAllowed } from '../vault/restricted.ts';
import { isRestrictedCode } from './need-tiers.ts';
import { openNeed, sealNeed, WITHHELD_CODE } from './sealed-needs.ts';

interface NeedRow {
  id: string;
  person_id: string;
  code: string;
  note: string | null;
  sealed: Uint8Array | null;
}

/** What a row says, or undefined where the caller may not know it. */
function saidBy(context: CoreContext, row: NeedRow, caseKey: Buffer | undefined) {
  if (row.sealed !== null) {
    return caseKey && openNeed(context, caseKey, { id: row.id, sealed: row.sealed });
  }
  // Recorded before there were seals, and no coordinator has unlocked since.
  if (isRestrictedCode(context, row.code) && !caseKey) return undefined;
  return { code: row.code, ...(row.note === null ? {} : { note: row.note }) };
}

/** Only where there is something to open: a coordinator's look must not make a key. */
async function keyFor(context: CoreContext, rows: readonly NeedRow[]) {
  const secret = rows.find((row) => row.sealed !== null || isRestrictedCode(context, row.code));
  return secret && caseKeyIfAllowed(context, secret.person_id);
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
  const caseKey = await keyFor(context, rows);
  const items = rows.flatMap((row): RecordedSpecificNeed[] => {
    const said = saidBy(context, row, caseKey);
    if (!said) return [];
    return [
      {
        id: row.id,
        need: { ...said, recordedOn: row.recorded_on },
        tier: row.sealed === null ? 'desk' : 'restricted',
        listVersion: row.list_version,
        recordedBy: row.recorder ?? '',
        ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      },
    ];
  });
  return { items };
}

/** Fails with `unknown_code`, and for a sealed code with `role_missing` unless named on the case. */
export async function recordSpecificNeed(
  context: CoreContext,
  { personId, need }: { personId: string; need: SpecificNeed },
) {
  checkCode(context.resources, 'specificNeeds', need.code);
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const id = context.ports.ids.next();
  const secret = { code: need.code, ...(need.note ? { note: need.note } : {}) };
  let sealed: Buffer | null = null;
  if (isRestrictedCode(context, need.code)) {
    const caseKey = await caseKeyIfAllowed(context, personId);
    if (!caseKey) throw new ProcedureError('role_missing');
    sealed = sealNeed(context, caseKey, id, secret);
  }
  await db
    .insertInto('specific_need')
    .values({
      id,
      person_id: personId,
      code: sealed ? WITHHELD_CODE : need.code,
      note: sealed ? null : need.note || null,
      sealed,
      list_version: context.resources.vocabularies.specificNeeds.version,
      recorded_on: need.recordedOn,
      recorded_by: user.id,
      ended_on: null,
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
  if (!row || !saidBy(context, row, await keyFor(context, [row]))) {
    throw new ProcedureError('not_found');
  }
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
