/*
 * What a programme of trainings or campaigns promised: who came, who found it useful, who uses it some months
 * later, how often it was in the media and through whom. Most of them have no case file, so they are counted from
 * the activities of the programme that ended in the period; whoever comes to two counts twice.
 */
import { type SqlBool, sql } from 'kysely';
import type { CountedActivity } from '#domain/programmes/programme-indicator.ts';
import { type Participation, participationsOf } from '../activities/counted-people.ts';
import { maySpeak } from '../activities/public-consent.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { MeasuredProgramme } from './measure-sql.ts';

type Counted = Pick<MeasuredProgramme, 'programmeId' | 'period'>;

const endedIn = ({ programmeId, period: { from, to } }: Counted) =>
  sql<SqlBool>`(activity.programme_id = ${programmeId} AND activity.is_cancelled = 0
    AND activity.to_on BETWEEN ${from} AND ${to})`;

function isTraining({ resources }: CoreContext, kind: string): boolean {
  const { items } = resources.vocabularies.activityKinds;
  return items.some((one) => one.code === kind && one.isTraining);
}

async function speakers(context: CoreContext, db: Db, counted: Counted): Promise<number> {
  const rows = await db
    .selectFrom('activity_participant')
    .innerJoin('activity', 'activity.id', 'activity_id')
    .selectAll('activity_participant')
    .where('is_spokesperson', '=', 1)
    .where('programme_id', '=', counted.programmeId)
    .execute();
  let count = 0;
  for (const row of rows) if (await maySpeak(context, db, row)) count += 1;
  return count;
}

async function outputs(db: Db, { programmeId, period }: Counted): Promise<number> {
  const { count } = await db
    .selectFrom('media_output')
    .innerJoin('activity', 'activity.id', 'activity_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('programme_id', '=', programmeId)
    .where('published_on', '>=', period.from)
    .where('published_on', '<=', period.to)
    .executeTakeFirstOrThrow();
  return count;
}

async function events(db: Db, counted: Counted): Promise<number> {
  const { count } = await db
    .selectFrom('activity')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(endedIn(counted))
    .executeTakeFirstOrThrow();
  return count;
}

const answers: Partial<Record<CountedActivity, (one: Participation) => number>> = {
  useful: ({ useful }) => useful,
  usesSkills: ({ usesSkills }) => usesSkills,
};

export async function countActivities(
  context: CoreContext,
  what: CountedActivity,
  counted: Counted,
): Promise<number> {
  const { db } = registerOf(context);
  if (what === 'events') return events(db, counted);
  if (what === 'media') return outputs(db, counted);
  if (what === 'spokespeople') return speakers(context, db, counted);
  const all = await participationsOf(context, db, endedIn(counted));
  const rows = what === 'participants' ? all : all.filter(({ kind }) => isTraining(context, kind));
  const people = answers[what] ?? ((one: Participation) => one.people);
  return rows.reduce((sum, one) => sum + people(one), 0);
}
