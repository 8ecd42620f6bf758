/*
 * How a programme counts people, as expressions on the person `p` of the surrounding statement. The same
 * expression counts a figure and lists who is behind it, so that the two cannot differ.
 */
import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { ProgrammeMeasure } from '#domain/programmes/programme-indicator.ts';
import type { Period } from '#domain/reports/summary.ts';
import { formulaSql } from '../indicators/formula-sql.ts';
import { lastContactOn } from '../referrals/lost-contacts.ts';
import { lastMetOn } from '../services/last-contact.ts';

export type Test = RawBuilder<unknown>;

/** What a measure is read against. */
export interface MeasuredProgramme {
  programmeId: string;
  period: Period;
  /** Codes of the stages, in order. */
  stages: readonly string[];
  /** Days without a meeting after which the association calls somebody silent. */
  silentAfterDays: number;
  /** Of the lists of funders, by id. */
  listed: ReadonlyMap<string, Indicator>;
}

export const among = (codes: readonly (string | number)[]): Test =>
  sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`;

export const within = (column: Test, { from, to }: Period): Test =>
  sql`coalesce(${column} BETWEEN ${from} AND ${to}, 0)`;

/** Some enrolment `x` of the person in the programme, no waiting place, of which this is so. */
export const enrolledWhere = (programmeId: string, condition: Test): Test =>
  sql`EXISTS (SELECT 1 FROM enrolment x WHERE x.person_id = p.id AND x.programme_id = ${programmeId}
    AND x.is_waiting = 0 AND ${condition})`;

/** In the programme on at least one day of the period. */
export const insideDuring = (programmeId: string, { from, to }: Period): Test =>
  enrolledWhere(
    programmeId,
    sql`x.enrolled_on <= ${to} AND coalesce(x.left_on, '9999') >= ${from}`,
  );

function reached({ programmeId, period, stages }: MeasuredProgramme, stage: string): Test {
  const at = stages.indexOf(stage);
  // Whoever is in the programme stands at its first stage.
  if (at === 0) return enrolledWhere(programmeId, within(sql`x.enrolled_on`, period));
  const first = sql`(SELECT min(s.reached_on) FROM enrolment_stage s
    WHERE s.enrolment_id = x.id AND s.stage IN ${among(stages.slice(at))})`;
  return enrolledWhere(programmeId, within(first, period));
}

/** Still in the programme on the last day and not met since long before it; also who was lost in the period. */
function silent({ programmeId, period, silentAfterDays }: MeasuredProgramme): Test {
  const last = addDays(period.to, -silentAfterDays);
  const stillIn = sql`x.enrolled_on <= ${last} AND coalesce(x.left_on, '9999') > ${period.to}`;
  const notMet = sql`(SELECT max(${lastContactOn}, ${lastMetOn(sql`p.id`)}) FROM case_file
    WHERE case_file.person_id = p.id) <= ${last}`;
  const lost = sql`x.exit = 'lostContact' AND ${within(sql`x.left_on`, period)}`;
  return sql`(${enrolledWhere(programmeId, lost)}
    OR (${enrolledWhere(programmeId, stillIn)} AND coalesce(${notMet}, 0)))`;
}

/** In the first and in the last assessment of the period; one alone says nothing of how far somebody came. */
function better(domains: readonly string[], period: Period): Test {
  const level = (order: 'ASC' | 'DESC') => sql`(SELECT l.level FROM assessment a
    JOIN assessment_score l ON l.assessment_id = a.id
    WHERE a.person_id = p.id AND a.state = 'completed' AND l.domain = d.value
      AND ${within(sql`a.assessed_on`, period)}
    ORDER BY a.assessed_on ${sql.raw(order)}, a.id ${sql.raw(order)} LIMIT 1)`;
  return sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(domains)}) d
    WHERE coalesce(${level('DESC')} > ${level('ASC')}, 0))`;
}

function served(services: readonly string[], period: Period): Test {
  return formulaSql({ is: 'served', services: [...services] }, period);
}

const placed = ({ programmeId, period }: MeasuredProgramme, day: Test): Test =>
  enrolledWhere(
    programmeId,
    sql`EXISTS (SELECT 1 FROM placement y WHERE y.enrolment_id = x.id AND ${within(day, period)})`,
  );

/** Nothing for what counts no people, or names an indicator that the register cannot count. */
export function personTest(one: ProgrammeMeasure, programme: MeasuredProgramme): Test | undefined {
  const { programmeId, period, listed } = programme;
  switch (one.is) {
    case 'enrolled':
      return enrolledWhere(programmeId, within(sql`x.enrolled_on`, period));
    case 'reached':
      return reached(programme, one.stage);
    case 'left':
      return enrolledWhere(
        programmeId,
        sql`x.exit IN ${among(one.exits)} AND ${within(sql`x.left_on`, period)}`,
      );
    case 'silent':
      return silent(programme);
    case 'served':
      return served(one.services, period);
    case 'matched':
      return placed(programme, sql`y.decided_on`);
    case 'arrived':
      return placed(programme, sql`y.arrived_on`);
    case 'stillThere':
      return enrolledWhere(
        programmeId,
        sql`EXISTS (SELECT 1 FROM follow_up y WHERE y.enrolment_id = x.id AND y.since = 'arrival'
          AND y.is_still_there = 1 AND y.months IN ${among(one.months)}
          AND ${within(sql`y.asked_on`, period)})`,
      );
    case 'better':
      return better(one.domains, period);
    case 'traineeship': {
      const day = one.part === 'begun' ? sql`y.from_on` : sql`y.to_on`;
      return enrolledWhere(
        programmeId,
        sql`EXISTS (SELECT 1 FROM traineeship y WHERE y.enrolment_id = x.id AND ${within(day, period)})`,
      );
    }
    case 'listed': {
      const formula = listed.get(one.indicator)?.formula;
      return formula && formulaSql(formula, period);
    }
    default:
      return undefined;
  }
}
