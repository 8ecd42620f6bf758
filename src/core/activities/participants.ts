import { ProcedureError } from '#api/errors.ts';
import {
  type ActivityEvaluation,
  type ActivityFollowUp,
  type ActivityPart,
  type GuestDetails,
  mostParticipants,
} from '#domain/activities/activity.ts';
import { unknownOrigin } from '#domain/activities/activity-form.ts';
import { unknownAge } from '#domain/dates/age-band.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ActivityParticipantTable } from '../database/tables/activity-tables.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { getCaseFile } from '../people/queries.ts';
import { keepForUndo } from '../undo-removal.ts';
import { activityRow } from './activities.ts';
import { columnsOfGuest, guestOf, newParticipant } from './participant-rows.ts';
import { requireCampaignConsent } from './public-consent.ts';
import { expectAtSessions } from './session-guests.ts';

/** Fails with `not_found`. */
export async function participantRow(db: Db, id: string): Promise<ActivityParticipantTable> {
  const row = await db
    .selectFrom('activity_participant')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** Fails with `unknown_code` for a band or an origin that the activity does not count by. */
export function checkGroup(
  { resources }: CoreContext,
  bands: string,
  { band, origin }: { band: string; origin: string },
): void {
  const list = resources.indicators().lists.get(bands);
  if (band !== unknownAge && !list?.ageBands.some(({ code }) => code === band)) {
    throw new ProcedureError('unknown_code', { field: 'band' });
  }
  const { origins } = resources.activityForm;
  if (origin !== unknownOrigin && !origins.some(({ code }) => code === origin)) {
    throw new ProcedureError('unknown_code', { field: 'origin' });
  }
}

type Wanted = { activityId: string; part: ActivityPart } & (
  | { personId: string }
  | { id?: string | undefined; guest: GuestDetails }
);

async function add(context: CoreContext, tx: Db, wanted: Wanted, who: object): Promise<string> {
  const { activityId, part } = wanted;
  const present = await tx
    .selectFrom('activity_participant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow();
  if (present.count >= mostParticipants) throw new ProcedureError('activity_full');
  const id = context.ports.ids.next();
  const row = { ...newParticipant, ...who, id, activity_id: activityId, part };
  await tx
    .insertInto('activity_participant')
    .values({ ...row, ...changedNow(context) })
    .execute();
  await expectAtSessions(tx, activityId, { id, personId: row.person_id });
  return id;
}

async function savePerson(context: CoreContext, wanted: Wanted & { personId: string }) {
  const { db } = registerOf(context);
  const { activityId, personId, part } = wanted;
  await getCaseFile(db, personId);
  await requireCampaignConsent(context, db, { activityId, personId });
  const known = await db
    .selectFrom('activity_participant')
    .select('id')
    .where('activity_id', '=', activityId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!known) {
    return db.transaction().execute((tx) => add(context, tx, wanted, { person_id: personId }));
  }
  await db
    .updateTable('activity_participant')
    .set({ part, ...changedNow(context) })
    .where('id', '=', known.id)
    .execute();
  return known.id;
}

async function saveGuest(
  context: CoreContext,
  wanted: Wanted & { id?: string | undefined; guest: GuestDetails },
) {
  const { db } = registerOf(context);
  const { activityId, guest, part } = wanted;
  const activity = await activityRow(db, activityId);
  checkGroup(context, activity.bands, guest);
  const today = context.ports.clock.today();
  const { image } = guest;
  if (image && (image.givenOn > today || (image.withdrawnOn ?? '') > today)) {
    throw new ProcedureError('date_in_future');
  }
  if (guest.organisationId !== undefined) await getOrganisation(db, guest.organisationId);
  const columns = columnsOfGuest(guest);
  if (wanted.id === undefined) {
    return db.transaction().execute((tx) => add(context, tx, wanted, columns));
  }
  const before = await participantRow(db, wanted.id);
  if (before.activity_id !== activityId || !(await guestOf(db, wanted.id))) {
    throw new ProcedureError('not_found');
  }
  await db
    .updateTable('activity_participant')
    .set({ ...columns, part, ...changedNow(context) })
    .where('id', '=', wanted.id)
    .execute();
  return wanted.id;
}

/** Fails with `not_found`, `unknown_code`, `activity_full`, `campaign_consent_missing`, `date_in_future`. */
export async function saveParticipant(context: CoreContext, wanted: Wanted) {
  const id =
    'personId' in wanted ? await savePerson(context, wanted) : await saveGuest(context, wanted);
  announceChange(context, 'activities');
  announceChange(context, 'sessions');
  return { id };
}

interface Answers {
  id: string;
  evaluation?: ActivityEvaluation | null | undefined;
  followUp?: ActivityFollowUp | null | undefined;
}

/** Fails with `not_found`, `unknown_code`, `date_in_future`. */
export async function recordAnswers(context: CoreContext, { id, evaluation, followUp }: Answers) {
  const { db } = registerOf(context);
  const { useful, usesSkills, satisfaction } = context.resources.activityForm;
  await participantRow(db, id);
  const today = context.ports.clock.today();
  if ([evaluation?.on, followUp?.on].some((on) => on !== undefined && on > today)) {
    throw new ProcedureError('date_in_future');
  }
  const isAnswer = (to: typeof useful, code: string | undefined) =>
    code === undefined || to.answers.some((one) => one.code === code);
  const isStep =
    evaluation?.satisfaction === undefined ||
    satisfaction.steps.some(({ score }) => score === evaluation.satisfaction);
  if (
    !isAnswer(useful, evaluation?.useful) ||
    !isAnswer(usesSkills, followUp?.usesSkills) ||
    !isStep
  ) {
    throw new ProcedureError('unknown_code', { field: 'answer' });
  }
  await db
    .updateTable('activity_participant')
    .set({
      ...(evaluation === undefined
        ? {}
        : {
            evaluated_on: evaluation?.on ?? null,
            useful: evaluation?.useful ?? null,
            satisfaction: evaluation?.satisfaction ?? null,
          }),
      ...(followUp === undefined
        ? {}
        : { asked_on: followUp?.on ?? null, uses_skills: followUp?.usesSkills ?? null }),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'activities');
  return {};
}

/** Out of the activity and of its sessions, as long as the register stays open with a way back. */
export async function removeParticipant(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await participantRow(db, id);
  const { activity_id: activityId, person_id: personId } = row;
  const isOfActivity = (tx: Db) =>
    tx.selectFrom('session').select('id').where('activity_id', '=', activityId);
  const gone = await db.transaction().execute(async (tx) => {
    const people = await tx
      .deleteFrom('session_participant')
      .where('person_id', '=', personId ?? '')
      .where('session_id', 'in', isOfActivity(tx))
      .returningAll()
      .execute();
    const guests = await tx
      .deleteFrom('session_guest')
      .where('participant_id', '=', id)
      .returningAll()
      .execute();
    const media = await tx
      .updateTable('media_output')
      .set({ participant_id: null })
      .where('participant_id', '=', id)
      .returning('id')
      .execute();
    await tx.deleteFrom('activity_participant').where('id', '=', id).execute();
    return { people, guests, media };
  });
  keepForUndo(context, id, async (tx) => {
    // Whoever was erased from the register meanwhile does not come back.
    if (personId !== null) await getCaseFile(tx, personId);
    await tx.insertInto('activity_participant').values(row).execute();
    for (const one of gone.people) await tx.insertInto('session_participant').values(one).execute();
    for (const one of gone.guests) await tx.insertInto('session_guest').values(one).execute();
    for (const { id: mediaId } of gone.media) {
      await tx
        .updateTable('media_output')
        .set({ participant_id: id })
        .where('id', '=', mediaId)
        .execute();
    }
  });
  announceChange(context, 'activities');
  announceChange(context, 'sessions');
  return {};
}
