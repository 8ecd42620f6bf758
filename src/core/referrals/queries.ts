import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { RecordedStep, Referral, ReferralFilter } from '#api/referrals.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { awaitingStates, restingStates } from '#domain/referrals/referral.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { ReferralTable } from '../database/tables/referral-tables.ts';
import { referralFromRow, referralRows } from './referral-rows.ts';

/** Fails with `not_found`. */
export async function getReferralRow(db: Db, id: string): Promise<ReferralTable> {
  const row = await db.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** The SQL of `isLate`, for the filter. */
const isLateOn = (today: CalendarDate) =>
  sql<boolean>`CASE referral.state
    WHEN 'waitingList' THEN waiting_until < ${today}
    ELSE referral.state IN (${sql.join(awaitingStates)}) AND replied_on IS NULL
      AND referral.reply_by < ${today} END`;

function matching(db: Db, filter: ReferralFilter, userId: string, today: CalendarDate) {
  const { personId, organisationId, state, urgency } = filter;
  return referralRows(db)
    .$if(personId !== undefined, (q) => q.where('referral.person_id', '=', personId ?? ''))
    .$if(organisationId !== undefined, (q) =>
      q.where('referral.organisation_id', '=', organisationId ?? ''),
    )
    .$if(state !== undefined, (q) => q.where('referral.state', '=', state ?? 'draft'))
    .$if(urgency !== undefined, (q) => q.where('referral.urgency', '=', urgency ?? 'normal'))
    .$if(filter.onlyOverdue, (q) => q.where(isLateOn(today)))
    .$if(filter.onlyMine, (q) =>
      q.where((eb) => eb.or([eb('opened_by', '=', userId), eb('sent_by', '=', userId)])),
    )
    .$if(!filter.showClosed && state === undefined, (q) =>
      q.where('referral.state', 'not in', restingStates),
    );
}

/** What is over comes last; before that, what is due first. */
export async function listReferrals(
  context: CoreContext,
  filter: ReferralFilter,
): Promise<{ items: Referral[]; total: number }> {
  const { db, user } = registerOf(context);
  const today = context.ports.clock.today();
  const found = matching(db, filter, user.id, today);
  const { total } = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .orderBy((eb) => eb('referral.state', 'in', restingStates))
    .orderBy(
      sql`CASE WHEN referral.state IN (${sql.join(restingStates)}) THEN NULL
        WHEN waiting_until IS NOT NULL THEN waiting_until
        WHEN replied_on IS NULL THEN coalesce(referral.reply_by, '9999') ELSE '9999' END`,
    )
    .orderBy('referral.opened_on', 'desc')
    .orderBy('referral.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const items: Referral[] = [];
  for (const row of rows) items.push(await referralFromRow(db, row, today));
  return { items, total };
}

async function stepsOf(db: Db, referralId: string): Promise<RecordedStep[]> {
  const rows = await db
    .selectFrom('referral_step')
    .leftJoin('user', 'user.id', 'referral_step.changed_by')
    .selectAll('referral_step')
    .select('user.name as recorded_by')
    .where('referral_id', '=', referralId)
    .orderBy('referral_step.changed_at')
    .orderBy('referral_step.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...(row.from_state === null ? {} : { from: row.from_state }),
    to: row.to_state,
    on: row.happened_on,
    ...(row.note === null ? {} : { note: row.note }),
    recordedBy: row.recorded_by ?? '',
    recordedAt: row.changed_at,
  }));
}

/** One referral with everything that happened to it. Fails with `not_found`. */
export async function getReferral(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await referralRows(db).where('referral.id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const referral = await referralFromRow(db, row, context.ports.clock.today());
  return { referral, steps: await stepsOf(db, id) };
}
