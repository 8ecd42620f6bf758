/*
 * Who speaks in public for the association, and where they did. Only with a consent of their own for image and
 * voice; once it is taken back nothing new may name them, and what names them is marked to be asked down.
 */
import type { Spokesperson } from '#api/activities.ts';
import { ProcedureError } from '#api/errors.ts';
import type { MediaOutput } from '#domain/activities/activity.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import type { MediaOutputTable } from '../database/tables/activity-tables.ts';
import { keepForUndo } from '../undo-removal.ts';
import { activityRow } from './activities.ts';
import { namedRows } from './get-activity.ts';
import { participantRow } from './participants.ts';
import { maySpeak } from './public-consent.ts';

const MOST_MEDIA = 500;

/** Fails with `not_found`, `image_consent_missing`. */
export async function letSpeak(
  context: CoreContext,
  { id, isSpokesperson }: { id: string; isSpokesperson: boolean },
) {
  const { db } = registerOf(context);
  const row = await participantRow(db, id);
  if (isSpokesperson && !(await maySpeak(context, db, row))) {
    throw new ProcedureError('image_consent_missing');
  }
  await db
    .updateTable('activity_participant')
    .set({ is_spokesperson: Number(isSpokesperson), ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'activities');
  return {};
}

export async function listSpokespeople(context: CoreContext): Promise<{ items: Spokesperson[] }> {
  const { db } = registerOf(context);
  const rows = await namedRows(db)
    .innerJoin('activity', 'activity.id', 'activity_id')
    .select('activity.title as activity_title')
    .where('is_spokesperson', '=', 1)
    .execute();
  const outputs = await db
    .selectFrom('media_output')
    .select((eb) => ['participant_id', eb.fn.countAll<number>().as('count')])
    .where('participant_id', 'is not', null)
    .groupBy('participant_id')
    .execute();
  const items: Spokesperson[] = [];
  for (const row of rows) {
    items.push({
      participantId: row.id,
      ...(row.person_id === null ? {} : { personId: row.person_id }),
      name: row.name ?? row.listed_name ?? '',
      activityId: row.activity_id,
      activityTitle: row.activity_title,
      mayBeShown: await maySpeak(context, db, row),
      outputs: outputs.find(({ participant_id }) => participant_id === row.id)?.count ?? 0,
    });
  }
  return { items };
}

/** Fails with `not_found` for somebody who is no spokesperson of the activity, `image_consent_missing`. */
async function checkSpeaker(
  context: CoreContext,
  {
    activityId,
    details,
    before,
  }: { activityId: string; details: MediaOutput; before: string | null },
): Promise<void> {
  const { participantId } = details;
  // What was right when it was published may be corrected later.
  if (participantId === undefined || participantId === before) return;
  const { db } = registerOf(context);
  const row = await participantRow(db, participantId);
  if (row.activity_id !== activityId || row.is_spokesperson !== 1) {
    throw new ProcedureError('not_found');
  }
  if (!(await maySpeak(context, db, row))) throw new ProcedureError('image_consent_missing');
}

async function mediaRow(context: CoreContext, id: string): Promise<MediaOutputTable> {
  const row = await registerOf(context)
    .db.selectFrom('media_output')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** Fails with `not_found`, `image_consent_missing`, `activity_full`. */
export async function saveMedia(
  context: CoreContext,
  wanted: { id?: string | undefined; activityId: string; details: MediaOutput },
) {
  const { db } = registerOf(context);
  const { activityId, details } = wanted;
  await activityRow(db, activityId);
  const before = wanted.id === undefined ? undefined : await mediaRow(context, wanted.id);
  if (before && before.activity_id !== activityId) throw new ProcedureError('not_found');
  await checkSpeaker(context, { activityId, details, before: before?.participant_id ?? null });
  const { count } = await db
    .selectFrom('media_output')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow();
  if (!before && count >= MOST_MEDIA) throw new ProcedureError('activity_full');
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    activity_id: activityId,
    participant_id: details.participantId ?? null,
    outlet: details.outlet,
    kind: details.kind,
    title: details.title || null,
    published_on: details.on,
    link: details.link || null,
    ...changedNow(context),
  };
  await db
    .insertInto('media_output')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'activities');
  return { id };
}

export async function removeMedia(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await mediaRow(context, id);
  await db.deleteFrom('media_output').where('id', '=', id).execute();
  keepForUndo(context, id, async (tx) => {
    const speaker = await tx
      .selectFrom('activity_participant')
      .select('id')
      .where('id', '=', row.participant_id ?? '')
      .executeTakeFirst();
    await tx
      .insertInto('media_output')
      .values({ ...row, participant_id: speaker?.id ?? null })
      .execute();
  });
  announceChange(context, 'activities');
  return {};
}
