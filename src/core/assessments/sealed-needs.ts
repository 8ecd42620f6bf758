/*
 * Specific needs whose code alone says that somebody survived torture or violence, is ill, or is accused of
 * something (UNHCR's own guidance asks that such codes are shared only with whoever needs them). Code and note
 * are sealed under the key of the case, like protected notes: coordinators and those named on the case read
 * them, and nobody else can, whatever program they use. Days stay outside the seal; they say nothing alone.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { code } from '#domain/vocabularies/code.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { caseKeyOf, type RestrictedPlace } from '../vault/restricted.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import { isRestrictedCode } from './need-tiers.ts';

/** What the row itself says instead of the code. */
export const WITHHELD_CODE = 'sealed';

export const needSecret = z.strictObject({ code, note: z.string().optional() });
type NeedSecret = z.infer<typeof needSecret>;

const placeOf = (rowId: string): RestrictedPlace => ({
  table: 'specific_need',
  rowId,
  field: 'sealed',
});

export const sealNeed = (context: CoreContext, caseKey: Buffer, id: string, secret: NeedSecret) =>
  sealJson(context, caseKey, placeOf(id), secret);

/** Fails with `register_damaged` when the bytes were not sealed for this row. */
export const openNeed = (
  context: CoreContext,
  caseKey: Buffer,
  { id, sealed }: { id: string; sealed: Uint8Array },
) => openJson(context, caseKey, { place: placeOf(id), sealed, schema: needSecret });

/**
 * Codes of the restricted tier in force on a day, by person, as far as the caller can open them; of these
 * people, or of everybody. For coordinators: others have the keys of single cases only, and get nothing.
 */
export async function sealedCodesInForce(
  context: CoreContext,
  { today, personIds }: { today: CalendarDate; personIds?: readonly string[] },
): Promise<Map<string, string[]>> {
  const { db, user } = registerOf(context);
  const found = new Map<string, string[]>();
  if (user.role !== 'coordinator') return found;
  const rows = await db
    .selectFrom('specific_need')
    .select(['id', 'person_id', 'sealed'])
    .where('sealed', 'is not', null)
    .where(sql<boolean>`coalesce(ended_on, '9999') > ${today}`)
    .$if(personIds !== undefined, (query) =>
      query.where(
        'person_id',
        'in',
        sql<string>`(SELECT value FROM json_each(${JSON.stringify(personIds)}))`,
      ),
    )
    .orderBy('person_id')
    .execute();
  const keys = new Map<string, Buffer>();
  for (const { id, person_id, sealed } of rows) {
    if (sealed === null) continue;
    const caseKey = keys.get(person_id) ?? (await caseKeyOf(context, person_id));
    keys.set(person_id, caseKey);
    const { code: opened } = openNeed(context, caseKey, { id, sealed });
    found.set(person_id, [...(found.get(person_id) ?? []), opened]);
  }
  return found;
}

/**
 * Seals what stands open though its code belongs to the restricted tier: recorded before there were seals, or
 * before the list of codes put it there. Only with a coordinator's keys; can be done again.
 */
export async function sealOpenNeeds(context: CoreContext): Promise<void> {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('specific_need')
    .select(['id', 'person_id', 'code', 'note'])
    .where('sealed', 'is', null)
    .execute();
  const open = rows.filter((row) => isRestrictedCode(context, row.code));
  for (const row of open) {
    const caseKey = await caseKeyOf(context, row.person_id);
    const secret = { code: row.code, ...(row.note === null ? {} : { note: row.note }) };
    await db
      .updateTable('specific_need')
      .set({ code: WITHHELD_CODE, note: null, sealed: sealNeed(context, caseKey, row.id, secret) })
      .where('id', '=', row.id)
      .execute();
  }
  // The pages as they were must not stay in the write-ahead log, which opens with the key everybody has.
  if (open.length > 0) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
