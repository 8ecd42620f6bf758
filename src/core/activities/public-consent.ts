/*
 * The two doors between case files and what everybody sees: a name enters the list of a campaign, and somebody
 * becomes a spokesperson, only with a consent given for that. Both are asked wherever a name could enter.
 */
import { ProcedureError } from '#api/errors.ts';
import { guestMayBePublic, mayBePublic, type PublicUse } from '#domain/activities/image-consent.ts';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { consentFromRow, consentRowsOf } from '../consents/queries.ts';
import type { CoreContext, Db } from '../context.ts';
import type { ActivityParticipantTable } from '../database/tables/activity-tables.ts';
import { getBirth } from '../people/queries.ts';
import { imageOf } from './participant-rows.ts';

/** Whether the file of somebody holds a consent for this that is valid today. */
export async function personMayBePublic(
  context: CoreContext,
  db: Db,
  personId: string,
  use: PublicUse,
): Promise<boolean> {
  const birth = await getBirth(db, personId);
  const consents = (await consentRowsOf(db, personId)).map((row) => ({
    ...consentFromRow(row),
    withdrawnOn: row.withdrawn_on ?? undefined,
    comesOfAgeOn: birth && comesOfAgeOn(birth),
  }));
  return mayBePublic(consents, use, context.ports.clock.today());
}

export function isPublicKind({ resources }: CoreContext, kind: string): boolean {
  return resources.vocabularies.activityKinds.items.some(
    (one) => one.code === kind && one.isPublic,
  );
}

/** Fails with `campaign_consent_missing` where the activity is a campaign and nothing lets the name into it. */
export async function requireCampaignConsent(
  context: CoreContext,
  db: Db,
  { activityId, personId }: { activityId: string; personId: string },
): Promise<void> {
  const activity = await db
    .selectFrom('activity')
    .select('kind')
    .where('id', '=', activityId)
    .executeTakeFirst();
  if (!activity) throw new ProcedureError('not_found');
  if (!isPublicKind(context, activity.kind)) return;
  if (!(await personMayBePublic(context, db, personId, 'campaign'))) {
    throw new ProcedureError('campaign_consent_missing');
  }
}

export async function maySpeak(
  context: CoreContext,
  db: Db,
  row: ActivityParticipantTable,
): Promise<boolean> {
  return row.person_id === null
    ? guestMayBePublic(imageOf(row), context.ports.clock.today())
    : personMayBePublic(context, db, row.person_id, 'image');
}
