import { type SqlBool, sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { Person, PersonLine } from '#api/people.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { lacksGuardian } from '#domain/people/tie.ts';
import type { Db } from '../context.ts';
import type { PersonOrder } from '../lists/filter.ts';
import type { PeopleQuery } from './indexed-rows.ts';
import { linesOf } from './person-lines.ts';
import { birthColumns, birthOf, personFromRows } from './person-rows.ts';
import { getPresent } from './present-rows.ts';
import { searchPeople } from './search-people.ts';
import { getTies } from './ties.ts';

/** The person with what holds on a day of their history. Fails with `not_found`. */
export async function getDetails(db: Db, id: string, today: CalendarDate): Promise<PersonDetails> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const [names, nationalities, languages] = await Promise.all([
    db
      .selectFrom('person_name')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('person_nationality')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('person_language')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('position')
      .execute(),
  ]);
  const present = await getPresent(db, id, today);
  return personFromRows(row, { names, nationalities, languages }, present);
}

function workerOf(row: { worker_id: string | null; worker_name: string | null }) {
  return row.worker_id === null
    ? {}
    : { worker: { id: row.worker_id, name: row.worker_name ?? '' } };
}

/** Fails with `not_found`; undefined when nobody knows it. */
export async function getBirth(db: Db, id: string): Promise<PartialDate | undefined> {
  const row = await db
    .selectFrom('person')
    .select(birthColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return birthOf(row);
}

export async function getCaseFile(db: Db, personId: string): Promise<Person['caseFile']> {
  const row = await db
    .selectFrom('case_file')
    .leftJoin('user', 'user.id', 'case_file.worker_id')
    .selectAll('case_file')
    .select('user.name as worker_name')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return {
    id: row.id,
    number: row.number,
    openedOn: row.opened_on,
    ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
    ...(row.closure_reason === null
      ? {}
      : { closureReason: row.closure_reason as NonNullable<Person['caseFile']['closureReason']> }),
    ...workerOf(row),
  };
}

export async function getPerson(db: Db, id: string, today: CalendarDate): Promise<Person> {
  const details = await getDetails(db, id, today);
  const isAlone = lacksGuardian(details.birth, await getTies(db, id), today);
  const row = await db
    .selectFrom('person')
    .leftJoin('user', 'user.id', 'person.changed_by')
    .select(['person.revision', 'person.changed_at', 'user.name as changed_by_name'])
    .where('person.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    revision: row.revision,
    details,
    caseFile: await getCaseFile(db, id),
    warnings: isAlone ? ['minorWithoutGuardian'] : [],
    changedAt: row.changed_at,
    changedBy: row.changed_by_name ?? '',
  };
}

/** By name, unless something else is asked for; what nobody knows comes last. */
function ordered(order: PersonOrder | undefined) {
  const id = sql.ref('person_line.person_id');
  const byName = sql`person_line.sort_name, person_line.line`;
  if (!order) return byName;
  const direction = sql.raw(order.descending ? 'DESC' : 'ASC');
  return order.value
    ? sql`${order.value(id)} ${direction} NULLS LAST, ${byName}`
    : sql`person_line.sort_name ${direction}, person_line.line ${direction}`;
}

/** One page of people: by name or as asked without a query, best hits first with one. */
export async function listPeople(
  db: Db,
  wanted: PeopleQuery & { order?: PersonOrder | undefined },
): Promise<{ items: PersonLine[]; total: number; hasMore: boolean }> {
  const { offset, limit, where } = wanted;
  if (wanted.query.trim() !== '') {
    const { hits, hasMore } = await searchPeople(db, wanted);
    const items = await linesOf(db, hits.slice(offset, offset + limit));
    return { items, total: hits.length, hasMore };
  }
  const base = db
    .selectFrom('person_line')
    .$if(!wanted.showClosed, (query) => query.where('is_open', '=', 1))
    .$if(where !== undefined, (query) =>
      query.where(where?.(sql.ref('person_line.person_id')) ?? sql<SqlBool>`1`),
    );
  const count = () =>
    base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const found = base.select('person_id').orderBy(ordered(wanted.order)).limit(limit).offset(offset);
  // Conditions cost more than lines: they are asked once for page and total. Without any, an index has the page.
  const page = where
    ? await found.select(sql<number>`count(*) OVER ()`.as('total')).execute()
    : (await found.execute()).map((row) => ({ ...row, total: undefined }));
  const total = page[0]?.total ?? (await count()).total;
  const hits = page.map(({ person_id }) => ({ person_id, matchedBy: 'none' as const }));
  return { items: await linesOf(db, hits), total, hasMore: false };
}
