/*
 * Letters that touch somebody's safety are looked at by a second user before they get a number: one slip about
 * violence or trafficking in the wrong hands cannot be taken back (domain dossier 3.1, block list iv).
 */

import { ProcedureError } from '#api/errors.ts';
import type { LetterProposal } from '#api/letters.ts';
import { letterDetails } from '#domain/letters/letter.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { issuePrepared, type LetterToIssue } from './issue-letter.ts';
import { prepareLetter } from './prepare-letter.ts';

/** Fails like `issueLetter`; with `letter_needs_no_second_person` when it can simply be issued. */
export async function proposeLetter(context: CoreContext, wanted: LetterToIssue) {
  const { personId, details, urgency, referralId } = wanted;
  const prepared = await prepareLetter(context, personId, details);
  if (prepared.seal !== wanted.seal) throw new ProcedureError('letter_changed_since_seen');
  if (!prepared.needsSecondPerson) throw new ProcedureError('letter_needs_no_second_person');
  const { db, user } = registerOf(context);
  const id = context.ports.ids.next();
  await db
    .insertInto('letter_proposal')
    .values({
      id,
      person_id: personId,
      referral_id: referralId ?? null,
      details: JSON.stringify(details),
      urgency,
      proposed_on: context.ports.clock.today(),
      proposed_by: user.id,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'referrals');
  return { id };
}

const proposals = (db: Db) =>
  db
    .selectFrom('letter_proposal')
    .innerJoin('person_line', 'person_line.person_id', 'letter_proposal.person_id')
    .leftJoin('user', 'user.id', 'letter_proposal.proposed_by')
    .selectAll('letter_proposal')
    .select(['listed_name', 'user.name as proposer'])
    .orderBy('proposed_on')
    .orderBy('letter_proposal.id');

/** Oldest first. */
export async function listProposals(context: CoreContext): Promise<{ items: LetterProposal[] }> {
  const { db, user } = registerOf(context);
  const rows = await proposals(db).limit(200).execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      listedName: row.listed_name,
      details: letterDetails.parse(JSON.parse(row.details)),
      urgency: row.urgency,
      proposedOn: row.proposed_on,
      proposedBy: row.proposer ?? '',
      isOwn: row.proposed_by === user.id,
    })),
  };
}

async function getProposal(db: Db, id: string) {
  const row = await db
    .selectFrom('letter_proposal')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** Fails with `letter_not_alone` for whoever proposed it, and like `issueLetter`. */
export async function confirmLetter(
  context: CoreContext,
  { id, seal }: { id: string; seal: string },
) {
  const { db, user } = registerOf(context);
  const row = await getProposal(db, id);
  if (row.proposed_by === user.id) throw new ProcedureError('letter_not_alone');
  const details = letterDetails.parse(JSON.parse(row.details));
  const prepared = await prepareLetter(context, row.person_id, details);
  if (prepared.seal !== seal) throw new ProcedureError('letter_changed_since_seen');
  const issued = await issuePrepared(context, prepared, {
    personId: row.person_id,
    urgency: row.urgency,
    referralId: row.referral_id ?? undefined,
    confirmedBy: user.id,
  });
  await db.deleteFrom('letter_proposal').where('id', '=', id).execute();
  announceChange(context, 'referrals');
  return issued;
}

/** The proposer takes it back, or whoever looked at it says no. */
export async function withdrawProposal(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await getProposal(db, id);
  await db.deleteFrom('letter_proposal').where('id', '=', id).execute();
  announceChange(context, 'referrals');
  return {};
}
