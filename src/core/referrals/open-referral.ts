import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ReferralState } from '#domain/referrals/referral.ts';
import { isFinal, type ReferralDetails, type Urgency } from '#domain/referrals/referral.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getReferralRow } from './queries.ts';

export interface StepToKeep {
  referralId: string;
  from: ReferralState | null;
  to: ReferralState;
  on: CalendarDate;
  note?: string | undefined;
}

/** Adds to the history; nothing ever changes what stands there. */
export async function keepStep(context: CoreContext, tx: Db, step: StepToKeep): Promise<void> {
  await tx
    .insertInto('referral_step')
    .values({
      id: context.ports.ids.next(),
      referral_id: step.referralId,
      from_state: step.from,
      to_state: step.to,
      happened_on: step.on,
      note: step.note || null,
      ...changedNow(context),
    })
    .execute();
}

interface ReferralToOpen {
  personId: string;
  details: ReferralDetails;
  consentId?: string | undefined;
}

/** A draft: nothing has left the association yet. */
export async function openReferral(
  context: CoreContext,
  tx: Db,
  { personId, details, consentId }: ReferralToOpen,
): Promise<string> {
  const id = context.ports.ids.next();
  const today = context.ports.clock.today();
  await tx
    .insertInto('referral')
    .values({
      id,
      person_id: personId,
      organisation_id: details.organisationId,
      consent_id: consentId ?? null,
      service: details.service ?? null,
      reason: details.reason || null,
      urgency: details.urgency,
      reply_by: details.replyBy ?? null,
      state: 'draft',
      opened_on: today,
      opened_by: registerOf(context).user.id,
      revision: 1,
      ...changedNow(context),
    })
    .execute();
  await keepStep(context, tx, { referralId: id, from: null, to: 'draft', on: today });
  return id;
}

interface ReferralOfLetter {
  personId: string;
  organisationId: string;
  consentId: string;
  urgency: Urgency;
  replyBy: CalendarDate;
  referralId?: string | undefined;
}

/**
 * The referral a letter belongs to: a new draft, or the one it was written for. Fails with `not_found`,
 * `referral_has_letter` or `referral_step_not_possible`.
 */
export async function openReferralForLetter(
  context: CoreContext,
  tx: Db,
  letter: ReferralOfLetter,
): Promise<string> {
  const { personId, organisationId, consentId, urgency, replyBy, referralId } = letter;
  if (referralId === undefined) {
    return openReferral(context, tx, {
      personId,
      consentId,
      details: { organisationId, urgency, replyBy },
    });
  }
  const row = await getReferralRow(tx, referralId);
  const isItsOwn = row.person_id === personId && row.organisation_id === organisationId;
  if (!isItsOwn || isFinal(row.state)) throw new ProcedureError('referral_step_not_possible');
  const other = await tx
    .selectFrom('letter')
    .select('id')
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  if (other) throw new ProcedureError('referral_has_letter');
  await tx
    .updateTable('referral')
    .set({
      consent_id: consentId,
      urgency,
      reply_by: replyBy,
      revision: row.revision + 1,
      ...changedNow(context),
    })
    .where('id', '=', referralId)
    .execute();
  return referralId;
}
