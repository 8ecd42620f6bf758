import type { Consent } from '#api/consents.ts';
import { ProcedureError } from '#api/errors.ts';
import { comesOfAgeOn, isUnderAge } from '#domain/consents/coming-of-age.ts';
import { actsForChild, type ConsentDetails, consentStateOn } from '#domain/consents/consent.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { getBirth, getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { protocolsTo } from './letters-to.ts';
import { consentFromRow, consentRowsOf, rowFromConsent } from './queries.ts';

function tasksAfterWithdrawal({ resources }: CoreContext, purpose: string): string[] {
  const { items } = resources.vocabularies.consentPurposes;
  return items.find(({ code }) => code === purpose)?.afterWithdrawal ?? [];
}

/** Of what a withdrawal asks for, what nobody has done yet. */
function tasksLeft(context: CoreContext, row: { purpose: string; followed_up_tasks: string }) {
  const done = JSON.parse(row.followed_up_tasks) as string[];
  return tasksAfterWithdrawal(context, row.purpose).filter((task) => !done.includes(task));
}

export async function listConsents(
  context: CoreContext,
  { personId }: { personId: string },
): Promise<{ items: Consent[]; isUnderAge: boolean; comesOfAgeOn?: string }> {
  const { db } = registerOf(context);
  const birth = await getBirth(db, personId);
  const today = context.ports.clock.today();
  const adultOn = birth && comesOfAgeOn(birth);
  const items = (await consentRowsOf(db, personId)).map((row) => {
    const details = consentFromRow(row);
    const withdrawnOn = row.withdrawn_on ?? undefined;
    const hasTasks = withdrawnOn !== undefined && row.followed_up_on === null;
    return {
      id: row.id,
      details,
      ...(withdrawnOn ? { withdrawnOn } : {}),
      ...(withdrawnOn
        ? {
            withdrawal: {
              ...(row.withdrawn_by ? { by: row.withdrawn_by } : {}),
              ...(row.withdrawal_reason ? { reason: row.withdrawal_reason } : {}),
            },
          }
        : {}),
      ...(row.organisation_name ? { organisationName: row.organisation_name } : {}),
      state: consentStateOn({ ...details, withdrawnOn, comesOfAgeOn: adultOn }, today),
      toDo: hasTasks ? tasksLeft(context, row) : [],
    };
  });
  return {
    items,
    isUnderAge: isUnderAge(birth, today),
    ...(adultOn ? { comesOfAgeOn: adultOn } : {}),
  };
}

/** A child's parent or guardian gives consent, and nobody else's does. */
async function checkGiver(context: CoreContext, personId: string, details: ConsentDetails) {
  const birth = await getBirth(registerOf(context).db, personId);
  const isChild = isUnderAge(birth, details.givenOn);
  if (isChild && !actsForChild(details.givenBy)) throw new ProcedureError('consent_needs_guardian');
  if (!isChild && birth !== undefined && actsForChild(details.givenBy)) {
    throw new ProcedureError('consent_giver_of_age');
  }
}

export async function giveConsent(
  context: CoreContext,
  { personId, details }: { personId: string; details: ConsentDetails },
) {
  checkCode(context.resources, 'consentPurposes', details.purpose);
  checkCode(context.resources, 'legalBases', details.legalBasis);
  for (const one of details.dataCategories) checkCode(context.resources, 'dataCategories', one);
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  await checkGiver(context, personId, details);
  if (details.organisationId !== undefined) await getOrganisation(db, details.organisationId);
  const id = context.ports.ids.next();
  await db
    .insertInto('consent')
    .values({ id, person_id: personId, ...rowFromConsent(details), ...changedNow(context) })
    .execute();
  announceChange(context, 'consents');
  return { id };
}

/** Counts from today, and stays recorded: what was sent before was sent with consent. */
export async function withdrawConsent(
  context: CoreContext,
  { id, by, reason }: { id: string; by?: string | undefined; reason?: string | undefined },
) {
  const { db } = registerOf(context);
  const row = await db
    .updateTable('consent')
    .set({
      withdrawn_on: context.ports.clock.today(),
      withdrawn_by: by || null,
      withdrawal_reason: reason || null,
      ...changedNow(context),
    })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .returning(['person_id', 'organisation_id', 'purpose'])
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  announceChange(context, 'consents');
  // Referrals that rest on it show at once that they have to stop.
  announceChange(context, 'referrals');
  const stoppedLetters =
    row.purpose === 'referral' && row.organisation_id !== null
      ? await protocolsTo(context, {
          personId: row.person_id,
          organisationId: row.organisation_id,
        })
      : [];
  return { stoppedLetters, toDo: tasksAfterWithdrawal(context, row.purpose) };
}

/** Without a task all of them. The withdrawal asks for nothing more once the last is done. */
export async function recordFollowUp(
  context: CoreContext,
  { id, task }: { id: string; task?: string | undefined },
) {
  const { db } = registerOf(context);
  const row = await db
    .selectFrom('consent')
    .select(['purpose', 'followed_up_tasks'])
    .where('id', '=', id)
    .where('withdrawn_on', 'is not', null)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const left = tasksLeft(context, row);
  if (task !== undefined && !left.includes(task)) throw new ProcedureError('not_found');
  const stillLeft = task === undefined ? [] : left.filter((one) => one !== task);
  const done = tasksAfterWithdrawal(context, row.purpose).filter((one) => !stillLeft.includes(one));
  await db
    .updateTable('consent')
    .set({
      followed_up_tasks: JSON.stringify(done),
      ...(stillLeft.length === 0 ? { followed_up_on: context.ports.clock.today() } : {}),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'consents');
  return {};
}
