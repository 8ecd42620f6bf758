/*
 * People in programmes. Whoever the rules do not let in, or of whom a fact is missing, joins only when a
 * coordinator says why; a desk can put anybody on the waiting list. The facts the rules were asked with are
 * kept as they were on that day.
 */
import type { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import type { Enrolment } from '#api/programmes.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { enrolmentDetails, enrolmentOutcomes } from '#domain/programmes/enrolment.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { EnrolmentTable } from '../database/tables/programme-tables.ts';
import { checkPerson } from './candidates.ts';
import { getProgramme } from './programmes.ts';

type Details = z.output<typeof enrolmentDetails>;

async function refuseSecond(db: Db, { programmeId, personId }: Details): Promise<void> {
  const present = await db
    .selectFrom('enrolment')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  if (present) throw new ProcedureError('enrolled_already');
}

/**
 * Fails with `not_eligible` (details: outcome) unless the rules say yes, a coordinator gives a reason or the
 * person only waits; with `enrolled_already`, `programme_closed`, `date_in_future`, `not_found`.
 */
export async function createEnrolment(context: CoreContext, details: Details) {
  const { db, user } = registerOf(context);
  const { enrolledOn, overrideReason, isWaiting, answers } = details;
  if (enrolledOn > context.ports.clock.today()) throw new ProcedureError('date_in_future');
  const { row } = await getProgramme(db, details.programmeId);
  if (row.is_open === 0) throw new ProcedureError('programme_closed');
  await refuseSecond(db, details);
  const { template, facts, found } = await checkPerson(context, { ...details, on: enrolledOn });
  const isOverride = found.outcome !== 'eligible' && !isWaiting;
  if (isOverride) {
    if (overrideReason === undefined) {
      throw new ProcedureError('not_eligible', { outcome: found.outcome });
    }
    if (user.role !== 'coordinator') throw new ProcedureError('role_missing');
  }
  const id = context.ports.ids.next();
  const [first] = template.stages;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('enrolment')
      .values({
        id,
        programme_id: details.programmeId,
        person_id: details.personId,
        enrolled_on: enrolledOn,
        is_waiting: Number(isWaiting),
        answers: JSON.stringify(answers),
        eligibility: JSON.stringify({ facts, on: enrolledOn, ...found }),
        outcome: found.outcome,
        override_reason: isOverride ? (overrideReason ?? null) : null,
        override_by: isOverride ? user.id : null,
        left_on: null,
        exit: null,
        budget: null,
        ...changedNow(context),
      })
      .execute();
    if (first && !isWaiting) {
      await tx
        .insertInto('enrolment_stage')
        .values({ enrolment_id: id, stage: first.code, reached_on: enrolledOn })
        .execute();
    }
  });
  announceChange(context, 'programmes');
  return { id };
}

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

export async function closeEnrolment(
  context: CoreContext,
  {
    id,
    leftOn,
    exit,
  }: { id: string; leftOn: CalendarDate; exit: (typeof enrolmentOutcomes)[number] },
) {
  const { db } = registerOf(context);
  const row = await getEnrolment(db, id);
  if (row.left_on !== null) throw new ProcedureError('enrolment_ended');
  if (leftOn < row.enrolled_on || leftOn > context.ports.clock.today()) {
    throw new ProcedureError('date_not_possible');
  }
  await db
    .updateTable('enrolment')
    .set({ left_on: leftOn, exit, ...changedNow(context) })
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
    .set({ left_on: null, exit: null, ...changedNow(context) })
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

/** Fails with `not_found`. */
export async function describeEnrolment(
  context: CoreContext,
  { id }: { id: string },
): Promise<Enrolment> {
  const { db } = registerOf(context);
  const rows = await withNames(db).where('enrolment.id', '=', id).execute();
  const [found] = await enrolmentsFrom(db, rows);
  if (!found) throw new ProcedureError('not_found');
  return found;
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
