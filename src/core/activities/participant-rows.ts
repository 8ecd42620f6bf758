import type { GuestDetails, ImageConsent } from '#domain/activities/activity.ts';
import type { Db } from '../context.ts';
import type { ActivityParticipantTable } from '../database/tables/activity-tables.ts';

/** Somebody of whom nothing else is known yet. */
export const newParticipant = {
  person_id: null,
  name: null,
  organisation_id: null,
  office: null,
  sex: null,
  age_band: null,
  origin: null,
  part: 'participant' as const,
  is_spokesperson: 0,
  image_given_on: null,
  image_way: null,
  image_until_on: null,
  image_withdrawn_on: null,
  evaluated_on: null,
  useful: null,
  satisfaction: null,
  asked_on: null,
  uses_skills: null,
};

export function imageOf(row: ActivityParticipantTable): ImageConsent | undefined {
  if (row.image_given_on === null || row.image_way === null) return undefined;
  return {
    givenOn: row.image_given_on,
    way: row.image_way,
    ...(row.image_until_on === null ? {} : { until: row.image_until_on }),
    ...(row.image_withdrawn_on === null ? {} : { withdrawnOn: row.image_withdrawn_on }),
  };
}

export function guestDetailsOf(row: ActivityParticipantTable): GuestDetails {
  const image = imageOf(row);
  return {
    name: row.name ?? '',
    ...(row.organisation_id === null ? {} : { organisationId: row.organisation_id }),
    ...(row.office === null ? {} : { office: row.office }),
    sex: row.sex ?? 'unknown',
    band: row.age_band ?? 'unknown',
    origin: row.origin ?? 'unknown',
    ...(image ? { image } : {}),
  };
}

export function columnsOfGuest(guest: GuestDetails) {
  return {
    name: guest.name,
    organisation_id: guest.organisationId ?? null,
    office: guest.office || null,
    sex: guest.sex,
    age_band: guest.band,
    origin: guest.origin,
    image_given_on: guest.image?.givenOn ?? null,
    image_way: guest.image?.way ?? null,
    image_until_on: guest.image?.until ?? null,
    image_withdrawn_on: guest.image?.withdrawnOn ?? null,
  };
}

export const guestOf = (db: Db, id: string) =>
  db
    .selectFrom('activity_participant')
    .select('id')
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .executeTakeFirst();
