/*
 * Whether an issued letter may still leave the association. Withdrawal of consent stops what depends on it at
 * once (Art. 7(3) GDPR): the letter can be read in the file, where it shows what was sent, and cannot be saved
 * or printed again. One that was never sent also stops when its consent has run out.
 */
import { ProcedureError } from '#api/errors.ts';
import { consentRefusals, referralConsentOf } from '../consents/consents.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/referral-tables.ts';
import { getReferralRow } from './queries.ts';

/** The error that says why, or nothing when it may leave. */
export async function letterHold(
  context: CoreContext,
  letter: LetterTable,
): Promise<ProcedureError | undefined> {
  const { db } = registerOf(context);
  const ids = { personId: letter.person_id, organisationId: letter.organisation_id };
  const answer = await referralConsentOf(db, ids, context.ports.clock.today());
  if (answer.allowed) return undefined;
  const referral = await getReferralRow(db, letter.referral_id);
  const isHeld = answer.reason === 'withdrawn' || referral.state === 'draft';
  return isHeld ? new ProcedureError(consentRefusals[answer.reason]) : undefined;
}
