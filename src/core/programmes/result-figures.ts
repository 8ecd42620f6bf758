/*
 * Every number of the results that counts people, by a key: the page asks for the people behind it by the same.
 * What blocks people is read from what the register holds anyway, because a volunteer who has to tick "blocked"
 * ticks nothing.
 */
import { sql } from 'kysely';
import { enrolmentOutcomes } from '#domain/programmes/enrolment.ts';
import { evaluateEligibility } from '#domain/programmes/evaluate-eligibility.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { parameterValues } from '#domain/programmes/worked-cases.ts';
import type { Db } from '../context.ts';
import { knownPeople } from './facts-of-people.ts';
import {
  among,
  enrolledWhere,
  insideDuring,
  type MeasuredProgramme,
  personTest,
  type Test,
  within,
} from './measure-sql.ts';

/** Nobody asks these for a permit. */
const NEED_NO_PERMIT = ['euCitizen', 'italianCitizen'];
const LOST_PAPERS = ['revoked', 'lost', 'replaced'];
/** The office owes an answer. */
export const AWAITED = ['sent', 'received', 'noReply'];

/** Inside or waiting for a place on the last day. */
const stillHere = ({ programmeId, period: { to } }: MeasuredProgramme): Test =>
  sql`EXISTS (SELECT 1 FROM enrolment x WHERE x.person_id = p.id AND x.programme_id = ${programmeId}
    AND x.enrolled_on <= ${to} AND coalesce(x.left_on, '9999') > ${to})`;

const permit = (condition: Test): Test =>
  sql`EXISTS (SELECT 1 FROM identity_document y WHERE y.person_id = p.id
    AND y.type = 'residencePermit' AND y.state NOT IN ${among(LOST_PAPERS)} AND ${condition})`;

/** The state says it, or the day has passed and nobody asked for another. */
function papers({ period: { to } }: MeasuredProgramme): Record<string, Test> {
  const isOver = sql`(y.state = 'expired' OR (y.state = 'issued' AND coalesce(y.expires_on, '9999') < ${to}))`;
  const holds = permit(sql`y.state <> 'askedFor' AND NOT ${isOver}`);
  const needs = sql`coalesce(p.legal_status NOT IN ${among(NEED_NO_PERMIT)}, 1)`;
  return {
    permitExpired: sql`(${needs} AND ${permit(isOver)} AND NOT ${holds})`,
    noPermit: sql`(${needs} AND NOT ${permit(isOver)} AND NOT ${holds})`,
    paperAwaited: sql`EXISTS (SELECT 1 FROM identity_document y
      WHERE y.person_id = p.id AND y.state = 'askedFor')`,
  };
}

const needsInterpreter: Test = sql`EXISTS (SELECT 1 FROM person_language y
  WHERE y.person_id = p.id AND y.needs_interpreter = 1)`;

/** Nobody ever interpreted what was done with them. */
const neverInterpreted: Test = sql`(NOT EXISTS (SELECT 1 FROM service y
    WHERE y.person_id = p.id AND y.attendance = 'attended' AND trim(coalesce(y.mediator, '')) <> '')
  AND NOT EXISTS (SELECT 1 FROM assessment y
    WHERE y.person_id = p.id AND trim(coalesce(y.mediator, '')) <> '')
  AND NOT EXISTS (SELECT 1 FROM session_participant z JOIN session y ON y.id = z.session_id
    WHERE z.person_id = p.id AND z.attendance = 'present' AND trim(coalesce(y.mediator, '')) <> ''))`;

/** Of those still here, whose enrolment lacks which facts that the rules ask for. */
async function missingFacts(
  db: Db,
  { programmeId, period: { to } }: MeasuredProgramme,
  template: ProgrammeTemplate,
): Promise<Map<string, string[]>> {
  const missing = new Map<string, string[]>();
  if (!template.eligibility) return missing;
  const { rows } = await sql<{ person_id: string; enrolled_on: string; answers: string }>`
    SELECT person_id, enrolled_on, answers FROM enrolment
    WHERE programme_id = ${programmeId} AND enrolled_on <= ${to}
      AND coalesce(left_on, '9999') > ${to}`.execute(db);
  const people = await knownPeople(
    db,
    rows.map(({ person_id }) => person_id),
  );
  const facts = new Map(people.map((one) => [one.personId, one.facts]));
  const parameters = parameterValues(template);
  for (const { person_id, enrolled_on, answers } of rows) {
    const known = { ...facts.get(person_id), answers: JSON.parse(answers) };
    const situation = { facts: known, on: enrolled_on, parameters };
    for (const name of evaluateEligibility(template.eligibility, situation).missing) {
      missing.set(name, [...(missing.get(name) ?? []), person_id]);
    }
  }
  return missing;
}

export type Figures = ReadonlyMap<string, Test>;

export async function resultFigures(
  db: Db,
  programme: MeasuredProgramme,
  template: ProgrammeTemplate,
): Promise<Figures> {
  const { programmeId, period } = programme;
  const here = stillHere(programme);
  const both = (test: Test) => sql`(${here} AND ${test})`;
  const leaving = (condition: Test) =>
    enrolledWhere(programmeId, sql`${within(sql`x.left_on`, period)} AND ${condition}`);
  const inside = insideDuring(programmeId, period);
  const measured = template.indicators.flatMap(({ code, counts }): [string, Test][] => {
    const test = counts && personTest(counts, programme);
    return test ? [[`indicator:${code}`, sql`(${inside} AND ${test})`]] : [];
  });
  const facts = await missingFacts(db, programme, template);
  return new Map<string, Test>([
    ...measured,
    ['people', inside],
    [
      'overridden',
      enrolledWhere(
        programmeId,
        sql`x.override_reason IS NOT NULL AND ${within(sql`x.enrolled_on`, period)}`,
      ),
    ],
    ['left', leaving(sql`1`)],
    ...enrolmentOutcomes.map((exit): [string, Test] => [
      `exit:${exit}`,
      leaving(sql`x.exit = ${exit}`),
    ]),
    ['helpful', leaving(sql`x.found_helpful IS 1`)],
    ['notHelpful', leaving(sql`x.found_helpful IS 0`)],
    ['notAsked', leaving(sql`x.found_helpful IS NULL`)],
    ['silent', personTest({ is: 'silent' }, programme) ?? sql`0`],
    ['lost', leaving(sql`x.exit = 'lostContact'`)],
    ['here', here],
    ...Object.entries(papers(programme)).map(([name, test]): [string, Test] => [
      `paper:${name}`,
      both(test),
    ]),
    ...[...facts].map(([name, ids]): [string, Test] => [
      `fact:${name}`,
      both(sql`p.id IN ${among(ids)}`),
    ]),
    [
      'noReply',
      both(sql`EXISTS (SELECT 1 FROM referral y
        WHERE y.person_id = p.id AND y.state IN ${among(AWAITED)})`),
    ],
    ['interpreter', both(needsInterpreter)],
    ['noInterpreter', both(sql`${needsInterpreter} AND ${neverInterpreted}`)],
  ]);
}

/** How many people each figure counts. */
export async function countFigures(db: Db, figures: Figures): Promise<Map<string, number>> {
  const names = [...figures.keys()];
  const sums = names.map(
    (name, at) => sql`coalesce(sum(${figures.get(name)}), 0) AS ${sql.ref(`n${at}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`
    SELECT ${sql.join(sums)} FROM person p JOIN case_file c ON c.person_id = p.id`.execute(db);
  return new Map(names.map((name, at) => [name, Number(rows[0]?.[`n${at}`] ?? 0)]));
}

interface PersonBehind {
  personId: string;
  listedName: string;
  caseNumber: string;
}

export async function peopleOfFigure(db: Db, test: Test): Promise<PersonBehind[]> {
  const { rows } = await sql<PersonBehind>`
    SELECT p.id AS personId, l.listed_name AS listedName, c.number AS caseNumber
    FROM person p JOIN case_file c ON c.person_id = p.id JOIN person_line l ON l.person_id = p.id
    WHERE ${test} ORDER BY l.sort_name, p.id`.execute(db);
  return rows;
}

/** Languages of those who need an interpreter and never had one. */
export async function languagesWithout(db: Db, figures: Figures) {
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT g.language AS code, count(DISTINCT p.id) AS count
    FROM person p JOIN case_file c ON c.person_id = p.id
      JOIN person_language g ON g.person_id = p.id AND g.needs_interpreter = 1
    WHERE ${figures.get('noInterpreter')} GROUP BY g.language ORDER BY count DESC, code`.execute(
    db,
  );
  return rows;
}
