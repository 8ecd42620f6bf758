import { ProcedureError } from '#api/errors.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import {
  isResting,
  mayFollow,
  type ReferralState,
  reopenedState,
  replyByFor,
} from '#domain/referrals/referral.ts';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import { requireReferralConsent } from '../consents/letters-to.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ReferralTable } from '../database/tables/referral-tables.ts';
import { refuseConsulateOf } from '../directory/refuse-consulate.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepStep } from './open-referral.ts';
import { getReferralRow } from './queries.ts';

type Columns = Partial<Omit<ReferralTable, 'id' | 'revision'>>;

/** The row to change. Fails with `not_found` or `changed_meanwhile`. */
export async function readForChange(
  db: Db,
  { id, revision }: { id: string; revision: number },
): Promise<ReferralTable> {
  const row = await getReferralRow(db, id);
  if (row.revision !== revision) throw new ProcedureError('changed_meanwhile');
  return row;
}

export async function changeReferral(
  context: CoreContext,
  tx: Db,
  { row, columns }: { row: ReferralTable; columns: Columns },
): Promise<void> {
  await tx
    .updateTable('referral')
    .set({ ...columns, revision: row.revision + 1, ...changedNow(context) })
    .where('id', '=', row.id)
    .execute();
}

const YEARS_OF_WAITING = 5;

/** What happened happened by today, and not before the referral was on its way. */
function checkDates(context: CoreContext, row: ReferralTable, step: ReferralStep): void {
  const today = context.ports.clock.today();
  const earliest = row.sent_on ?? '1900-01-01';
  const isPossible = step.on <= today && step.on >= earliest;
  if (!isPossible) throw new ProcedureError('date_not_possible', { field: 'on' });
  const latest = addMonths(today, 12 * YEARS_OF_WAITING);
  if (step.waitingUntil !== undefined && step.waitingUntil > latest) {
    throw new ProcedureError('date_not_possible', { field: 'waitingUntil' });
  }
}

function replyColumns(row: ReferralTable, step: ReferralStep): Columns {
  return {
    replied_on: step.on,
    answered_by: step.answeredBy || row.answered_by,
    reply_way: step.way ?? row.reply_way,
    their_protocol: step.theirProtocol || row.their_protocol,
  };
}

const partiesOf = (row: ReferralTable) => ({
  personId: row.person_id,
  organisationId: row.organisation_id,
});

/** What a step leaves on the referral itself, besides its place in the history. */
async function columnsOf(
  context: CoreContext,
  row: ReferralTable,
  step: ReferralStep,
): Promise<Columns> {
  const next = { next_step: step.nextStep || null };
  const closed = { closed_on: step.on };
  switch (step.to) {
    case 'sent':
      return {
        consent_id: await requireReferralConsent(context, partiesOf(row), step.on),
        way: step.way ?? null,
        sent_on: step.on,
        sent_by: registerOf(context).user.id,
        reply_by: row.reply_by ?? replyByFor(row.urgency, step.on),
      };
    case 'received':
      // They have it; what they think of it is still to come.
      return {
        answered_by: step.answeredBy || row.answered_by,
        reply_way: step.way ?? row.reply_way,
        their_protocol: step.theirProtocol || row.their_protocol,
      };
    case 'accepted':
      return { ...replyColumns(row, step), ...next, waiting_until: null };
    case 'waitingList':
      return { ...replyColumns(row, step), ...next, waiting_until: step.waitingUntil ?? null };
    case 'declined':
      return {
        ...replyColumns(row, step),
        ...next,
        ...closed,
        decline_reason: step.declineReason ?? null,
      };
    case 'inProgress':
      return { ...next, replied_on: row.replied_on ?? step.on, waiting_until: null };
    case 'concluded':
      return {
        ...next,
        ...closed,
        outcome: step.outcome ?? null,
        feedback: step.feedback ?? null,
      };
    case 'noReply':
      return { ...next, ...closed };
    case 'withdrawn':
      return closed;
  }
}

/**
 * Fails with `not_found`, `changed_meanwhile`, `referral_step_not_possible`, `date_not_possible`,
 * `unknown_code` or, when it would send something, a consent code.
 */
export async function recordStep(
  context: CoreContext,
  { id, revision, step }: { id: string; revision: number; step: ReferralStep },
) {
  checkCode(context.resources, 'declineReasons', step.declineReason);
  checkCode(context.resources, 'referralOutcomes', step.outcome);
  const { db } = registerOf(context);
  const row = await readForChange(db, { id, revision });
  if (!mayFollow(row.state, step.to)) throw new ProcedureError('referral_step_not_possible');
  checkDates(context, row, step);
  if (step.to === 'sent') await refuseConsulateOf(context, partiesOf(row));
  const columns = await columnsOf(context, row, step);
  // A late reply takes it up again.
  const closed_on = isResting(step.to) ? step.on : null;
  await db.transaction().execute(async (tx) => {
    await changeReferral(context, tx, {
      row,
      columns: { ...columns, closed_on, state: step.to },
    });
    await keepStep(context, tx, { referralId: id, from: row.state, ...step });
  });
  announceChange(context, 'referrals');
  return {};
}

interface Reopening {
  id: string;
  revision: number;
  note?: string | undefined;
}

/** Takes up again what was over. What was sent may only go on with a consent that holds today. */
export async function reopenReferral(context: CoreContext, { id, revision, note }: Reopening) {
  const { db } = registerOf(context);
  const row = await readForChange(db, { id, revision });
  if (!isResting(row.state)) throw new ProcedureError('referral_step_not_possible');
  const to: ReferralState = reopenedState(row.sent_on ?? undefined);
  if (to !== 'draft') await requireReferralConsent(context, partiesOf(row));
  const on: CalendarDate = context.ports.clock.today();
  await db.transaction().execute(async (tx) => {
    await changeReferral(context, tx, {
      row,
      columns: {
        state: to,
        closed_on: null,
        replied_on: null,
        decline_reason: null,
        waiting_until: null,
        outcome: null,
        feedback: null,
        next_step: null,
      },
    });
    await keepStep(context, tx, { referralId: id, from: row.state, to, on, note });
  });
  announceChange(context, 'referrals');
  return {};
}
