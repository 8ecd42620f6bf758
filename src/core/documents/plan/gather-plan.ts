import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Plan } from '#api/plans.ts';
import { type DomainProgress, progressByDomain } from '#domain/assessments/progress.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import { standsFor, type TieDetails } from '#domain/people/tie.ts';
import type { PlanAction } from '#domain/plans/plan.ts';
import { listAssessments } from '../../assessments/queries.ts';
import { listNotices } from '../../consents/notices.ts';
import { consentRowsOf } from '../../consents/queries.ts';
import { type CoreContext, type Db, registerOf } from '../../context.ts';
import { permitExpiryOf } from '../../lists/person-values.ts';
import { getCaseFile, getDetails } from '../../people/queries.ts';
import { getTies } from '../../people/ties.ts';
import { getAssociation } from '../../settings/association.ts';
import type { PlanContents } from './section.ts';

/** Where the person stood in each domain on a day, and where they began. */
async function progressUntil(
  db: Db,
  personId: string,
  until: CalendarDate,
): Promise<Map<string, DomainProgress>> {
  const all = await listAssessments(db, personId);
  const completed = all
    .filter(({ state, details }) => state === 'completed' && details.assessedOn <= until)
    .map(({ details }) => details)
    .reverse();
  return progressByDomain(completed);
}

async function nameOf(db: Db, { otherPersonId, otherName }: TieDetails): Promise<string[]> {
  if (otherPersonId === undefined) return otherName ? [otherName] : [];
  const line = await db
    .selectFrom('person_line')
    .select('listed_name')
    .where('person_id', '=', otherPersonId)
    .executeTakeFirst();
  return line ? [line.listed_name] : [];
}

const namesOf = async (db: Db, ties: TieDetails[]) =>
  (await Promise.all(ties.map((tie) => nameOf(db, tie)))).flat();

/** Who signs for a minor on a day, with the decree; undefined when nobody recorded does. */
export async function guardianOf(
  db: Db,
  ties: TieDetails[],
  on: CalendarDate,
): Promise<string | undefined> {
  const tie =
    ties.find((one) => one.kind === 'guardian' && standsFor(one, on)) ??
    ties.find((one) => standsFor(one, on));
  const [name] = tie ? await nameOf(db, tie) : [];
  const authority = [tie?.decree, tie?.court].filter(Boolean).join(', ');
  return name && authority ? `${name} (${authority})` : name;
}

async function permitExpiry(db: Db, personId: string): Promise<CalendarDate | undefined> {
  const id = sql`${personId}`;
  const { rows } = await sql<{ on: string | null }>`SELECT ${permitExpiryOf(id)} AS "on"`.execute(
    db,
  );
  return rows[0]?.on ?? undefined;
}

const asDay = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

async function referenceOf(
  db: Db,
  { kind, id }: NonNullable<PlanAction['linked']>,
): Promise<string | undefined> {
  if (kind === 'letter') {
    const row = await db
      .selectFrom('letter')
      .select(['protocol_number', 'protocol_year'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && `${row.protocol_number}/${row.protocol_year}`;
  }
  const row =
    kind === 'appointment'
      ? await db
          .selectFrom('appointment')
          .select('planned_on as on')
          .where('id', '=', id)
          .executeTakeFirst()
      : await db
          .selectFrom('service')
          .select('done_on as on')
          .where('id', '=', id)
          .executeTakeFirst();
  return row && asDay(row.on);
}

async function linkedOf(db: Db, { details, progress }: Plan): Promise<Map<string, string>> {
  const all = [...details.goals.flatMap(({ actions }) => actions), ...progress].flatMap(
    ({ linked }) => linked ?? [],
  );
  const found = new Map<string, string>();
  for (const one of all) {
    const reference = await referenceOf(db, one);
    if (reference) found.set(one.id, reference);
  }
  return found;
}

async function programmesOf(db: Db, personId: string, on: CalendarDate): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .select('name')
    .distinct()
    .where('person_id', '=', personId)
    .where('is_waiting', '=', 0)
    .where('enrolled_on', '<=', on)
    .where((is) => is.or([is('left_on', 'is', null), is('left_on', '>', on)]))
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** What was agreed to and not withdrawn; to whom it goes stands on each consent, and not here. */
async function consentsOf(db: Db, personId: string, on: CalendarDate): Promise<string[]> {
  const rows = await consentRowsOf(db, personId);
  const valid = rows.filter(
    ({ given_on, expires_on, withdrawn_on }) =>
      given_on <= on && (expires_on ?? on) >= on && withdrawn_on === null,
  );
  return [...new Set(valid.map(({ purpose }) => purpose))].toSorted();
}

/** Names what was agreed and signed: two prints with the same code say the same. */
function planCode({ personId, version, details, signature }: Plan): string {
  const agreed = JSON.stringify({ personId, version, details, signature });
  const digits = createHash('sha256').update(agreed).digest('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Everything a print of the plan may say; of a draft, what the register knows today. */
export async function gatherPlan(context: CoreContext, plan: Plan): Promise<PlanContents> {
  const { db, isDemo } = registerOf(context);
  const { personId, details } = plan;
  const today = context.ports.clock.today();
  const until = plan.signedOn ?? today;
  const person = await getDetails(db, personId, today);
  const { number } = await getCaseFile(db, personId);
  const ties = await getTies(db, personId);
  const domains = await progressUntil(db, personId, until);
  const { lifeDomains } = context.resources.vocabularies;
  const known = lifeDomains.items.flatMap(({ code }) => domains.get(code) ?? []);
  const { items: notices } = await listNotices(context, { personId });
  const together = ties.filter(({ place, life }) => place === 'sameHousehold' && life !== 'dead');
  return {
    association: await getAssociation(db),
    template: context.resources.plan,
    plan,
    person,
    caseNumber: number,
    scores: known.map(({ domain, latest }) => ({
      domain,
      level: latest.level,
      wantsGoal: latest.wantsGoal,
      ...(latest.words ? { words: latest.words } : {}),
    })),
    firstLevels: new Map(
      known
        .filter(({ points }) => points.length > 1)
        .map(({ domain, entry }) => [domain, entry.level]),
    ),
    notice: notices.find(({ notice }) => notice.givenOn <= until)?.notice,
    permitExpiresOn: await permitExpiry(db, personId),
    household: await namesOf(db, together),
    programmes: await programmesOf(db, personId, until),
    consents: await consentsOf(db, personId, until),
    guardian: details.guardian || (await guardianOf(db, ties, until)),
    linked: await linkedOf(db, plan),
    isMinor: person.birth !== undefined && agesOn(person.birth, details.madeOn).min < 18,
    isDemo,
    code: planCode(plan),
  };
}
