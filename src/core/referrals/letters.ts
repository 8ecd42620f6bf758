import type { Organisation } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import type { LetterTemplateSummary } from '#api/referrals.ts';
import { categoriesOf } from '#domain/consents/data-categories.ts';
import type { LetterTemplate } from '#domain/documents/letter-template.ts';
import type { LetterDetails } from '#domain/referrals/letter.ts';
import { replyByFor, type Urgency } from '#domain/referrals/referral.ts';
import { requireReferralConsent } from '../consents/letters-to.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/referral-tables.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { type StatedFacts, statedFacts } from '../documents/stated-facts.ts';
import { getCaseFile, getDetails } from '../people/queries.ts';
import { openReferralForLetter } from './open-referral.ts';

export function listTemplates(context: CoreContext): { items: LetterTemplateSummary[] } {
  const items = [...context.resources.letters.values()].map((template) => ({
    code: template.code,
    title: template.text.it.title,
    organisationKinds: template.organisationKinds,
    allowedFacts: template.allowedFacts,
    usualFacts: template.usualFacts,
    request: template.text.it.request,
    attachments: template.text.it.attachments,
    replyWithinDays: template.replyWithinDays,
  }));
  return { items };
}

/** A letter with everything it is made of, checked as it must be before anybody sees it. */
export interface PreparedLetter {
  template: LetterTemplate;
  organisation: Organisation;
  details: LetterDetails;
  facts: StatedFacts;
  consentId: string;
}

/**
 * Checks template, office, facts and consent. Fails with `not_found`, `letter_not_for_this_office`,
 * `fact_not_allowed` or a consent code.
 */
export async function prepareLetter(
  context: CoreContext,
  personId: string,
  details: LetterDetails,
): Promise<PreparedLetter> {
  const { db } = registerOf(context);
  const template = context.resources.letters.get(details.templateCode);
  if (!template) throw new ProcedureError('not_found');
  const organisation = await getOrganisation(db, details.organisationId);
  if (!template.organisationKinds.includes(organisation.kind)) {
    throw new ProcedureError('letter_not_for_this_office');
  }
  const notAllowed = details.facts.filter((fact) => !template.allowedFacts.includes(fact));
  if (notAllowed.length > 0) throw new ProcedureError('fact_not_allowed', { fields: notAllowed });
  const caseFile = await getCaseFile(db, personId);
  const consentId = await requireReferralConsent(context, {
    personId,
    organisationId: organisation.id,
    categories: categoriesOf(details.facts),
  });
  const facts = statedFacts(await getDetails(db, personId, context.ports.clock.today()), {
    wanted: details.facts,
    caseNumber: caseFile.number,
    on: context.ports.clock.today(),
  });
  return { template, organisation, details, facts, consentId };
}

async function nextProtocolNumber(tx: Db, year: number): Promise<number> {
  const row = await tx
    .selectFrom('letter')
    .select((eb) => eb.fn.max('protocol_number').as('last'))
    .where('protocol_year', '=', year)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export function protocolOf(row: { protocol_number: number; protocol_year: number }): string {
  return `${row.protocol_number}/${row.protocol_year}`;
}

interface LetterToIssue {
  personId: string;
  details: LetterDetails;
  urgency: Urgency;
  referralId?: string | undefined;
}

export async function issueLetter(context: CoreContext, wanted: LetterToIssue) {
  const { personId, details, urgency } = wanted;
  const { db } = registerOf(context);
  const { clock, ids } = context.ports;
  const prepared = await prepareLetter(context, personId, details);
  const today = clock.today();
  const id = ids.next();
  const protocol_year = Number(today.slice(0, 4));
  const replyBy = details.replyBy ?? replyByFor(urgency, today, prepared.template.replyWithinDays);
  const { name, office, address, pec } = prepared.organisation;
  const issued = await db.transaction().execute(async (tx) => {
    const protocol_number = await nextProtocolNumber(tx, protocol_year);
    const referralId = await openReferralForLetter(context, tx, {
      personId,
      organisationId: details.organisationId,
      consentId: prepared.consentId,
      referralId: wanted.referralId,
      urgency,
      replyBy,
    });
    await tx
      .insertInto('letter')
      .values({
        id,
        referral_id: referralId,
        person_id: personId,
        organisation_id: details.organisationId,
        consent_id: prepared.consentId,
        protocol_year,
        protocol_number,
        issued_on: today,
        reply_by: replyBy,
        details: JSON.stringify({ ...details, replyBy }),
        facts: JSON.stringify(prepared.facts),
        addressee: JSON.stringify({ name, office, address, pec }),
        ...changedNow(context),
      })
      .execute();
    return { referralId, protocol: protocolOf({ protocol_number, protocol_year }) };
  });
  announceChange(context, 'referrals');
  return { id, ...issued };
}

/** Fails with `not_found`. */
export async function getLetterRow(db: Db, id: string): Promise<LetterTable> {
  const row = await db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}
