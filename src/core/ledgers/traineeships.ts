import { ProcedureError } from '#api/errors.ts';
import type { Traineeship } from '#api/ledgers.ts';
import { monthsOf, type TraineeshipDetails } from '#domain/programmes/traineeship.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { TraineeshipTable } from '../database/tables/ledger-tables.ts';
import { getEnrolment } from '../programmes/enrolments.ts';

const MOST_TRAINEESHIPS = 20;

const detailsOf = (row: TraineeshipTable): TraineeshipDetails => ({
  host: row.host,
  ...(row.tutor === null ? {} : { tutor: row.tutor }),
  from: row.from_on,
  to: row.to_on,
  weeklyHours: row.weekly_hours,
});

/** The oldest first, each with what was noted of its months. */
export async function traineeshipsOf(db: Db, enrolmentId: string): Promise<Traineeship[]> {
  const rows = await db
    .selectFrom('traineeship')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const months = await db
    .selectFrom('traineeship_month')
    .innerJoin('traineeship', 'traineeship.id', 'traineeship_id')
    .selectAll('traineeship_month')
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('month')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    details: detailsOf(row),
    months: months
      .filter((month) => month.traineeship_id === row.id)
      .map((one) => ({
        month: one.month,
        minutes: one.minutes,
        daysPresent: one.days_present,
        daysAbsent: one.days_absent,
      })),
  }));
}

/** Fails with `not_found`, `ledger_full`. */
export async function saveTraineeship(
  context: CoreContext,
  wanted: { id?: string | undefined; enrolmentId: string; details: TraineeshipDetails },
) {
  const { db } = registerOf(context);
  const { enrolmentId, details } = wanted;
  await getEnrolment(db, enrolmentId);
  const present = await traineeshipsOf(db, enrolmentId);
  if (wanted.id !== undefined && !present.some(({ id }) => id === wanted.id)) {
    throw new ProcedureError('not_found');
  }
  if (wanted.id === undefined && present.length >= MOST_TRAINEESHIPS) {
    throw new ProcedureError('ledger_full');
  }
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    enrolment_id: enrolmentId,
    host: details.host,
    tutor: details.tutor ?? null,
    from_on: details.from,
    to_on: details.to,
    weekly_hours: details.weeklyHours,
    ...changedNow(context),
  };
  await db
    .insertInto('traineeship')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'ledgers');
  return { id };
}

interface Attended {
  month: string;
  minutes: number;
  daysPresent: number;
  daysAbsent: number;
}

/** Fails with `not_found`, and `date_not_possible` for a month outside the traineeship or still to come. */
export async function recordMonth(
  context: CoreContext,
  { id, attended }: { id: string; attended: Attended },
) {
  const { db } = registerOf(context);
  const row = await db
    .selectFrom('traineeship')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const { month, minutes, daysPresent, daysAbsent } = attended;
  const isWithin = monthsOf(row.from_on, row.to_on).includes(month);
  if (!isWithin || month > context.ports.clock.today().slice(0, 7)) {
    throw new ProcedureError('date_not_possible');
  }
  const noted = { minutes, days_present: daysPresent, days_absent: daysAbsent };
  await db
    .insertInto('traineeship_month')
    .values({ traineeship_id: id, month, ...noted })
    .onConflict((conflict) => conflict.columns(['traineeship_id', 'month']).doUpdateSet(noted))
    .execute();
  announceChange(context, 'ledgers');
  return {};
}
