/* The one row of each record that a letter states, and the day somebody wrote it. */
import { sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import {
  type IdentityDocumentDetails,
  identityDocumentDetails,
  inTimelineOrder,
} from '#domain/people/identity-document.ts';
import type { TieDetails } from '#domain/people/tie.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { deadlinesOf } from '../deadlines/list-deadlines.ts';
import { getBirth, getDetails } from '../people/queries.ts';
import { detailsFrom } from '../people/record-rows.ts';
import { getTies } from '../people/ties.ts';
import type { StatedFacts } from './stated-facts.ts';

interface Found<T> {
  value: T;
  changedOn: CalendarDate;
}

const PERMIT_TYPES: readonly string[] = ['residencePermit', 'asylumForm', 'asylumCertificate'];
const GONE: readonly IdentityDocumentDetails['state'][] = ['replaced', 'lost', 'revoked'];
const PENDING: readonly IdentityDocumentDetails['state'][] = [
  'askedFor',
  'receipt',
  'underRenewal',
];

async function permitPapers(db: Db, personId: string) {
  const rows = await db
    .selectFrom('identity_document')
    .selectAll()
    .where('person_id', '=', personId)
    .where('type', 'in', PERMIT_TYPES)
    .execute();
  return inTimelineOrder(
    rows.map((row) => ({
      details: detailsFrom(identityDocumentDetails, row),
      changedOn: row.changed_at.slice(0, 10),
    })),
  );
}

/** The newest paper that shows the right to stay. */
export async function permitOf(
  db: Db,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['permit']>> | undefined> {
  const paper = (await permitPapers(db, personId)).find(
    ({ details }) => !GONE.includes(details.state),
  );
  if (!paper) return undefined;
  const { title, number, expiry, expiresOn, state } = paper.details;
  return {
    changedOn: paper.changedOn,
    value: {
      ...(title ? { title } : {}),
      ...(number ? { number } : {}),
      state,
      expiry,
      ...(expiresOn ? { expiresOn } : {}),
    },
  };
}

export async function permitRequestOf(
  db: Db,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['permitRequest']>> | undefined> {
  const paper = (await permitPapers(db, personId)).find(({ details }) =>
    PENDING.includes(details.state),
  );
  if (!paper) return undefined;
  const { title, number, askedOn, state } = paper.details;
  return {
    changedOn: paper.changedOn,
    value: {
      ...(title ? { title } : {}),
      ...(number ? { number } : {}),
      ...(askedOn ? { askedOn } : {}),
      state,
    },
  };
}

/** The last decision that was served and the term to appeal, the shortest when the act's own is not noted. */
export async function decisionOf(
  context: CoreContext,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['decision']>> | undefined> {
  const { db } = registerOf(context);
  const event = await db
    .selectFrom('procedure_event')
    .select(['happened_on', 'changed_at'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'decisionNotified')
    .orderBy('happened_on', 'desc')
    .executeTakeFirst();
  if (!event) return undefined;
  const appeals = (await deadlinesOf(context, personId)).filter(
    ({ rule, fact }) => rule.code === 'appeal' && fact.on === event.happened_on,
  );
  const [first] = appeals.sort((a, b) => (a.due < b.due ? -1 : 1));
  return {
    changedOn: event.changed_at.slice(0, 10),
    value: {
      notifiedOn: event.happened_on,
      ...(first ? { due: first.due } : {}),
      isAssumed: first?.assumedTerm !== undefined,
    },
  };
}

export async function safeContactOf(
  db: Db,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['safeContact']>> | undefined> {
  const row = await db
    .selectFrom('person_contact')
    .selectAll()
    .where('person_id', '=', personId)
    .where('safe', '=', 1)
    .where('owner', 'in', ['self', 'professional'])
    .orderBy('is_preferred', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    changedOn: row.changed_at.slice(0, 10),
    value: { value: row.value, ...(row.hours ? { hours: row.hours } : {}) },
  };
}

async function isMinorTie(db: Db, tie: TieDetails, on: CalendarDate): Promise<boolean> {
  if (tie.otherPersonId === undefined) {
    return tie.otherBirthYear !== undefined && Number(on.slice(0, 4)) - tie.otherBirthYear < 18;
  }
  const birth = await getBirth(db, tie.otherPersonId).catch(() => undefined);
  return birth !== undefined && agesOn(birth, on).min < 18;
}

const lastTieChange = async (db: Db, personId: string) => {
  const { rows } = await sql<{ day: string | null }>`
    SELECT max(substr(changed_at, 1, 10)) AS day FROM tie
    WHERE person_id = ${personId} OR other_person_id = ${personId}`.execute(db);
  return rows[0]?.day ?? undefined;
};

/** How many live together, the person among them; nobody is named. */
export async function householdOf(db: Db, personId: string, on: CalendarDate) {
  const near = (await getTies(db, personId)).filter(
    ({ place, life }) => place === 'sameHousehold' && life !== 'dead',
  );
  const birth = await getBirth(db, personId);
  let minors = birth !== undefined && agesOn(birth, on).min < 18 ? 1 : 0;
  for (const tie of near) minors += (await isMinorTie(db, tie, on)) ? 1 : 0;
  return {
    value: { people: near.length + 1, minors },
    changedOn: await lastTieChange(db, personId),
  };
}

async function nameOfTie(db: Db, tie: TieDetails, on: CalendarDate): Promise<string | undefined> {
  if (tie.otherPersonId === undefined) return tie.otherName;
  const details = await getDetails(db, tie.otherPersonId, on).catch(() => undefined);
  return details && listedName(officialName(details.names));
}

/** Who acts for a child: the guardian with the decree, else a parent in Italy. */
export async function guardianOf(db: Db, personId: string, on: CalendarDate) {
  const ties = (await getTies(db, personId)).filter(({ life }) => life !== 'dead');
  const isInForce = ({ validFrom, validTo }: TieDetails) =>
    (validFrom === undefined || validFrom <= on) && (validTo === undefined || validTo >= on);
  const found =
    ties.find((tie) => tie.kind === 'guardian' && isInForce(tie)) ??
    ties.find(
      ({ kind, place }) => kind === 'parent' && (place === 'sameHousehold' || place === 'italy'),
    );
  const name = found && (await nameOfTie(db, found, on));
  if (!found || !name) return undefined;
  const { decree, court } = found;
  return {
    value: { name, ...(decree ? { decree } : {}), ...(court ? { court } : {}) },
    changedOn: await lastTieChange(db, personId),
  };
}

/** The highest level; other paths are no level and count last. */
export async function educationOf(
  db: Db,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['education']>> | undefined> {
  const row = await db
    .selectFrom('person_education')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy((eb) => eb('level', '=', 'isced-9'))
    .orderBy('level', 'desc')
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    changedOn: row.changed_at.slice(0, 10),
    value: {
      level: row.level,
      ...(row.subject ? { subject: row.subject } : {}),
      ...(row.country ? { country: row.country } : {}),
      ...(row.years_completed === null ? {} : { years: row.years_completed }),
      titleHeld: row.title_held,
    },
  };
}

const MOST_JOBS = 3;

/** The last trades; never the employer, who may be the reason somebody left. */
export async function workOf(
  db: Db,
  personId: string,
): Promise<Found<NonNullable<StatedFacts['work']>> | undefined> {
  const rows = await db
    .selectFrom('person_work')
    .selectAll()
    .where('person_id', '=', personId)
    .where('occupation', 'is not', null)
    .orderBy('is_now', 'desc')
    .orderBy('from_on', 'desc')
    .limit(MOST_JOBS)
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  return {
    changedOn: first.changed_at.slice(0, 10),
    value: rows.map(({ occupation, years }) => ({
      occupation: occupation ?? '',
      ...(years === null ? {} : { years }),
    })),
  };
}

type DatedTable = 'person_address' | 'person_contact' | 'legal_status_period' | 'reception_stay';

async function lastChange(
  db: Db,
  table: DatedTable,
  personId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    SELECT max(substr(changed_at, 1, 10)) AS day FROM ${sql.table(table)}
    WHERE person_id = ${personId}`.execute(db);
  return rows[0]?.day ?? undefined;
}

export const addressDay = (db: Db, personId: string) => lastChange(db, 'person_address', personId);
export const contactDay = (db: Db, personId: string) => lastChange(db, 'person_contact', personId);
export const statusDay = (db: Db, personId: string) =>
  lastChange(db, 'legal_status_period', personId);
export const receptionDay = (db: Db, personId: string) =>
  lastChange(db, 'reception_stay', personId);
