/*
 * People joining programmes. Whoever the rules do not let in, or of whom a fact is missing, joins only when a
 * coordinator says why; a desk can put anybody on the waiting list. The facts the rules were asked with are
 * kept as they were on that day. Who changes from one programme to another leaves and joins in one step, so
 * that nobody falls between the two.
 */
import type { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { enrolmentDetails } from '#domain/programmes/enrolment.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { EnrolmentTable } from '../database/tables/programme-tables.ts';
import { checkPerson } from './candidates.ts';
import { getEnrolment, leaveProgramme } from './enrolments.ts';
import { getProgramme } from './programmes.ts';

type Details = z.output<typeof enrolmentDetails>;

interface Joining {
  row: EnrolmentTable;
  firstStage: string | undefined;
}

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

/** Why the rules are passed and by whom; fails where they cannot be. */
function overrideOf(context: CoreContext, outcome: string, { overrideReason, isWaiting }: Details) {
  if (outcome === 'eligible' || isWaiting) return { override_reason: null, override_by: null };
  const { user } = registerOf(context);
  if (overrideReason === undefined) throw new ProcedureError('not_eligible', { outcome });
  if (user.role !== 'coordinator') throw new ProcedureError('role_missing');
  return { override_reason: overrideReason, override_by: user.id };
}

/** Everything that can refuse somebody, before anything is written. */
async function prepare(context: CoreContext, details: Details): Promise<Joining> {
  const { db } = registerOf(context);
  const { enrolledOn, isWaiting, answers, programmeId, personId } = details;
  if (enrolledOn > context.ports.clock.today()) throw new ProcedureError('date_in_future');
  const { row } = await getProgramme(db, programmeId);
  if (row.is_open === 0) throw new ProcedureError('programme_closed');
  await refuseSecond(db, details);
  const { template, facts, found } = await checkPerson(context, { ...details, on: enrolledOn });
  return {
    row: {
      id: context.ports.ids.next(),
      programme_id: programmeId,
      person_id: personId,
      enrolled_on: enrolledOn,
      is_waiting: Number(isWaiting),
      answers: JSON.stringify(answers),
      eligibility: JSON.stringify({ facts, on: enrolledOn, ...found }),
      outcome: found.outcome,
      ...overrideOf(context, found.outcome, details),
      left_on: null,
      exit: null,
      budget: null,
      exit_facts: null,
      found_helpful: null,
      came_from_id: null,
      ...changedNow(context),
    },
    firstStage: isWaiting ? undefined : template.stages[0]?.code,
  };
}

async function write(tx: Db, { row, firstStage }: Joining): Promise<void> {
  await tx.insertInto('enrolment').values(row).execute();
  if (firstStage === undefined) return;
  await tx
    .insertInto('enrolment_stage')
    .values({ enrolment_id: row.id, stage: firstStage, reached_on: row.enrolled_on })
    .execute();
}

/**
 * Fails with `not_eligible` (details: outcome) unless the rules say yes, a coordinator gives a reason or the
 * person only waits; with `enrolled_already`, `programme_closed`, `date_in_future`, `not_found`.
 */
export async function createEnrolment(context: CoreContext, details: Details) {
  const joining = await prepare(context, details);
  await registerOf(context)
    .db.transaction()
    .execute((tx) => write(tx, joining));
  announceChange(context, 'programmes');
  return { id: joining.row.id };
}

interface Transfer extends Pick<Details, 'programmeId' | 'answers' | 'isWaiting'> {
  id: string;
  on: CalendarDate;
  overrideReason?: string | undefined;
}

/** Fails as leaving and as joining do; then they stay where they are. */
export async function transferEnrolment(context: CoreContext, { id, on, ...wanted }: Transfer) {
  const { db } = registerOf(context);
  const { person_id: personId } = await getEnrolment(db, id);
  const { row, firstStage } = await prepare(context, { ...wanted, personId, enrolledOn: on });
  await db.transaction().execute(async (tx) => {
    await leaveProgramme(context, tx, { id, leftOn: on, exit: 'transferred' });
    await write(tx, { row: { ...row, came_from_id: id }, firstStage });
  });
  announceChange(context, 'programmes');
  return { id: row.id };
}
