/*
 * A list of named people for a funder that asks for one (FAMI keeps a register of recipients). It is the opposite
 * of a report and never mixed with one: only those who agreed to be named to this very organisation, nothing but
 * name, birth and nationality, a banner on every page, a file that opens with a password told once, and a line in
 * the audit log. Without that a list "for the ministry" ends in a mailbox (Art. 7 and 9 GDPR).
 */
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import { reasonsLeftOut } from '#api/identified-sheets.ts';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { consentFor } from '#domain/consents/consent.ts';
import { withheldCategories } from '#domain/consents/withholding.ts';
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import { type Period, wasOpenDuring } from '#domain/reports/summary.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { generatePassword } from '#typesetting/finished/lock-pdf.ts';
import { consentFromRow, consentRowsOf, withholdingsOn } from '../consents/queries.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getBirth, getDetails } from '../people/queries.ts';
import { getAssociation } from '../settings/association.ts';

type Reason = (typeof reasonsLeftOut)[number];
interface Wanted {
  period: Period;
  organisationId: string;
}

/** Codes of the vocabularies `consentPurposes` and `dataCategories`. */
const PURPOSE = 'donorList';
const CATEGORIES = ['identity'];

async function reasonAgainst(
  context: CoreContext,
  personId: string,
  organisationId: string,
): Promise<Reason | undefined> {
  const { db } = registerOf(context);
  const on = context.ports.clock.today();
  const birth = await getBirth(db, personId);
  const consents = (await consentRowsOf(db, personId)).map((row) => ({
    id: row.id,
    ...consentFromRow(row),
    withdrawnOn: row.withdrawn_on ?? undefined,
    comesOfAgeOn: birth && comesOfAgeOn(birth),
  }));
  const answer = consentFor(consents, organisationId, {
    on,
    categories: CATEGORIES,
    purpose: PURPOSE,
  });
  if (!answer.allowed) return answer.reason;
  const standing = await withholdingsOn(db, personId, on);
  const withheld = withheldCategories(standing, organisationId, CATEGORIES);
  return withheld.length > 0 ? 'withheld' : undefined;
}

async function sortPeople(context: CoreContext, { period, organisationId }: Wanted) {
  const files = await registerOf(context)
    .db.selectFrom('case_file')
    .select(['person_id', 'number', 'opened_on', 'closed_on'])
    .orderBy('number')
    .execute();
  const open = files.filter((file) =>
    wasOpenDuring({ openedOn: file.opened_on, closedOn: file.closed_on ?? undefined }, period),
  );
  const named: { personId: string; caseNumber: string }[] = [];
  const leftOut = new Map<Reason, number>();
  for (const { person_id: personId, number: caseNumber } of open) {
    const reason = await reasonAgainst(context, personId, organisationId);
    if (reason === undefined) named.push({ personId, caseNumber });
    else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return { named, leftOut };
}

async function organisationName(context: CoreContext, id: string): Promise<string> {
  const row = await registerOf(context)
    .db.selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row.name;
}

function sheetDocument(
  rows: string[][],
  { organisation, period, texts }: { organisation: string; period: Period; texts: Texts },
): TypesetDocument {
  const dates = { from: texts.date(period.from), to: texts.date(period.to) };
  return {
    language: texts.language,
    title: texts.say('identified.title'),
    footer: { text: texts.say('identified.banner'), pageNumber: [texts.say('page')] },
    blocks: [
      { type: 'heading', level: 1, text: texts.say('identified.title') },
      {
        type: 'box',
        title: texts.say('identified.banner'),
        blocks: [{ type: 'paragraph', text: texts.say('identified.warning', { organisation }) }],
      },
      { type: 'paragraph', text: texts.say('report.coverPeriodText', dates) },
      {
        type: 'table',
        headerRows: 1,
        columns: ['number', 'name', 'birth', 'nationality'].map((key, at) => ({
          header: texts.say(`identified.${key}`),
          width: [0.15, 0.45, 0.2, 0.2][at] ?? 0.2,
        })),
        rows,
      },
    ],
  };
}

export async function previewIdentifiedSheet(
  context: CoreContext,
  wanted: ParsedInputOf<VaultContract, 'identifiedSheets.preview'>,
): Promise<OutputOf<VaultContract, 'identifiedSheets.preview'>> {
  await organisationName(context, wanted.organisationId);
  const { named, leftOut } = await sortPeople(context, wanted);
  return {
    people: named.length,
    leftOut: reasonsLeftOut
      .map((reason) => ({ reason, people: leftOut.get(reason) ?? 0 }))
      .filter(({ people }) => people > 0),
  };
}

/** Fails with `consent_missing` when nobody agreed to be named. */
export async function saveIdentifiedSheet(
  context: CoreContext,
  wanted: ParsedInputOf<VaultContract, 'identifiedSheets.save'>,
): Promise<OutputOf<VaultContract, 'identifiedSheets.save'>> {
  const { db } = registerOf(context);
  const { period, organisationId, language, grant } = wanted;
  const organisation = await organisationName(context, organisationId);
  const { named } = await sortPeople(context, wanted);
  if (named.length === 0) throw new ProcedureError('consent_missing');
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const today = context.ports.clock.today();
  const rows: string[][] = [];
  for (const { personId, caseNumber } of named) {
    const { names, birth, nationalities } = await getDetails(db, personId, today);
    const born = birth ? texts.partialDate(birth) : '';
    const citizen = nationalities.map((country) => texts.country(country)).join(', ');
    rows.push([caseNumber, listedName(officialName(names)), born, citizen]);
  }
  const letterhead = letterheadOf(await getAssociation(db), texts);
  const document = { ...sheetDocument(rows, { organisation, period, texts }), letterhead };
  const password = generatePassword();
  const { bytes } = await typesetPdf(context, document, { password });
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, people: named.length, password };
}
