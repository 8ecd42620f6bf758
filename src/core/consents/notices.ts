import type { RecordedNotice, RecordedWithholding } from '#api/consents.ts';
import { ProcedureError } from '#api/errors.ts';
import type { PrivacyNotice } from '#domain/consents/privacy-notice.ts';
import type { Withholding } from '#domain/consents/withholding.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { withholdingFromRow } from './queries.ts';

export async function listNotices(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: RecordedNotice[]; lastVersion?: string }> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const all = db
    .selectFrom('privacy_notice')
    .selectAll()
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc');
  const rows = await all.where('person_id', '=', personId).execute();
  const last = await all.limit(1).executeTakeFirst();
  const items = rows.map((row) => ({
    id: row.id,
    notice: {
      version: row.version,
      givenOn: row.given_on,
      way: row.way as PrivacyNotice['way'],
      ...(row.language === null ? {} : { language: row.language }),
      ...(row.interpreter === null ? {} : { interpreter: row.interpreter }),
      ...(row.given_to === null ? {} : { givenTo: row.given_to }),
    },
  }));
  return { items, ...(last ? { lastVersion: last.version } : {}) };
}

export async function giveNotice(
  context: CoreContext,
  { personId, notice }: { personId: string; notice: PrivacyNotice },
) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const id = context.ports.ids.next();
  await db
    .insertInto('privacy_notice')
    .values({
      id,
      person_id: personId,
      version: notice.version,
      given_on: notice.givenOn,
      way: notice.way,
      language: notice.language ?? null,
      interpreter: notice.interpreter || null,
      given_to: notice.givenTo || null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'privacyNotices');
  return { id };
}

export async function listWithholdings(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: RecordedWithholding[] }> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('withholding')
    .leftJoin('organisation', 'organisation.id', 'withholding.organisation_id')
    .selectAll('withholding')
    .select('organisation.name as organisation_name')
    .where('person_id', '=', personId)
    .orderBy('since', 'desc')
    .orderBy('withholding.id', 'desc')
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    withholding: withholdingFromRow(row),
    ...(row.organisation_name ? { organisationName: row.organisation_name } : {}),
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
  }));
  return { items };
}

export async function recordWithholding(
  context: CoreContext,
  { personId, withholding }: { personId: string; withholding: Withholding },
) {
  for (const one of withholding.dataCategories) {
    checkCode(context.resources, 'dataCategories', one);
  }
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  if (withholding.organisationId) await getOrganisation(db, withholding.organisationId);
  const id = context.ports.ids.next();
  await db
    .insertInto('withholding')
    .values({
      id,
      person_id: personId,
      organisation_id: withholding.organisationId ?? null,
      from_whom: withholding.fromWhom || null,
      data_categories: JSON.stringify(withholding.dataCategories),
      reason: withholding.reason,
      words: withholding.words || null,
      since: withholding.since,
      ended_on: null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'withholdings');
  return { id };
}

export async function closeWithholding(
  context: CoreContext,
  { id, endedOn }: { id: string; endedOn: CalendarDate },
) {
  const { numUpdatedRows } = await registerOf(context)
    .db.updateTable('withholding')
    .set({ ended_on: endedOn, ...changedNow(context) })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'withholdings');
  return {};
}
