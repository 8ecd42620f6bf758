/*
 * Whether an issued letter may still leave the association. Withdrawal of consent stops what depends on it at
 * once (Art. 7(3) GDPR): the letter can be read in the file, where it shows what was sent, and cannot be saved
 * or printed again. One that was never sent also stops when its consent has run out.
 */
import { ProcedureError } from '#api/errors.ts';
import { categoriesOfLetter } from '#domain/letters/letter.ts';
import {
  consentRefusals,
  referralConsentOf,
  requireReferralConsent,
} from '../consents/letters-to.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { getReferralRow } from '../referrals/queries.ts';
import { readLetterRow } from './letter-rows.ts';

/** The error that says why, or nothing when it may leave. */
export async function letterHold(
  context: CoreContext,
  letter: LetterTable,
): Promise<ProcedureError | undefined> {
  // A letter to the person needs nobody's leave.
  if (letter.organisation_id === null || letter.referral_id === null) return undefined;
  const { db } = registerOf(context);
  const parties = { personId: letter.person_id, organisationId: letter.organisation_id };
  const referral = await getReferralRow(db, letter.referral_id);
  if (referral.state === 'draft') {
    const { details } = readLetterRow(letter);
    const categories = categoriesOfLetter(
      details,
      context.resources.letters.get(details.templateCode),
    );
    return refusalOf(requireReferralConsent(context, { ...parties, categories }));
  }
  const answer = await referralConsentOf(db, parties, context.ports.clock.today());
  const isWithdrawn = !answer.allowed && answer.reason === 'withdrawn';
  return isWithdrawn ? new ProcedureError(consentRefusals.withdrawn) : undefined;
}

async function refusalOf(asked: Promise<unknown>): Promise<ProcedureError | undefined> {
  try {
    await asked;
    return undefined;
  } catch (failure) {
    if (failure instanceof ProcedureError) return failure;
    throw failure;
  }
}
