import type { Consent } from '#api/consents.ts';
import { ProcedureError } from '#api/errors.ts';
import {
  type ConsentDetails,
  consentStateOn,
  type ReferralConsent,
  referralConsentFor,
} from '#domain/consents/consent.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ConsentTable } from '../database/tables/consent-tables.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';

function detailsOf(row: ConsentTable): ConsentDetails {
  return {
    purpose: row.purpose,
    ...(row.organisation_id === null ? {} : { organisationId: row.organisation_id }),
    givenBy: row.given_by as ConsentDetails['givenBy'],
    way: row.way as ConsentDetails['way'],
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.scope === null ? {} : { scope: row.scope }),
    givenOn: row.given_on,
    ...(row.expires_on === null ? {} : { expiresOn: row.expires_on }),
  };
}

async function rowsOf(db: Db, personId: string) {
  return db
    .selectFrom('consent')
    .leftJoin('organisation', 'organisation.id', 'consent.organisation_id')
    .selectAll('consent')
    .select('organisation.name as organisation_name')
    .where('person_id', '=', personId)
    .orderBy('given_on', 'desc')
    .orderBy('consent.id', 'desc')
    .execute();
}

export async function listConsents(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: Consent[] }> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const today = context.ports.clock.today();
  const items = (await rowsOf(db, personId)).map((row) => {
    const details = detailsOf(row);
    const withdrawnOn = row.withdrawn_on ?? undefined;
    return {
      id: row.id,
      details,
      ...(withdrawnOn ? { withdrawnOn } : {}),
      ...(row.organisation_name ? { organisationName: row.organisation_name } : {}),
      state: consentStateOn({ ...details, withdrawnOn }, today),
    };
  });
  return { items };
}

export async function giveConsent(
  context: CoreContext,
  { personId, details }: { personId: string; details: ConsentDetails },
) {
  checkCode(context.resources, 'consentPurposes', details.purpose);
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  if (details.organisationId !== undefined) await getOrganisation(db, details.organisationId);
  const id = context.ports.ids.next();
  await db
    .insertInto('consent')
    .values({
      id,
      person_id: personId,
      purpose: details.purpose,
      organisation_id: details.organisationId ?? null,
      given_by: details.givenBy,
      way: details.way,
      language: details.language ?? null,
      scope: details.scope || null,
      given_on: details.givenOn,
      expires_on: details.expiresOn ?? null,
      withdrawn_on: null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'consents');
  return { id };
}

/** Counts from today, and stays recorded: what was sent before was sent with consent. */
export async function withdrawConsent(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const { numUpdatedRows } = await db
    .updateTable('consent')
    .set({ withdrawn_on: context.ports.clock.today(), ...changedNow(context) })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'consents');
  // Referrals that rest on it show at once that they have to stop.
  announceChange(context, 'referrals');
  return {};
}

export const consentRefusals = {
  none: 'consent_missing',
  withdrawn: 'consent_withdrawn',
  expired: 'consent_expired',
  notYet: 'consent_not_yet',
} as const;

/** Whether data of a person may go to an organisation on a day, and if not, why. */
export async function referralConsentOf(
  db: Db,
  { personId, organisationId }: { personId: string; organisationId: string },
  on: CalendarDate,
): Promise<ReferralConsent> {
  const rows = await rowsOf(db, personId);
  const consents = rows.map((row) => ({
    id: row.id,
    ...detailsOf(row),
    withdrawnOn: row.withdrawn_on ?? undefined,
  }));
  return referralConsentFor(consents, organisationId, on);
}

/**
 * The consent that lets data of a person go to an organisation on a day, today unless told; fails with the
 * reason if none does.
 */
export async function requireReferralConsent(
  context: CoreContext,
  ids: { personId: string; organisationId: string },
  on: CalendarDate = context.ports.clock.today(),
): Promise<string> {
  const answer = await referralConsentOf(registerOf(context).db, ids, on);
  if (answer.allowed) return answer.consentId;
  throw new ProcedureError(consentRefusals[answer.reason]);
}
