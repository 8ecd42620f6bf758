/*
 * Who came, one row each, with nothing that names them: those who were named and present, and those who were only
 * counted. Whoever comes to two activities is counted at both; funders call that participations. Volunteers and
 * speakers did not come to take part and are counted apart.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ActivityFigures } from '#api/activities.ts';
import type { CountedGroup } from '#domain/activities/activity.ts';
import { type ActivityForm, countsIn, originOf } from '#domain/activities/activity-form.ts';
import { bandOf } from '#domain/dates/age-band.ts';
import { countingAgeOn } from '#domain/dates/partial-date.ts';
import { announceChange, type CoreContext, type Db, registerOf } from '../context.ts';
import { birthColumns, birthOf } from '../people/person-rows.ts';
import { activityRow } from './activities.ts';
import { checkGroup } from './participants.ts';

/** One participation, or as many alike as `people` says. */
export interface Participation {
  activityId: string;
  kind: string;
  bands: string;
  sex: string;
  /** On the last day, where it is known; of the others only the band is. */
  age: number | undefined;
  band: string;
  origin: string;
  people: number;
  useful: number;
  usesSkills: number;
  /** Whether they gave the form back, and whether they were asked some months later. */
  evaluated: number;
  asked: number;
}

/** Somebody was there: present at one session at least, or on the list of what had no sessions. */
const wasThere = sql<SqlBool>`(EXISTS (SELECT 1 FROM session_participant s JOIN session t ON t.id = s.session_id
    WHERE t.activity_id = activity.id AND s.person_id = activity_participant.person_id AND s.attendance = 'present')
  OR EXISTS (SELECT 1 FROM session_guest s JOIN session t ON t.id = s.session_id
    WHERE t.activity_id = activity.id AND s.participant_id = activity_participant.id AND s.attendance = 'present')
  OR NOT EXISTS (SELECT 1 FROM session t WHERE t.activity_id = activity.id))`;

/** What the register knows of people, by their id. */
async function factsOfPeople(db: Db) {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'sex'])
    .select(birthColumns)
    .select((eb) =>
      eb
        .selectFrom('person_nationality')
        .select('country')
        .whereRef('person_id', '=', 'person.id')
        .where('position', '=', 0)
        .as('country'),
    )
    .where('id', 'in', (eb) =>
      eb.selectFrom('activity_participant').select('person_id').where('person_id', 'is not', null),
    )
    .execute();
  return new Map(
    rows.map((row) => [row.id, { sex: row.sex, birth: birthOf(row), country: row.country }]),
  );
}

type Which = RawBuilder<SqlBool>;

async function namedOf(db: Db, form: ActivityForm, which: Which): Promise<Participation[]> {
  const facts = await factsOfPeople(db);
  const rows = await db
    .selectFrom('activity_participant')
    .innerJoin('activity', 'activity.id', 'activity_id')
    .selectAll('activity_participant')
    .select(['kind', 'bands', 'to_on'])
    .where('part', '=', 'participant')
    .where('is_cancelled', '=', 0)
    .where(which)
    .where(wasThere)
    .execute();
  return rows.map((row) => {
    const person = facts.get(row.person_id ?? '');
    const age = person?.birth && countingAgeOn(person.birth, row.to_on);
    return {
      activityId: row.activity_id,
      kind: row.kind,
      bands: row.bands,
      sex: person?.sex ?? row.sex ?? 'unknown',
      age,
      band: row.age_band ?? 'unknown',
      origin: person ? originOf(person.country, form) : (row.origin ?? 'unknown'),
      people: 1,
      useful: Number(countsIn(form.useful, row.useful)),
      usesSkills: Number(countsIn(form.usesSkills, row.uses_skills)),
      evaluated: Number(row.evaluated_on !== null),
      asked: Number(row.asked_on !== null),
    };
  });
}

/** `which` says of the table `activity` which are looked at. */
export async function participationsOf(
  context: CoreContext,
  db: Db,
  which: Which,
): Promise<Participation[]> {
  const named = await namedOf(db, context.resources.activityForm, which);
  const counted = await db
    .selectFrom('activity_count')
    .innerJoin('activity', 'activity.id', 'activity_id')
    .selectAll('activity_count')
    .select(['kind', 'bands'])
    .where('is_cancelled', '=', 0)
    .where(which)
    .execute();
  return [
    ...named,
    ...counted.map((row) => ({
      activityId: row.activity_id,
      kind: row.kind,
      bands: row.bands,
      sex: row.sex as string,
      age: undefined,
      band: row.age_band,
      origin: row.origin,
      people: row.people,
      useful: row.useful,
      usesSkills: row.uses_skills,
      evaluated: 0,
      asked: 0,
    })),
  ];
}

const sumOf = (
  rows: readonly Participation[],
  of: 'people' | 'useful' | 'usesSkills' | 'evaluated' | 'asked',
) => rows.reduce((sum, row) => sum + row[of], 0);

/** True numbers of one activity. Fails with `not_found`. */
export async function figuresOf(
  context: CoreContext,
  { id }: { id: string },
): Promise<ActivityFigures> {
  const { db } = registerOf(context);
  const activity = await activityRow(db, id);
  const rows = await participationsOf(context, db, sql<SqlBool>`activity.id = ${id}`);
  const bands = context.resources.indicators().lists.get(activity.bands)?.ageBands ?? [];
  const groups = new Map<string, ActivityFigures['groups'][number]>();
  for (const row of rows) {
    const band = row.age === undefined ? row.band : bandOf(row.age, bands);
    const key = `${row.sex} ${band} ${row.origin}`;
    const known = groups.get(key);
    groups.set(key, {
      sex: row.sex,
      band,
      origin: row.origin,
      people: (known?.people ?? 0) + row.people,
      useful: (known?.useful ?? 0) + row.useful,
      usesSkills: (known?.usesSkills ?? 0) + row.usesSkills,
    });
  }
  const named = await db
    .selectFrom('activity_participant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('activity_id', '=', id)
    .where('part', '=', 'volunteer')
    .executeTakeFirstOrThrow();
  return {
    participants: sumOf(rows, 'people'),
    useful: sumOf(rows, 'useful'),
    usesSkills: sumOf(rows, 'usesSkills'),
    volunteers: activity.volunteers + named.count,
    evaluated: sumOf(rows, 'evaluated'),
    asked: sumOf(rows, 'asked'),
    groups: [...groups.values()],
  };
}

interface Counts {
  id: string;
  counts: CountedGroup[];
  scores: { score: number; forms: number }[];
}

/** Fails with `not_found`, `unknown_code`. */
export async function saveCounts(context: CoreContext, { id, counts, scores }: Counts) {
  const { db } = registerOf(context);
  const activity = await activityRow(db, id);
  for (const one of counts) checkGroup(context, activity.bands, one);
  const rows = counts
    .filter(({ people }) => people > 0)
    .map((one) => ({
      activity_id: id,
      sex: one.sex,
      age_band: one.band,
      origin: one.origin,
      people: one.people,
      useful: one.useful,
      uses_skills: one.usesSkills,
    }));
  const forms = scores.filter((one) => one.forms > 0).map((one) => ({ activity_id: id, ...one }));
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('activity_count').where('activity_id', '=', id).execute();
    await tx.deleteFrom('activity_score').where('activity_id', '=', id).execute();
    if (rows.length > 0) await tx.insertInto('activity_count').values(rows).execute();
    if (forms.length > 0) await tx.insertInto('activity_score').values(forms).execute();
  });
  announceChange(context, 'activities');
  return {};
}
