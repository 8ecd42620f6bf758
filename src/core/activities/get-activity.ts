import type { Activity, ActivityParticipant, ShownMedia } from '#api/activities.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { ActivityParticipantTable } from '../database/tables/activity-tables.ts';
import { activityDetailsOf, activityRow, partnersOf } from './activities.ts';
import { guestDetailsOf } from './participant-rows.ts';
import { maySpeak } from './public-consent.ts';

type NamedRow = ActivityParticipantTable & {
  listed_name: string | null;
  organisation_name: string | null;
};

/** Whoever cannot see a restricted case does not find it here. */
export const namedRows = (db: Db) =>
  db
    .selectFrom('activity_participant')
    .leftJoin('person_line', 'person_line.person_id', 'activity_participant.person_id')
    .leftJoin('organisation', 'organisation.id', 'activity_participant.organisation_id')
    .selectAll('activity_participant')
    .select(['listed_name', 'organisation.name as organisation_name'])
    .orderBy((eb) => eb.fn.coalesce('sort_name', 'activity_participant.name'))
    .orderBy('activity_participant.id');

async function presences(db: Db, activityId: string): Promise<Map<string, number>> {
  const people = await db
    .selectFrom('session_participant')
    .innerJoin('session', 'session.id', 'session_id')
    .select((eb) => ['person_id as who', eb.fn.countAll<number>().as('times')])
    .where('activity_id', '=', activityId)
    .where('attendance', '=', 'present')
    .groupBy('person_id')
    .execute();
  const guests = await db
    .selectFrom('session_guest')
    .innerJoin('session', 'session.id', 'session_id')
    .select((eb) => ['participant_id as who', eb.fn.countAll<number>().as('times')])
    .where('activity_id', '=', activityId)
    .where('attendance', '=', 'present')
    .groupBy('participant_id')
    .execute();
  return new Map([...people, ...guests].map(({ who, times }) => [who, times]));
}

function answersOf(row: ActivityParticipantTable) {
  const evaluation = row.evaluated_on === null ? undefined : { on: row.evaluated_on };
  return {
    ...(evaluation
      ? {
          evaluation: {
            ...evaluation,
            ...(row.useful === null ? {} : { useful: row.useful }),
            ...(row.satisfaction === null ? {} : { satisfaction: row.satisfaction }),
          },
        }
      : {}),
    ...(row.asked_on === null || row.uses_skills === null
      ? {}
      : { followUp: { on: row.asked_on, usesSkills: row.uses_skills } }),
  };
}

async function participantsOf(
  context: CoreContext,
  db: Db,
  activityId: string,
): Promise<ActivityParticipant[]> {
  const rows: NamedRow[] = await namedRows(db).where('activity_id', '=', activityId).execute();
  const present = await presences(db, activityId);
  const all: ActivityParticipant[] = [];
  for (const row of rows) {
    all.push({
      id: row.id,
      part: row.part,
      ...(row.person_id === null ? { guest: guestDetailsOf(row) } : { personId: row.person_id }),
      name: row.name ?? row.listed_name ?? '',
      ...(row.organisation_name === null ? {} : { organisationName: row.organisation_name }),
      present: present.get(row.person_id ?? row.id) ?? 0,
      isSpokesperson: row.is_spokesperson === 1,
      mayBeShown: await maySpeak(context, db, row),
      ...answersOf(row),
    });
  }
  return all;
}

async function sessionsOf(db: Db, activityId: string): Promise<Activity['sessions']> {
  const isHere = (attendance: string) => (attendance === 'present' ? 1 : 0);
  const sessions = await db
    .selectFrom('session')
    .selectAll()
    .where('activity_id', '=', activityId)
    .orderBy('held_on')
    .orderBy('start')
    .orderBy('id')
    .execute();
  const ids = sessions.map(({ id }) => id);
  const people = await db
    .selectFrom('session_participant')
    .select(['session_id', 'attendance'])
    .where('session_id', 'in', ids)
    .execute();
  const guests = await db
    .selectFrom('session_guest')
    .select(['session_id', 'attendance'])
    .where('session_id', 'in', ids)
    .execute();
  return sessions.map((row) => {
    const own = [...people, ...guests].filter(({ session_id }) => session_id === row.id);
    return {
      id: row.id,
      title: row.title,
      on: row.held_on,
      ...(row.start === null ? {} : { start: row.start }),
      ...(row.minutes === null ? {} : { minutes: row.minutes }),
      ...(row.place === null ? {} : { place: row.place }),
      invited: own.length,
      present: own.reduce((sum, { attendance }) => sum + isHere(attendance), 0),
      ...(row.counted === null ? {} : { counted: row.counted }),
    };
  });
}

async function mediaOf(
  db: Db,
  activityId: string,
  participants: readonly ActivityParticipant[],
): Promise<ShownMedia[]> {
  const rows = await db
    .selectFrom('media_output')
    .selectAll()
    .where('activity_id', '=', activityId)
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.flatMap((row): ShownMedia[] => {
    const speaker = participants.find(({ id }) => id === row.participant_id);
    // Of somebody whom whoever asks does not see.
    if (row.participant_id !== null && !speaker) return [];
    const details = {
      outlet: row.outlet,
      kind: row.kind,
      ...(row.title === null ? {} : { title: row.title }),
      on: row.published_on,
      ...(row.link === null ? {} : { link: row.link }),
      ...(row.participant_id === null ? {} : { participantId: row.participant_id }),
    };
    return [
      {
        id: row.id,
        details,
        ...(speaker ? { spokesperson: speaker.name } : {}),
        isToBeTakenDown: speaker !== undefined && !speaker.mayBeShown,
      },
    ];
  });
}

/** Of named forms and of those without a name, together. */
function satisfactionOf(
  participants: readonly ActivityParticipant[],
  scores: Activity['scores'],
): Activity['satisfaction'] {
  const named = participants.flatMap(({ evaluation }) =>
    evaluation?.satisfaction === undefined ? [] : [{ score: evaluation.satisfaction, forms: 1 }],
  );
  const all = [...named, ...scores];
  const forms = all.reduce((sum, one) => sum + one.forms, 0);
  if (forms === 0) return undefined;
  const sum = all.reduce((total, one) => total + one.score * one.forms, 0);
  return { mean: Math.round((sum / forms) * 10) / 10, forms };
}

/** Fails with `not_found`. */
export async function getActivity(context: CoreContext, { id }: { id: string }): Promise<Activity> {
  const { db } = registerOf(context);
  const { vocabularies, activityForm } = context.resources;
  const row = await activityRow(db, id);
  const kind = vocabularies.activityKinds.items.find(({ code }) => code === row.kind);
  const partners = await partnersOf(db, id);
  const participants = await participantsOf(context, db, id);
  const names = await db
    .selectFrom('activity')
    .leftJoin('programme', 'programme.id', 'activity.programme_id')
    .leftJoin('user', 'user.id', 'activity.worker_id')
    .select(['programme.name as programme', 'user.name as worker'])
    .where('activity.id', '=', id)
    .executeTakeFirstOrThrow();
  const counts = await db
    .selectFrom('activity_count')
    .select(['sex', 'age_band as band', 'origin', 'people', 'useful', 'uses_skills as usesSkills'])
    .where('activity_id', '=', id)
    .execute();
  const scores = await db
    .selectFrom('activity_score')
    .select(['score', 'forms'])
    .where('activity_id', '=', id)
    .orderBy('score')
    .execute();
  const satisfaction = satisfactionOf(participants, scores);
  return {
    id,
    revision: row.revision,
    details: activityDetailsOf(
      row,
      partners.map((one) => one.id),
    ),
    ...(names.programme === null ? {} : { programmeName: names.programme }),
    ...(names.worker === null ? {} : { workerName: names.worker }),
    partners: partners.map(({ name }) => name),
    isTraining: kind?.isTraining === true,
    isPublic: kind?.isPublic === true,
    sessions: await sessionsOf(db, id),
    participants,
    counts,
    scores,
    media: await mediaOf(db, id, participants),
    ...(kind?.isTraining && row.is_cancelled === 0
      ? { followUpOn: addMonths(row.to_on, activityForm.followUpMonths) }
      : {}),
    ...(satisfaction ? { satisfaction } : {}),
  };
}
