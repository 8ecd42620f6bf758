import { replyByFor, type Urgency } from '#domain/referrals/referral.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { getAssociation } from '../settings/association.ts';
import type { Addressee, LetterContents, StatedConsent } from './letter-contents.ts';
import { letterDocument } from './letter-document.ts';
import { letterHold } from './letter-hold.ts';
import { readLetterRow } from './letter-rows.ts';
import { letterTexts } from './letter-texts.ts';
import { ownLetterhead } from './own-letterhead.ts';
import { personCopy } from './person-copy.ts';
import type { PreparedLetter } from './prepare-letter.ts';
import { templateInUse } from './template-versions.ts';

async function isDemo(db: Db): Promise<boolean> {
  const row = await db.selectFrom('register').select('is_demo').executeTakeFirstOrThrow();
  return row.is_demo === 1;
}

function replyDate(
  { details, template }: Pick<PreparedLetter, 'details' | 'template'>,
  urgency: Urgency,
  today: string,
): string {
  return details.replyBy ?? replyByFor(urgency, today, template.replyWithinDays);
}

const addresseeOf = ({
  organisation,
}: Pick<PreparedLetter, 'organisation'>): Addressee | undefined => {
  if (!organisation) return undefined;
  const { name, office, address, pec } = organisation;
  return { name, office, address, pec };
};

/** Contents of a letter that is a draft, or about to get the number that is named. */
export async function draftContents(
  context: CoreContext,
  prepared: PreparedLetter,
  { urgency, protocol }: { urgency: Urgency; protocol?: LetterContents['protocol'] },
): Promise<LetterContents> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const addressee = addresseeOf(prepared);
  const { template, details, facts, consent } = prepared;
  return {
    association: await getAssociation(db),
    letterhead: await ownLetterhead(db),
    ...(addressee ? { addressee } : {}),
    template,
    details,
    facts,
    ...(consent ? { consent } : {}),
    urgency,
    ...(protocol ? { protocol } : {}),
    issuedOn: today,
    replyBy: replyDate(prepared, urgency, today),
    isDemo: await isDemo(db),
  };
}

async function consentOf(db: Db, id: string | null): Promise<StatedConsent | undefined> {
  if (id === null) return undefined;
  const row = await db
    .selectFrom('consent')
    .select(['given_on', 'given_by'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      givenOn: row.given_on,
      byOther: row.given_by !== 'self',
      reference: id.slice(-6).toUpperCase(),
    }
  );
}

async function urgencyOf(db: Db, row: LetterTable): Promise<Urgency> {
  if (row.referral_id === null) return 'normal';
  const referral = await db
    .selectFrom('referral')
    .select('urgency')
    .where('id', '=', row.referral_id)
    .executeTakeFirst();
  return referral?.urgency ?? 'normal';
}

/** An issued letter again, from what was kept when it was issued. */
export async function issuedContents(
  context: CoreContext,
  row: LetterTable,
): Promise<LetterContents> {
  const { db } = registerOf(context);
  const { details, facts, addressee } = readLetterRow(row);
  const consent = await consentOf(db, row.consent_id);
  return {
    association: await getAssociation(db),
    letterhead: await ownLetterhead(db),
    ...(addressee ? { addressee } : {}),
    isHeld: (await letterHold(context, row)) !== undefined,
    template: await templateInUse(context, details.templateCode),
    details,
    facts,
    ...(consent ? { consent } : {}),
    urgency: await urgencyOf(db, row),
    protocol: { year: row.protocol_year, number: row.protocol_number },
    issuedOn: row.issued_on,
    replyBy: row.reply_by ?? row.issued_on,
    isDemo: await isDemo(db),
  };
}

export const asLetter = (context: CoreContext, contents: LetterContents): TypesetDocument =>
  letterDocument(contents, letterTexts(context, contents.details.language));

export const asPersonCopy = (context: CoreContext, contents: LetterContents): TypesetDocument =>
  personCopy(contents, letterTexts(context, contents.details.language));
