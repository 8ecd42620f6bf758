import type { ActivityLine } from '#api/activities.ts';
import { ProcedureError } from '#api/errors.ts';
import type { ActivityDetails } from '#domain/activities/activity.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ActivityTable } from '../database/tables/activity-tables.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { isPublicKind, personMayBePublic } from './public-consent.ts';

/** Fails with `not_found`. */
export async function activityRow(db: Db, id: string): Promise<ActivityTable> {
  const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

export function activityDetailsOf(
  row: ActivityTable,
  partnerIds: readonly string[],
): ActivityDetails {
  return {
    kind: row.kind,
    title: row.title,
    ...(row.programme_id === null ? {} : { programmeId: row.programme_id }),
    ...(row.topic === null ? {} : { topic: row.topic }),
    ...(row.community === null ? {} : { community: row.community }),
    ...(row.place === null ? {} : { place: row.place }),
    ...(row.territory === null ? {} : { territory: row.territory }),
    from: row.from_on,
    to: row.to_on,
    ...(row.organiser === null ? {} : { organiser: row.organiser }),
    partnerIds: [...partnerIds],
    ...(row.worker_id === null ? {} : { workerId: row.worker_id }),
    volunteers: row.volunteers,
    bands: row.bands,
    isCancelled: row.is_cancelled === 1,
    ...(row.note === null ? {} : { note: row.note }),
  };
}

function columnsOf(details: ActivityDetails) {
  return {
    programme_id: details.programmeId ?? null,
    kind: details.kind,
    title: details.title,
    topic: details.topic || null,
    community: details.community || null,
    place: details.place || null,
    territory: details.territory || null,
    from_on: details.from,
    to_on: details.to,
    organiser: details.organiser || null,
    worker_id: details.workerId ?? null,
    volunteers: details.volunteers,
    bands: details.bands,
    is_cancelled: Number(details.isCancelled),
    note: details.note || null,
  };
}

interface Wanted {
  programmeId?: string | undefined;
  kind?: string | undefined;
  offset: number;
  limit: number;
}

export async function listActivities(
  context: CoreContext,
  { programmeId, kind, offset, limit }: Wanted,
): Promise<{ items: ActivityLine[]; total: number }> {
  const { db } = registerOf(context);
  const base = db
    .selectFrom('activity')
    .$if(programmeId !== undefined, (query) =>
      query.where('activity.programme_id', '=', programmeId ?? ''),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''));
  const { total } = await base
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await base
    .leftJoin('programme', 'programme.id', 'activity.programme_id')
    .selectAll('activity')
    .select('programme.name as programme_name')
    .select((eb) => [
      eb
        .selectFrom('activity_participant')
        .select((of) => of.fn.countAll<number>().as('named'))
        .whereRef('activity_id', '=', 'activity.id')
        .where('part', '=', 'participant')
        .as('named'),
      eb
        .selectFrom('activity_count')
        .select((of) => of.fn.coalesce(of.fn.sum<number>('people'), of.lit(0)).as('counted'))
        .whereRef('activity_id', '=', 'activity.id')
        .as('counted'),
      eb
        .selectFrom('session')
        .select((of) => of.fn.countAll<number>().as('sessions'))
        .whereRef('activity_id', '=', 'activity.id')
        .as('sessions'),
    ])
    .orderBy('activity.from_on', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    // Partners are told on the page of the activity.
    details: activityDetailsOf(row, []),
    ...(row.programme_name === null ? {} : { programmeName: row.programme_name }),
    participants: (row.named ?? 0) + Number(row.counted ?? 0),
    sessions: row.sessions ?? 0,
  }));
  return { items, total };
}

/** Fails with `unknown_code`, `not_found`. */
async function checkDetails(context: CoreContext, db: Db, details: ActivityDetails) {
  checkCode(context.resources, 'activityKinds', details.kind);
  if (!context.resources.indicators().lists.has(details.bands)) {
    throw new ProcedureError('unknown_code', { field: 'bands' });
  }
  if (details.programmeId !== undefined) {
    const programme = await db
      .selectFrom('programme')
      .select('id')
      .where('id', '=', details.programmeId)
      .executeTakeFirst();
    if (!programme) throw new ProcedureError('not_found');
  }
}

/** Somebody was counted by the bands as they are: others would make the numbers say something else. */
async function hasBandsInUse(db: Db, activityId: string): Promise<boolean> {
  const counted = await db
    .selectFrom('activity_count')
    .select('people')
    .where('activity_id', '=', activityId)
    .executeTakeFirst();
  const guest = await db
    .selectFrom('activity_participant')
    .select('id')
    .where('activity_id', '=', activityId)
    .where('age_band', '<>', 'unknown')
    .executeTakeFirst();
  return counted !== undefined || guest !== undefined;
}

/** What becomes a campaign takes nobody along who did not agree to be in one. Fails with `campaign_consent_missing`. */
async function checkNames(context: CoreContext, seen: Db, activityId: string): Promise<void> {
  // Also of those whom whoever changes it does not see.
  const db = seen.withoutPlugins();
  const rows = await db
    .selectFrom('activity_participant')
    .select('person_id')
    .where('activity_id', '=', activityId)
    .execute();
  for (const { person_id } of rows) {
    if (person_id !== null && !(await personMayBePublic(context, db, person_id, 'campaign'))) {
      throw new ProcedureError('campaign_consent_missing');
    }
  }
}

async function changeActivity(
  context: CoreContext,
  tx: Db,
  {
    id,
    revision,
    details,
  }: { id: string; revision?: number | undefined; details: ActivityDetails },
): Promise<void> {
  const before = await activityRow(tx, id);
  if (before.revision !== revision) throw new ProcedureError('changed_meanwhile');
  if (before.bands !== details.bands && (await hasBandsInUse(tx, id))) {
    throw new ProcedureError('bands_in_use');
  }
  if (isPublicKind(context, details.kind) && !isPublicKind(context, before.kind)) {
    await checkNames(context, tx, id);
  }
  await tx
    .updateTable('activity')
    .set({ ...columnsOf(details), revision: before.revision + 1, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
}

/** Fails with `unknown_code`, `not_found`, `changed_meanwhile`, `bands_in_use`, `campaign_consent_missing`. */
export async function saveActivity(
  context: CoreContext,
  wanted: { id?: string | undefined; revision?: number | undefined; details: ActivityDetails },
) {
  const { db } = registerOf(context);
  const { details, revision } = wanted;
  await checkDetails(context, db, details);
  const id = wanted.id ?? context.ports.ids.next();
  await db.transaction().execute(async (tx) => {
    if (wanted.id === undefined) {
      const columns = { ...columnsOf(details), ...changedNow(context) };
      await tx
        .insertInto('activity')
        .values({ id, revision: 1, ...columns })
        .execute();
    } else {
      await changeActivity(context, tx, { id, revision, details });
    }
    await tx.deleteFrom('activity_partner').where('activity_id', '=', id).execute();
    await addPartners(tx, id, details.partnerIds);
  });
  announceChange(context, 'activities');
  return { id };
}

/** Fails with `not_found`. */
async function addPartners(tx: Db, activity_id: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.selectFrom('organisation').select('id').where('id', 'in', ids).execute();
  if (known.length !== ids.length) throw new ProcedureError('not_found');
  const rows = ids.map((organisation_id) => ({ activity_id, organisation_id }));
  await tx.insertInto('activity_partner').values(rows).execute();
}

export async function partnersOf(db: Db, activityId: string) {
  return db
    .selectFrom('activity_partner')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['organisation_id as id', 'organisation.name'])
    .where('activity_id', '=', activityId)
    .orderBy('organisation.name')
    .execute();
}

/** Fails with `not_found`, and `activity_not_empty` once something was noted of it: then it is called off. */
export async function removeActivity(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await activityRow(db, id);
  const whole = db.withoutPlugins();
  for (const table of [
    'activity_participant',
    'activity_count',
    'session',
    'media_output',
  ] as const) {
    const found = await whole
      .selectFrom(table)
      .select('activity_id')
      .where('activity_id', '=', id)
      .executeTakeFirst();
    if (found) throw new ProcedureError('activity_not_empty');
  }
  const partners = (await partnersOf(db, id)).map((one) => one.id);
  await db.deleteFrom('activity').where('id', '=', id).execute();
  keepForUndo(context, id, async (tx) => {
    await tx.insertInto('activity').values(row).execute();
    await addPartners(tx, id, partners);
  });
  announceChange(context, 'activities');
  return {};
}

export async function restoreRemoved(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'activities');
  announceChange(context, 'sessions');
  return {};
}
