/*
 * Formulas of indicators as statements over the register. Each condition is one expression on the person `p` of
 * the surrounding statement; codes and days are parameters, so that no list of indicators can run anything. A
 * condition that reads a column otherwise than the rest of the program does would print a number that no screen
 * confirms, so each has people counted by hand in its test.
 */
import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { Condition, Formula } from '#domain/indicators/formula.ts';
import { cefrLevels } from '#domain/people/person.ts';
import type { Period } from '#domain/reports/summary.ts';

type Test = RawBuilder<unknown>;

const among = (codes: readonly string[]): Test =>
  sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`;

const inPeriod = (column: Test, { from, to }: Period): Test =>
  sql`${column} BETWEEN ${from} AND ${to}`;

/** Something with a beginning and an end, either of which may be unknown, touched the period. */
const touches = (from: Test, until: Test, period: Period): Test =>
  sql`(coalesce(${from}, '') <= ${period.to} AND coalesce(${until}, '9999') >= ${period.from})`;

/** The day a birth counts from, as `countingAgeOn` has it: what is not known counts from its middle. */
const countingBirth: Test = sql`CASE
  WHEN p.birth_last_year IS NOT NULL THEN date(printf('%04d-01-01', p.birth_year), '+' || CAST(
    (julianday(printf('%04d-12-31', p.birth_last_year)) - julianday(printf('%04d-01-01', p.birth_year))) / 2
    AS INTEGER) || ' days')
  ELSE printf('%04d-%02d-%02d', p.birth_year, coalesce(p.birth_month, 7),
    coalesce(p.birth_day, CASE WHEN p.birth_month IS NULL THEN 1 ELSE 15 END)) END`;

/** Whole years on a day; somebody of 29 February has a birthday on 28 February where there is no 29th. */
export const countingAge = (
  on: string,
): Test => sql`CASE WHEN p.birth_year IS NULL THEN NULL ELSE max(0,
  CAST(substr(${on}, 1, 4) AS INTEGER) - CAST(substr(${countingBirth}, 1, 4) AS INTEGER)
  - (substr(${on}, 6) < CASE WHEN substr(${countingBirth}, 6) = '02-29'
      AND date(substr(${on}, 1, 4) || '-02-29') <> substr(${on}, 1, 4) || '-02-29'
    THEN '02-28' ELSE substr(${countingBirth}, 6) END)) END`;

const ofPerson = (table: Test, condition: Test): Test =>
  sql`EXISTS (SELECT 1 FROM ${table} x WHERE x.person_id = p.id AND ${condition})`;

const present = (work: readonly string[]): Test =>
  ofPerson(sql`person_work`, sql`x.is_now = 1 AND x.status IN ${among(work)}`);

function served({ services }: Condition & { is: 'served' }, period: Period): Test {
  return sql`(EXISTS (SELECT 1 FROM service x WHERE x.person_id = p.id AND x.attendance = 'attended'
      AND x.type IN ${among(services)} AND ${inPeriod(sql`x.done_on`, period)})
    OR EXISTS (SELECT 1 FROM session_participant y JOIN session x ON x.id = y.session_id
      WHERE y.person_id = p.id AND y.attendance = 'present'
      AND x.type IN ${among(services)} AND ${inPeriod(sql`x.held_on`, period)}))`;
}

function aged({ from, to }: Condition & { is: 'aged' }, period: Period): Test {
  return sql`coalesce(${countingAge(period.to)} BETWEEN ${from ?? 0} AND ${to ?? 999}, 0)`;
}

const leftInPeriod = (period: Period): Test =>
  sql`x.is_waiting = 0 AND ${inPeriod(sql`x.left_on`, period)}`;

function left({ work }: Condition & { is: 'left' }, period: Period): Test {
  return ofPerson(
    sql`enrolment`,
    sql`${leftInPeriod(period)}
      AND coalesce(json_extract(x.exit_facts, '$.employmentStatus') IN ${among(work)}, 0)`,
  );
}

/** From 0; NULL where no level is on record. */
const cefrRank = (level: Test): Test =>
  sql`(SELECT key FROM json_each(${JSON.stringify(cefrLevels)}) WHERE value = ${level})`;

/** Of an enrolment `x`. Without a level at entry nobody knows. */
const isBetterThanAtEntry = (level: Test): Test =>
  sql`coalesce(${cefrRank(level)} > ${cefrRank(sql`x.eligibility ->> '$.facts.italianLevel'`)}, 0)`;

const italianNow: Test = sql`(SELECT g.cefr FROM person_language g
  WHERE g.person_id = p.id AND g.language = 'ita')`;

/** Days without a lesson after which somebody has left the course. */
const LESSONS_ARE_OVER_AFTER = 30;

const lessonsSince = (after: string, { to }: Period): Test =>
  served({ is: 'served', services: ['ITA'] }, { from: addDays(after, 1), to });

const needInForce = ({ to }: Period): Test =>
  sql`x.recorded_on <= ${to} AND coalesce(x.ended_on, '9999') > ${to}`;

type Tests = {
  [Name in Condition['is']]: (one: Extract<Condition, { is: Name }>, period: Period) => Test;
};

const tests: Tests = {
  served,
  aged,
  left,
  legalStatus: ({ codes }) => sql`coalesce(p.legal_status IN ${among(codes)}, 0)`,
  nationality: ({ codes }) =>
    ofPerson(sql`person_nationality`, sql`x.position = 0 AND x.country IN ${among(codes)}`),
  nationalityKnown: () => ofPerson(sql`person_nationality`, sql`x.position = 0`),
  need: ({ codes }, period) =>
    ofPerson(
      sql`specific_need`,
      sql`${needInForce(period)} AND (x.code IN ${among(codes)} OR substr(x.code, 1, 2) IN ${among(codes)})`,
    ),
  anyNeed: (_, period) => ofPerson(sql`specific_need`, needInForce(period)),
  work: ({ codes }) => present(codes),
  education: ({ codes }) =>
    sql`coalesce((SELECT x.level FROM person_education x WHERE x.person_id = p.id AND x.level <> 'isced-9'
      ORDER BY x.level DESC LIMIT 1) IN ${among(codes)}, 0)`,
  housing: ({ codes }, period) =>
    ofPerson(
      sql`person_housing`,
      sql`x.situation IN ${among(codes)} AND coalesce(x.from_on, '') <= ${period.to}
        AND coalesce(x.to_on, '9999') >= ${period.to}`,
    ),
  holds: ({ documents }, { to }) =>
    ofPerson(
      sql`identity_document`,
      sql`x.type IN ${among(documents)} AND x.state NOT IN ('askedFor', 'revoked', 'lost', 'replaced', 'expired')
        AND coalesce(x.issued_on, '') <= ${to} AND coalesce(x.expires_on, '9999') >= ${to}`,
    ),
  askedFor: ({ titles }, period) =>
    ofPerson(
      sql`identity_document`,
      sql`x.title IN ${among(titles)} AND ${inPeriod(sql`x.asked_on`, period)}`,
    ),
  granted: ({ statuses }, period) =>
    ofPerson(
      sql`legal_status_period`,
      sql`x.status IN ${among(statuses)} AND x.decision = 'granted'
        AND ${inPeriod(sql`coalesce(x.decided_on, x.notified_on)`, period)}`,
    ),
  referred: ({ kinds }, period) =>
    sql`EXISTS (SELECT 1 FROM referral x JOIN organisation o ON o.id = x.organisation_id
      WHERE x.person_id = p.id AND o.kind IN ${among(kinds)} AND ${inPeriod(sql`x.sent_on`, period)})`,
  reception: ({ types }, period) =>
    ofPerson(
      sql`reception_stay`,
      sql`x.type IN ${among(types)} AND ${touches(sql`x.from_on`, sql`x.to_on`, period)}`,
    ),
  helped: (_, period) =>
    ofPerson(
      sql`enrolment`,
      sql`x.is_waiting = 0 AND ${touches(sql`x.enrolled_on`, sql`x.left_on`, period)}
        AND x.found_helpful IS 1`,
    ),
  improvedItalian: (_, period) =>
    ofPerson(
      sql`enrolment`,
      sql`((${leftInPeriod(period)} AND ${isBetterThanAtEntry(sql`x.exit_facts ->> '$.italianLevel'`)})
        OR (x.is_waiting = 0 AND x.enrolled_on <= ${period.to} AND x.left_on IS NULL
          AND NOT ${lessonsSince(addDays(period.to, -LESSONS_ARE_OVER_AFTER), period)}
          AND ${isBetterThanAtEntry(italianNow)}))`,
    ),
  recognitionAsked: ({ notFrom }, period) =>
    ofPerson(
      sql`person_education`,
      sql`coalesce(x.country NOT IN ${among(notFrom)}, 0) AND ${inPeriod(sql`x.recognition_asked_on`, period)}`,
    ),
  followedUp: ({ months, work }, period) =>
    sql`EXISTS (SELECT 1 FROM follow_up x JOIN enrolment e ON e.id = x.enrolment_id
      WHERE e.person_id = p.id AND x.since = 'exit' AND x.months = ${months} AND x.answer = 'answered'
      AND x.employment IN ${among(work)} AND ${inPeriod(sql`x.asked_on`, period)})`,
};

/** An expression that is 1 for whoever the formula counts and 0 for everybody else; never NULL. */
export function formulaSql(one: Formula, period: Period): Test {
  if ('all' in one)
    return sql`(${sql.join(
      one.all.map((part) => formulaSql(part, period)),
      sql` AND `,
    )})`;
  if ('any' in one)
    return sql`(${sql.join(
      one.any.map((part) => formulaSql(part, period)),
      sql` OR `,
    )})`;
  if ('not' in one) return sql`(NOT ${formulaSql(one.not, period)})`;
  // Each test takes its own kind of condition, which the union no longer says after the look-up.
  const test = tests[one.is] as (condition: Condition, period: Period) => Test;
  return test(one, period);
}
