/*
 * What a field of a list asks of the register. Each is a test on one person, written as SQL on the id of the
 * line that is looked at, so that filtering, sorting and paging stay in the database and so that whoever is
 * hidden from the user is hidden here as well. Values are bound, never part of the text.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { addDays, addMonths, ageOn, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Condition, ConditionOf } from '#domain/lists/condition.ts';
import type { FilterFieldKey } from '#domain/lists/filter-field.ts';
import type { CoreContext } from '../context.ts';

/** The id of the person a line is about, as SQL. */
export type PersonId = RawBuilder<unknown>;
export type PersonTest = (personId: PersonId) => RawBuilder<SqlBool>;

export interface PersonOrder {
  /** Absent: by name. */
  value?: ((personId: PersonId) => RawBuilder<unknown>) | undefined;
  descending: boolean;
}

export interface FilterScope {
  context: CoreContext;
  today: CalendarDate;
}

export type FieldTests = {
  [F in FilterFieldKey]: (
    condition: ConditionOf<F>,
    scope: FilterScope,
  ) => PersonTest | Promise<PersonTest>;
};

/** One text for every number of values, so that the statement is prepared once. */
export const oneOf = (values: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** The test itself for `anyOf`, its opposite for `noneOf`. */
export function membership(
  { is }: { is: 'anyOf' | 'noneOf' },
  test: (personId: PersonId) => RawBuilder<unknown>,
): PersonTest {
  return is === 'noneOf'
    ? (id) => sql<SqlBool>`NOT coalesce(${test(id)}, 0)`
    : (id) => sql<SqlBool>`coalesce(${test(id)}, 0)`;
}

/** True for days of a column that lie in the period; without one, for every day. */
export function inPeriod(
  column: RawBuilder<unknown>,
  period: { from?: string | undefined; to?: string | undefined; lastDays?: number | undefined },
  today: CalendarDate,
) {
  const { lastDays } = period;
  const from = lastDays === undefined ? period.from : addDays(today, -lastDays);
  const to = lastDays === undefined ? period.to : today;
  return sql<SqlBool>`(${column} >= ${from ?? '0000'} AND ${column} <= ${to ?? '9999'})`;
}

/** The last day of birth with which somebody has lived `years` years. */
function lastBirthOf(years: number, today: CalendarDate): CalendarDate {
  const day = addMonths(today, -12 * years);
  // Whoever was born on 29 February has their birthday on the 28th in common years.
  const next = addDays(day, 1);
  return ageOn(next, today) >= years ? next : day;
}

/** First and last day a person of the alias can be born on; NULL when nobody knows. */
const earliestBirth = (p: string) =>
  sql.raw(`printf('%04d-%02d-%02d', ${p}.birth_year, coalesce(${p}.birth_month, 1),
    coalesce(${p}.birth_day, 1))`);
const latestBirth = (p: string) =>
  sql.raw(`CASE
    WHEN ${p}.birth_month IS NULL
      THEN printf('%04d-12-31', coalesce(${p}.birth_last_year, ${p}.birth_year))
    WHEN ${p}.birth_day IS NULL
      THEN date(printf('%04d-%02d-01', ${p}.birth_year, ${p}.birth_month), '+1 month', '-1 day')
    ELSE printf('%04d-%02d-%02d', ${p}.birth_year, ${p}.birth_month, ${p}.birth_day) END`);

/** True where one of the ages that are possible lies in the span. */
export function mayBeOfAge(
  p: string,
  { from, to }: { from?: number | undefined; to?: number | undefined },
  today: CalendarDate,
) {
  const oldEnough =
    from === undefined ? sql`1` : sql`${earliestBirth(p)} <= ${lastBirthOf(from, today)}`;
  const youngEnough =
    to === undefined ? sql`1` : sql`${latestBirth(p)} > ${lastBirthOf(to + 1, today)}`;
  return sql<SqlBool>`(${sql.ref(`${p}.birth_year`)} IS NOT NULL AND ${oldEnough} AND ${youngEnough})`;
}

/** True where a child of then signs for themselves by now; the earliest possible birthday counts. */
export function hasComeOfAge(p: string, today: CalendarDate) {
  return sql<SqlBool>`(${sql.ref(`${p}.birth_year`)} IS NOT NULL
    AND ${earliestBirth(p)} <= ${lastBirthOf(18, today)})`;
}

/** All conditions as one test. */
export async function testOf(
  tests: FieldTests,
  conditions: readonly Condition[],
  scope: FilterScope,
): Promise<PersonTest | undefined> {
  const all: PersonTest[] = [];
  for (const one of conditions) {
    const make = tests[one.field] as (
      condition: Condition,
      scope: FilterScope,
    ) => PersonTest | Promise<PersonTest>;
    all.push(await make(one, scope));
  }
  if (all.length === 0) return undefined;
  return (id) =>
    sql<SqlBool>`${sql.join(
      all.map((test) => test(id)),
      sql` AND `,
    )}`;
}
