/*
 * Who is counted, one row each, with nothing that names them: the facts a report is broken down by, whether they
 * are of its population, and yes or no for each indicator. One statement reads all of it, so that a table and an
 * indicator of one report cannot be of different moments.
 */
import { type RawBuilder, sql } from 'kysely';
import { type AgeAxis, pieceOf, pieceOfBand } from '#domain/reports/age-axis.ts';
import { type Areas, areaOf } from '#domain/reports/area-map.ts';
import { type CountedRow, notRecorded, type Period } from '#domain/reports/summary.ts';
import type { Db } from '../context.ts';
import { countingAge } from '../indicators/formula-sql.ts';
import { cityOf } from '../programmes/facts-of-people.ts';
import { type CountedIndicator, indicatorTest } from '../programmes/own-indicators.ts';
import { countedFiles } from './counted-files.ts';

interface Counted {
  period: Period;
  axis: AgeAxis;
  programmeId?: string | undefined;
  /** Where it is told in which area they live. */
  areas?: Areas | undefined;
  /** Those that cannot be counted count nobody. */
  indicators: readonly CountedIndicator[];
}

/** The name of the dimension that says who is of the population, where that is not everybody. */
export const populationDimension = (programmeId: string) => `programme:${programmeId}`;

interface Row {
  sex: string;
  age: number | null;
  country: string | null;
  legal_status: string | null;
  enrolled: number;
  address: string | null;
  [column: `is${number}`]: number;
}

const inProgramme = (programmeId: string | undefined, { from, to }: Period): RawBuilder<unknown> =>
  programmeId === undefined
    ? sql`1`
    : sql`EXISTS (SELECT 1 FROM enrolment x WHERE x.person_id = p.id AND x.programme_id = ${programmeId}
        AND x.is_waiting = 0 AND x.enrolled_on <= ${to} AND coalesce(x.left_on, '9999') >= ${from})`;

const openIn = ({ from, to }: Period): RawBuilder<unknown> =>
  sql`c.opened_on <= ${to} AND coalesce(c.closed_on, '9999') >= ${from}`;

const firstCountry = sql`(SELECT country FROM person_nationality n WHERE n.person_id = p.id AND n.position = 0)`;

/** Where they live now, as people write it. */
const address = sql`(SELECT address FROM person_address a WHERE a.person_id = p.id AND a.kind <> 'abroad'
  AND a.to_on IS NULL ORDER BY a.id DESC LIMIT 1)`;

const yesOrNo = (flag: number | undefined) => (flag === 1 ? 'yes' : 'no');

export async function servedPeople(db: Db, counted: Counted): Promise<CountedRow[]> {
  const { period, axis, programmeId, indicators, areas } = counted;
  const flags = indicators.map((one, at) => {
    const test = indicatorTest(one, period) ?? sql`0`;
    return sql`, ${test} AS ${sql.ref(`is${at}`)}`;
  });
  const { rows } = await sql<Row>`
    SELECT p.sex, ${countingAge(period.to)} AS age, ${firstCountry} AS country, p.legal_status,
      ${areas ? address : sql`NULL`} AS address, ${inProgramme(programmeId, period)} AS enrolled ${sql.join(flags, sql``)}
    FROM person p JOIN case_file c ON c.person_id = p.id
    WHERE ${openIn(period)}
    ORDER BY p.id`.execute(db);
  const more = (enrolled: string, answers: (at: number) => string) => ({
    ...(programmeId === undefined ? {} : { [populationDimension(programmeId)]: enrolled }),
    ...Object.fromEntries(indicators.map(({ id }, at) => [id, answers(at)])),
  });
  const people = rows.map(
    (row): CountedRow => ({
      sex: row.sex,
      ageBand: pieceOf(row.age ?? undefined, axis),
      nationality: row.country ?? notRecorded,
      legalStatus: row.legal_status ?? notRecorded,
      ...(areas ? { area: areaOf(cityOf(row.address), areas) } : {}),
      ...more(yesOrNo(row.enrolled), (at) => yesOrNo(row[`is${at}`])),
    }),
  );
  // Of files that are gone, what was done with their people is not kept.
  const gone = (await countedFiles(db, period)).map((row) => ({
    ...row,
    // Where they lived is not kept; one line stands for each of them.
    ...(areas && row.sex !== undefined ? { area: notRecorded } : {}),
    ...(row.ageBand === undefined ? {} : { ageBand: pieceOfBand(row.ageBand, axis) }),
    ...more('no', () => 'no'),
  }));
  return [...people, ...gone];
}

/** What a figure is about: the categories of its cell, `ageBand` being a band and not a piece. */
type Place = Readonly<Record<string, string>>;

interface Behind {
  period: Period;
  place: Place;
  programmeId?: string | undefined;
  areas?: Areas | undefined;
  indicators: readonly CountedIndicator[];
  axis: AgeAxis;
}

function placeTest([name, code]: [string, string], behind: Behind): RawBuilder<unknown> {
  const { axis, period, indicators } = behind;
  if (name === 'sex') return sql`p.sex = ${code}`;
  // Asked of the town in an address, which no statement reads.
  if (name === 'area') return sql`1`;
  if (name === 'legalStatus') {
    return code === notRecorded ? sql`p.legal_status IS NULL` : sql`p.legal_status = ${code}`;
  }
  if (name === 'nationality') {
    const countries = JSON.stringify(code.split('+'));
    return code === notRecorded
      ? sql`${firstCountry} IS NULL`
      : sql`${firstCountry} IN (SELECT value FROM json_each(${countries}))`;
  }
  if (name === 'ageBand') {
    const age = countingAge(period.to);
    if (code === notRecorded) return sql`${age} IS NULL`;
    const within = axis.groups[code] ?? [code];
    const pieces = axis.pieces.filter((piece) => within.includes(piece.code));
    return sql`${age} BETWEEN ${pieces[0]?.from ?? 999} AND ${pieces.at(-1)?.to ?? 999}`;
  }
  const found = indicators.find(({ id }) => id === name);
  return (code === 'yes' && found && indicatorTest(found, period)) || sql`0`;
}

interface PersonBehind {
  personId: string;
  listedName: string;
  caseNumber: string;
}

/** The people whom a figure counts, by name. Of files that are gone nobody can be named. */
export async function peopleBehind(db: Db, behind: Behind): Promise<PersonBehind[]> {
  const tests = [
    openIn(behind.period),
    inProgramme(behind.programmeId, behind.period),
    ...Object.entries(behind.place).map((one) => placeTest(one, behind)),
  ];
  const { rows } = await sql<PersonBehind & { address: string | null }>`
    SELECT p.id AS personId, l.listed_name AS listedName, c.number AS caseNumber, ${address} AS address
    FROM person p JOIN case_file c ON c.person_id = p.id JOIN person_line l ON l.person_id = p.id
    WHERE ${sql.join(tests, sql` AND `)}
    ORDER BY l.sort_name, p.id`.execute(db);
  const { areas } = behind;
  const { area } = behind.place;
  return rows
    .filter((row) => !areas || area === undefined || areaOf(cityOf(row.address), areas) === area)
    .map(({ address: _, ...person }) => person);
}
