import type { Letter, LetterTemplateSummary } from '#api/casework.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Organisation } from '#api/settings.ts';
import { type LetterDetails, letterDetails } from '#domain/casework/letter.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { LetterTemplate } from '#domain/documents/letter-template.ts';
import { requireReferralConsent } from '../consents/consents.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/casework-tables.ts';
import { type StatedFacts, statedFacts } from '../documents/stated-facts.ts';
import { getCaseFile, getDetails } from '../people/queries.ts';
import { getOrganisation } from '../settings/handlers.ts';

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
  const consentId = await requireReferralConsent(context, personId, organisation.id);
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

export async function issueLetter(
  context: CoreContext,
  { personId, details }: { personId: string; details: LetterDetails },
) {
  const { db } = registerOf(context);
  const { clock, ids } = context.ports;
  const prepared = await prepareLetter(context, personId, details);
  const today = clock.today();
  const id = ids.next();
  const protocol_year = Number(today.slice(0, 4));
  const reply_by = details.replyBy ?? addDays(today, prepared.template.replyWithinDays);
  const protocol = await db.transaction().execute(async (tx) => {
    const protocol_number = await nextProtocolNumber(tx, protocol_year);
    await tx
      .insertInto('letter')
      .values({
        id,
        person_id: personId,
        organisation_id: details.organisationId,
        consent_id: prepared.consentId,
        state: 'issued',
        protocol_year,
        protocol_number,
        issued_on: today,
        reply_by,
        answered_on: null,
        details: JSON.stringify({ ...details, replyBy: reply_by }),
        facts: JSON.stringify(prepared.facts),
        ...changedNow(context),
      })
      .execute();
    return protocolOf({ protocol_number, protocol_year });
  });
  announceChange(context, 'letters');
  return { id, protocol };
}

/** Fails with `not_found`. */
export async function getLetterRow(db: Db, id: string): Promise<LetterTable> {
  const row = await db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

export async function listLetters(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: Letter[] }> {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('letter')
    .innerJoin('organisation', 'organisation.id', 'letter.organisation_id')
    .selectAll('letter')
    .select('organisation.name as organisation_name')
    .where('person_id', '=', personId)
    .orderBy('protocol_year', 'desc')
    .orderBy('protocol_number', 'desc')
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    state: row.state,
    protocol: protocolOf(row),
    issuedOn: row.issued_on,
    ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
    organisationName: row.organisation_name,
    details: letterDetails.parse(JSON.parse(row.details)),
  }));
  return { items };
}

export async function recordReply(
  context: CoreContext,
  { id, answeredOn }: { id: string; answeredOn: CalendarDate },
) {
  const { db } = registerOf(context);
  await getLetterRow(db, id);
  await db
    .updateTable('letter')
    .set({ state: 'answered', answered_on: answeredOn, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'letters');
  return {};
}
