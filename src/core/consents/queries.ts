import { type ConsentDetails, consentDetails } from '#domain/consents/consent.ts';
import type { Withholding } from '#domain/consents/withholding.ts';
import { withholding } from '#domain/consents/withholding.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Db } from '../context.ts';
import type { ConsentTable, WithholdingTable } from '../database/tables/consent-tables.ts';

/** Without the keys that have no value. */
function filled<Row extends object>(row: Row) {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

export function consentFromRow(row: ConsentTable): ConsentDetails {
  return consentDetails.parse(
    filled({
      purpose: row.purpose,
      legalBasis: row.legal_basis,
      organisationId: row.organisation_id,
      recipient: row.recipient,
      dataCategories: JSON.parse(row.data_categories),
      givenBy: row.given_by,
      giverName: row.giver_name,
      giverAuthority: row.giver_authority,
      childOpinion:
        row.child_stance === null
          ? null
          : filled({ stance: row.child_stance, words: row.child_words }),
      way: row.way,
      witness: row.witness,
      interpreter: row.interpreter,
      language: row.language,
      noticeVersion: row.notice_version,
      noticeGivenOn: row.notice_given_on,
      scope: row.scope,
      givenOn: row.given_on,
      expiresOn: row.expires_on,
    }),
  );
}

export function rowFromConsent(details: ConsentDetails) {
  return {
    purpose: details.purpose,
    organisation_id: details.organisationId ?? null,
    recipient: details.recipient || null,
    data_categories: JSON.stringify(details.dataCategories),
    given_by: details.givenBy,
    giver_name: details.giverName || null,
    giver_authority: details.giverAuthority || null,
    legal_basis: details.legalBasis ?? null,
    child_stance: details.childOpinion?.stance ?? null,
    child_words: details.childOpinion?.words || null,
    way: details.way,
    witness: details.witness || null,
    interpreter: details.interpreter || null,
    language: details.language ?? null,
    notice_version: details.noticeVersion || null,
    notice_given_on: details.noticeGivenOn ?? null,
    scope: details.scope || null,
    given_on: details.givenOn,
    expires_on: details.expiresOn ?? null,
    followed_up_tasks: '[]',
  };
}

export async function consentRowsOf(db: Db, personId: string) {
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

export function withholdingFromRow(row: WithholdingTable): Withholding {
  return withholding.parse(
    filled({
      organisationId: row.organisation_id,
      fromWhom: row.from_whom,
      dataCategories: JSON.parse(row.data_categories),
      reason: row.reason,
      words: row.words,
      since: row.since,
    }),
  );
}

/** What is withheld on a day, of one person. */
export async function withholdingsOn(
  db: Db,
  personId: string,
  on: CalendarDate,
): Promise<Withholding[]> {
  const rows = await db
    .selectFrom('withholding')
    .selectAll()
    .where('person_id', '=', personId)
    .where('since', '<=', on)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', on)]))
    .execute();
  return rows.map(withholdingFromRow);
}
