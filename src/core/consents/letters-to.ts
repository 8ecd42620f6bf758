/*
 * Whether a letter about a person may exist on paper today: a valid consent for its recipient that covers its
 * data, and nothing the person wants kept from that recipient. Asked before a letter is shown, issued and
 * printed again, so that a withdrawal stops all three at once (Art. 7(3) GDPR).
 */
import { ProcedureError } from '#api/errors.ts';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { type ReferralConsent, referralConsentFor } from '#domain/consents/consent.ts';
import { withheldCategories } from '#domain/consents/withholding.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { getBirth } from '../people/queries.ts';
import { consentFromRow, consentRowsOf, withholdingsOn } from './queries.ts';

export const consentRefusals = {
  none: 'consent_missing',
  withdrawn: 'consent_withdrawn',
  cameOfAge: 'consent_came_of_age',
  expired: 'consent_expired',
  notYet: 'consent_not_yet',
  notCovering: 'consent_not_covering',
} as const;

export interface Parties {
  personId: string;
  organisationId: string;
  /** Codes of the vocabulary `dataCategories` that go there; none for what carries no data of its own. */
  categories?: readonly string[];
}

/** Whether data of a person may go to an organisation on a day, and if not, why. */
export async function referralConsentOf(
  db: Db,
  { personId, organisationId, categories = [] }: Parties,
  on: CalendarDate,
): Promise<ReferralConsent> {
  const birth = await getBirth(db, personId);
  const consents = (await consentRowsOf(db, personId)).map((row) => ({
    id: row.id,
    ...consentFromRow(row),
    withdrawnOn: row.withdrawn_on ?? undefined,
    comesOfAgeOn: birth && comesOfAgeOn(birth),
  }));
  return referralConsentFor(consents, organisationId, { on, categories });
}

/**
 * The consent that lets data of a person go to an organisation on a day, today unless told; fails with the
 * reason if none does, or if the person wants these data kept from it.
 */
export async function requireReferralConsent(
  context: CoreContext,
  parties: Parties,
  on: CalendarDate = context.ports.clock.today(),
): Promise<string> {
  const { db } = registerOf(context);
  const answer = await referralConsentOf(db, parties, on);
  if (!answer.allowed) {
    const details = answer.reason === 'notCovering' ? { categories: answer.missing } : undefined;
    throw new ProcedureError(consentRefusals[answer.reason], details);
  }
  const { personId, organisationId, categories = [] } = parties;
  const standing = await withholdingsOn(db, personId, on);
  const withheld = withheldCategories(standing, organisationId, categories);
  if (withheld.length > 0) {
    throw new ProcedureError('withheld_from_recipient', { categories: withheld });
  }
  return answer.consentId;
}

/** Protocol numbers of the letters of a person to an organisation that cannot be printed today. */
export async function protocolsTo(
  context: CoreContext,
  { personId, organisationId }: Parties,
): Promise<string[]> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const answer = await referralConsentOf(db, { personId, organisationId }, today);
  if (answer.allowed) return [];
  const rows = await db
    .selectFrom('letter')
    .select(['protocol_number', 'protocol_year'])
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .orderBy('protocol_year')
    .orderBy('protocol_number')
    .execute();
  return rows.map((row) => `${row.protocol_number}/${row.protocol_year}`);
}
