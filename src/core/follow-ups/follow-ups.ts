import { ProcedureError } from '#api/errors.ts';
import type { FollowUp } from '#api/follow-ups.ts';
import {
  type FollowUpDetails,
  type FollowUpSince,
  followUpsDue,
} from '#domain/programmes/follow-up.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { FollowUpTable } from '../database/tables/programme-tables.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { checkCode } from '../resources/check-codes.ts';

const detailsOf = (row: FollowUpTable): FollowUpDetails => ({
  askedOn: row.asked_on,
  answer: row.answer,
  ...(row.is_still_there === null ? {} : { isStillThere: row.is_still_there === 1 }),
  ...(row.employment === null ? {} : { employment: row.employment }),
  ...(row.note === null ? {} : { note: row.note }),
});

/** When people came to the place they were last matched with, by their enrolment. */
export async function arrivals(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('placement')
    .select(['enrolment_id', 'arrived_on'])
    .where('enrolment_id', 'in', ids)
    .where('arrived_on', 'is not', null)
    .orderBy('arrived_on')
    .execute();
  return new Map(
    rows.flatMap((row) => (row.arrived_on ? [[row.enrolment_id, row.arrived_on]] : [])),
  );
}

async function dueOf(db: Db, enrolmentId: string) {
  const row = await getEnrolment(db, enrolmentId);
  const { template } = await getProgramme(db, row.programme_id);
  const arrivedOn = (await arrivals(db, [enrolmentId])).get(enrolmentId);
  return followUpsDue(template.followUpMonths, {
    ...(row.left_on === null ? {} : { exit: row.left_on }),
    ...(arrivedOn === undefined ? {} : { arrival: arrivedOn }),
  });
}

/** Fails with `not_found`. */
export async function listFollowUps(
  context: CoreContext,
  { enrolmentId }: { enrolmentId: string },
): Promise<{ items: FollowUp[] }> {
  const { db } = registerOf(context);
  const due = await dueOf(db, enrolmentId);
  const rows = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .execute();
  return {
    items: due.map((one) => {
      const row = rows.find(({ since, months }) => since === one.since && months === one.months);
      return { ...one, ...(row ? { details: detailsOf(row) } : {}) };
    }),
  };
}

interface Asked {
  enrolmentId: string;
  since: FollowUpSince;
  months: number;
  details: FollowUpDetails;
}

/** Fails with `not_found` for one that is not due in this programme, `date_in_future`, `unknown_code`. */
export async function recordFollowUp(context: CoreContext, wanted: Asked) {
  const { db } = registerOf(context);
  const { enrolmentId, since, months, details } = wanted;
  const due = await dueOf(db, enrolmentId);
  if (!due.some((one) => one.since === since && one.months === months)) {
    throw new ProcedureError('not_found');
  }
  if (details.askedOn > context.ports.clock.today()) throw new ProcedureError('date_in_future');
  checkCode(context.resources, 'employmentStatuses', details.employment);
  const columns = {
    asked_on: details.askedOn,
    answer: details.answer,
    is_still_there: details.isStillThere === undefined ? null : Number(details.isStillThere),
    employment: details.employment ?? null,
    note: details.note || null,
    ...changedNow(context),
  };
  await db
    .insertInto('follow_up')
    .values({
      id: context.ports.ids.next(),
      enrolment_id: enrolmentId,
      since,
      months,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict.columns(['enrolment_id', 'since', 'months']).doUpdateSet(columns),
    )
    .execute();
  announceChange(context, 'programmes');
  return {};
}
