/*
 * The rows of a report on activities: one for each participation, with sex, age band, and yes or no for what is
 * asked. One activity is a part of all those of its programme, as the people of a programme are a part of everybody
 * served: so the two reports are protected together, and their difference gives nobody away.
 */
import { type SqlBool, sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { type AgeAxis, bandHolding, pieceOf } from '#domain/reports/age-axis.ts';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { type CountedRow, notRecorded, type Period } from '#domain/reports/summary.ts';
import { type Participation, participationsOf } from '../activities/counted-people.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';

/** The name of the dimension that says who came to this activity. */
export const activityDimension = (activityId: string) => `activity:${activityId}`;

async function programmeOf(db: Db, { programmeId, activityId }: ReportPlan) {
  if (activityId === undefined) return programmeId ?? null;
  const row = await db
    .selectFrom('activity')
    .select('programme_id')
    .where('id', '=', activityId)
    .executeTakeFirst();
  return row?.programme_id ?? null;
}

/** Everything that is protected together: the activities of a programme, or those of none. */
export async function activitiesPopulation(db: Db, plan: ReportPlan): Promise<string> {
  return `activities:${(await programmeOf(db, plan)) ?? 'none'}`;
}

function answersOf(
  { isTraining, useful, usesSkills }: { isTraining: boolean; useful: boolean; usesSkills: boolean },
  indicators: readonly Indicator[],
): Record<string, string> {
  const told = {
    trained: isTraining,
    useful: isTraining && useful,
    usesSkills: isTraining && usesSkills,
  };
  return Object.fromEntries(
    indicators.flatMap(({ id, activityFigure }) =>
      activityFigure ? [[id, told[activityFigure] ? 'yes' : 'no']] : [],
    ),
  );
}

/** Of activities that ended in the period. */
export async function participationRows(
  context: CoreContext,
  {
    period,
    plan,
    axis,
    indicators,
  }: { period: Period; plan: ReportPlan; axis: AgeAxis; indicators: readonly Indicator[] },
): Promise<CountedRow[]> {
  const { db } = registerOf(context);
  const programmeId = await programmeOf(db, plan);
  const rows = await participationsOf(
    context,
    db,
    sql<SqlBool>`(activity.programme_id IS ${programmeId} AND activity.to_on BETWEEN ${period.from} AND ${period.to})`,
  );
  const trainings = new Set(
    context.resources.vocabularies.activityKinds.items.flatMap(({ code, isTraining }) =>
      isTraining ? [code] : [],
    ),
  );
  const isOfActivity = ({ activityId }: Participation) =>
    plan.activityId === undefined
      ? {}
      : { [activityDimension(plan.activityId)]: activityId === plan.activityId ? 'yes' : 'no' };
  return rows.flatMap((row) =>
    Array.from({ length: row.people }, (_, at): CountedRow => {
      const answers = {
        isTraining: trainings.has(row.kind),
        useful: at < row.useful,
        usesSkills: at < row.usesSkills,
      };
      return {
        sex: row.sex,
        ageBand: row.age === undefined ? bandHolding(row.band, axis) : pieceOf(row.age, axis),
        nationality: notRecorded,
        legalStatus: notRecorded,
        ...isOfActivity(row),
        ...answersOf(answers, indicators),
      };
    }),
  );
}
