/*
 * A letter gets its protocol number, its file and its place in the case file in one step, or none of them: a
 * number without a letter is a gap nobody can explain, and a letter without one does not exist for an office.
 */
import { createHash } from 'node:crypto';
import { ProcedureError } from '#api/errors.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { keepEntry, nextNumber } from '../protocol/keep-entry.ts';
import { openReferralForLetter } from '../referrals/open-referral.ts';
import { asLetter, draftContents } from './compose-letter.ts';
import { type LetterContents, protocolText, subjectsOf } from './letter-contents.ts';
import { letterTexts } from './letter-texts.ts';
import { type PreparedLetter, prepareLetter } from './prepare-letter.ts';

export interface LetterToIssue {
  personId: string;
  details: LetterDetails;
  urgency: Urgency;
  referralId?: string | undefined;
  /** Of what somebody looked at before. */
  seal: string;
}

interface Composed {
  contents: LetterContents;
  bytes: Uint8Array;
  pageCount: number;
}

async function compose(
  context: CoreContext,
  prepared: PreparedLetter,
  urgency: Urgency,
): Promise<Composed> {
  const protocol = await nextNumber(context, registerOf(context).db);
  const contents = await draftContents(context, prepared, { urgency, protocol });
  // The copy in the protocol is PDF/A: it has to open when the program that made it is gone.
  const document = asLetter(context, contents);
  const { bytes, pageCount } = await typesetPdf(context, document, { archive: true });
  return { contents, bytes, pageCount };
}

interface Kept extends Composed {
  id: string;
  personId: string;
  prepared: PreparedLetter;
  referralId: string | undefined;
  confirmedBy: string | undefined;
}

async function keepLetter(context: CoreContext, tx: Db, kept: Kept): Promise<void> {
  const { id, personId, prepared, contents, bytes, pageCount } = kept;
  const { protocol = { year: 0, number: 0 }, addressee, issuedOn, replyBy, details } = contents;
  await tx
    .insertInto('letter')
    .values({
      id,
      referral_id: kept.referralId ?? null,
      person_id: personId,
      organisation_id: details.organisationId ?? null,
      consent_id: prepared.consent?.id ?? null,
      protocol_year: protocol.year,
      protocol_number: protocol.number,
      issued_on: issuedOn,
      reply_by: addressee ? replyBy : null,
      details: JSON.stringify({ ...details, replyBy }),
      facts: JSON.stringify(prepared.facts),
      addressee: JSON.stringify(addressee ?? {}),
      confirmed_by: kept.confirmedBy ?? null,
      ...changedNow(context),
    })
    .execute();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx
    .insertInto('letter_file')
    .values({ letter_id: id, bytes, sha256, page_count: pageCount })
    .execute();
  await keepEntry(context, tx, {
    ...protocol,
    direction: 'out',
    correspondent: addressee?.name ?? '',
    subject: subjectsOf(contents, letterTexts(context, details.language)).shortSubject,
    way: details.way,
    organisationId: details.organisationId,
    personId,
    letterId: id,
  });
}

/** Issues what was prepared. Inside no transaction of the caller. */
export async function issuePrepared(
  context: CoreContext,
  prepared: PreparedLetter,
  wanted: Omit<LetterToIssue, 'seal' | 'details'> & { confirmedBy?: string | undefined },
) {
  const { personId, urgency, referralId, confirmedBy } = wanted;
  const composed = await compose(context, prepared, urgency);
  const { contents } = composed;
  const id = context.ports.ids.next();
  const { organisationId } = prepared.details;
  const referral = await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const opened =
        organisationId === undefined || prepared.consent === undefined
          ? undefined
          : await openReferralForLetter(context, tx, {
              personId,
              organisationId,
              consentId: prepared.consent.id,
              referralId,
              urgency,
              replyBy: contents.replyBy,
            });
      await keepLetter(context, tx, {
        ...composed,
        id,
        personId,
        prepared,
        referralId: opened,
        confirmedBy,
      });
      return opened;
    });
  const { protocol = { year: 0, number: 0 } } = contents;
  return {
    id,
    protocol: protocolText(protocol),
    shortSubject: subjectsOf(contents, letterTexts(context, contents.details.language))
      .shortSubject,
    ...(referral ? { referralId: referral } : {}),
  };
}

/**
 * Fails with what `prepareLetter` fails with, with `letter_changed_since_seen` when it is not what somebody
 * looked at, and with `letter_needs_second_person`.
 */
export async function issueLetter(context: CoreContext, wanted: LetterToIssue) {
  const prepared = await prepareLetter(context, wanted.personId, wanted.details);
  if (prepared.seal !== wanted.seal) throw new ProcedureError('letter_changed_since_seen');
  if (prepared.needsSecondPerson) throw new ProcedureError('letter_needs_second_person');
  const issued = await issuePrepared(context, prepared, wanted);
  announceChange(context, 'referrals');
  return issued;
}
