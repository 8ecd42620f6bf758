/*
 * The way of people through programmes: stages, leaving, coming back. What was known of them when they left is
 * kept beside what was known when they joined, so that somebody can say years later what changed.
 */

import type { DescribedEnrolment, Enrolment } from '#api/enrolments.ts';
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { compareFacts } from '#domain/programmes/compare-facts.ts';
import type { enrolmentOutcomes } from '#domain/programmes/enrolment.ts';
import type { ProgrammeFacts } from '#domain/programmes/programme-fact.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { EnrolmentTable } from '../database/tables/programme-tables.ts';
import { knownPeople } from './facts-of-people.ts';
import { getProgramme } from './programmes.ts';

/** Fails with `not_found`. */
export async function getEnrolment(db: Db, id: string) {
  const row = await db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** Fails with `unknown_code` for a stage the programme does not have, `not_possible_day`, `enrolment_ended`. */
export async function recordStage(
  context: CoreContext,
  { id, stage, reachedOn }: { id: string; stage: string; reachedOn: CalendarDate },
) {
  const { db } = registerOf(context);
  const row = await getEnrolment(db, id);
  const { template } = await getProgramme(db, row.programme_id);
  if (row.left_on !== null) throw new ProcedureError('enrolment_ended');
  if (!template.stages.some((one) => one.code === stage)) {
    throw new ProcedureError('unknown_code', { field: 'stage' });
  }
  if (reachedOn < row.enrolled_on || reachedOn > context.ports.clock.today()) {
    throw new ProcedureError('date_not_possible');
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('enrolment_stage')
      .values({ enrolment_id: id, stage, reached_on: reachedOn })
      .onConflict((conflict) => conflict.doUpdateSet({ reached_on: reachedOn }))
      .execute();
    await tx
      .updateTable('enrolment')
      .set({ is_waiting: 0, ...changedNow(context) })
      .where('id', '=', id)
      .execute();
  });
  announceChange(context, 'programmes');
  return {};
}

interface Leaving {
  id: string;
  leftOn: CalendarDate;
  exit: (typeof enrolmentOutcomes)[number];
  /** What they say; absent: what they said before stays. */
  foundHelpful?: boolean | undefined;
}

/** Fails with `not_found`, `enrolment_ended`, `date_not_possible`. */
export async function leaveProgramme(context: CoreContext, tx: Db, leaving: Leaving) {
  const { id, leftOn, exit, foundHelpful } = leaving;
  const row = await getEnrolment(tx, id);
  if (row.left_on !== null) throw new ProcedureError('enrolment_ended');
  if (leftOn < row.enrolled_on || leftOn > context.ports.clock.today()) {
    throw new ProcedureError('date_not_possible');
  }
  const [person] = await knownPeople(tx, [row.person_id]);
  await tx
    .updateTable('enrolment')
    .set({
      left_on: leftOn,
      exit,
      exit_facts: JSON.stringify(person?.facts ?? {}),
      found_helpful: foundHelpful === undefined ? row.found_helpful : Number(foundHelpful),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
}

export async function closeEnrolment(context: CoreContext, leaving: Leaving) {
  await leaveProgramme(context, registerOf(context).db, leaving);
  announceChange(context, 'programmes');
  return {};
}

/** Whoever takes part may say at any time whether it helps; nobody has to leave for that. */
export async function recordOpinion(
  context: CoreContext,
  { id, foundHelpful }: { id: string; foundHelpful: boolean | null },
) {
  const { db } = registerOf(context);
  await getEnrolment(db, id);
  await db
    .updateTable('enrolment')
    .set({
      found_helpful: foundHelpful === null ? null : Number(foundHelpful),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}

export async function reopenEnrolment(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await getEnrolment(db, id);
  await db
    .updateTable('enrolment')
    .set({
      left_on: null,
      exit: null,
      exit_facts: null,
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}

interface EnrolmentRow extends EnrolmentTable {
  listed_name: string;
  programme_name: string;
  overridden_by: string | null;
}

function enrolmentFrom(
  row: EnrolmentRow,
  template: ProgrammeTemplate,
  reached: ReadonlyMap<string, string>,
): Enrolment {
  const stages = template.stages.map((stage) => {
    const reachedOn = reached.get(stage.code);
    return { ...stage, ...(reachedOn === undefined ? {} : { reachedOn }) };
  });
  const last = stages.findLast((stage) => stage.reachedOn !== undefined);
  return {
    id: row.id,
    programmeId: row.programme_id,
    programmeName: row.programme_name,
    personId: row.person_id,
    listedName: row.listed_name,
    enrolledOn: row.enrolled_on,
    isWaiting: row.is_waiting === 1,
    ...(last ? { stage: last.code } : {}),
    stages,
    outcome: row.outcome as Enrolment['outcome'],
    ...(row.override_reason === null ? {} : { overrideReason: row.override_reason }),
    ...(row.overridden_by === null ? {} : { overriddenBy: row.overridden_by }),
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
    ...(row.exit === null ? {} : { exit: row.exit as Enrolment['exit'] }),
    ...(row.found_helpful === null ? {} : { foundHelpful: row.found_helpful === 1 }),
  };
}

const withNames = (db: Db) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .innerJoin('programme', 'programme.id', 'enrolment.programme_id')
    .leftJoin('user', 'user.id', 'enrolment.override_by')
    .selectAll('enrolment')
    .select(['listed_name', 'programme.name as programme_name', 'user.name as overridden_by']);

async function enrolmentsFrom(db: Db, rows: EnrolmentRow[]): Promise<Enrolment[]> {
  const ids = rows.map((row) => row.id);
  const stages = await db
    .selectFrom('enrolment_stage')
    .selectAll()
    .where('enrolment_id', 'in', ids)
    .execute();
  const templates = new Map<string, ProgrammeTemplate>();
  for (const id of new Set(rows.map((row) => row.programme_id))) {
    templates.set(id, (await getProgramme(db, id)).template);
  }
  return rows.flatMap((row) => {
    const template = templates.get(row.programme_id);
    if (!template) return [];
    const own = stages.filter((stage) => stage.enrolment_id === row.id);
    return [enrolmentFrom(row, template, new Map(own.map((one) => [one.stage, one.reached_on])))];
  });
}

async function cameFrom(db: Db, id: string | null): Promise<{ cameFrom?: string }> {
  if (id === null) return {};
  const before = await withNames(db).where('enrolment.id', '=', id).executeTakeFirst();
  return before ? { cameFrom: before.programme_name } : {};
}

/** Fails with `not_found`. */
export async function describeEnrolment(
  context: CoreContext,
  { id }: { id: string },
): Promise<DescribedEnrolment> {
  const { db } = registerOf(context);
  const rows = await withNames(db).where('enrolment.id', '=', id).execute();
  const [row] = rows;
  const [found] = await enrolmentsFrom(db, rows);
  if (!row || !found) throw new ProcedureError('not_found');
  const { facts: before } = JSON.parse(row.eligibility) as { facts: ProgrammeFacts };
  const [person] = await knownPeople(db, [row.person_id]);
  const after =
    row.exit_facts === null
      ? (person?.facts ?? {})
      : (JSON.parse(row.exit_facts) as ProgrammeFacts);
  return {
    ...found,
    kinds: (await getProgramme(db, row.programme_id)).template.kinds,
    ...(await cameFrom(db, row.came_from_id)),
    facts: compareFacts(before ?? {}, after),
  };
}

/** Those who are inside first, the latest first. */
export async function listEnrolments(
  context: CoreContext,
  asked: {
    programmeId?: string | undefined;
    personId?: string | undefined;
    offset: number;
    limit: number;
  },
) {
  const { db } = registerOf(context);
  const { programmeId, personId, offset, limit } = asked;
  let query = withNames(db);
  if (programmeId !== undefined) query = query.where('programme_id', '=', programmeId);
  if (personId !== undefined) query = query.where('enrolment.person_id', '=', personId);
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy((eb) => eb('left_on', 'is not', null))
    .orderBy('enrolled_on', 'desc')
    .orderBy('enrolment.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, items: await enrolmentsFrom(db, rows) };
}
