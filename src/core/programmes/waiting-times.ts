/*
 * How long people wait between joining and the first thing that is done for them, here or by another office. A
 * mean hides those who wait longest and one person who waited a year spoils it, so it is the median: half of
 * them waited at most so long (FRA NOI 2, "days to the first ordinary service").
 */
import { sql } from 'kysely';
import type { WaitingTimes } from '#api/programme-results.ts';
import { type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import type { Db } from '../context.ts';
import { among, type MeasuredProgramme, type Test } from './measure-sql.ts';

/** Days on which they got one of the services of the programme; of any where it names none. */
function ownServices(template: ProgrammeTemplate): Test {
  const types = template.services.map(({ type }) => type);
  const ofProgramme = types.length === 0 ? sql`1` : sql`y.type IN ${among(types)}`;
  return sql`
    SELECT y.done_on AS day FROM service y
    WHERE y.person_id = x.person_id AND y.attendance = 'attended' AND ${ofProgramme}
    UNION ALL
    SELECT y.held_on FROM session_participant z JOIN session y ON y.id = z.session_id
    WHERE z.person_id = x.person_id AND z.attendance = 'present' AND ${ofProgramme}`;
}

/** Days on which another office said yes: from then on an ordinary service is theirs. */
const servicesOfOthers: Test = sql`
  SELECT y.replied_on AS day FROM referral y
  WHERE y.person_id = x.person_id AND y.state IN ('accepted', 'inProgress', 'concluded')`;

const bands = [
  { code: 'sameDay', to: 0 },
  { code: 'week', to: 7 },
  { code: 'month', to: 30 },
  { code: 'longer', to: Number.POSITIVE_INFINITY },
] as const;

interface Row {
  enrolled_on: CalendarDate;
  first: CalendarDate | null;
  items: number;
}

export type Awaited = 'service' | 'activated';

export async function waitingTimes(
  db: Db,
  { programmeId, period }: MeasuredProgramme,
  { template, what }: { template: ProgrammeTemplate; what: Awaited },
): Promise<WaitingTimes> {
  const days = what === 'service' ? ownServices(template) : servicesOfOthers;
  const since = sql`FROM (${days}) WHERE day BETWEEN x.enrolled_on AND ${period.to}`;
  const { rows } = await sql<Row>`
    SELECT x.enrolled_on, (SELECT min(day) ${since}) AS first, (SELECT count(*) ${since}) AS items
    FROM enrolment x
    WHERE x.programme_id = ${programmeId} AND x.is_waiting = 0
      AND x.enrolled_on BETWEEN ${period.from} AND ${period.to}`.execute(db);
  const waited = rows
    .flatMap(({ enrolled_on, first }) => (first === null ? [] : [daysBetween(enrolled_on, first)]))
    .sort((a, b) => a - b);
  let before = -1;
  const counted = bands.map(({ code, to }) => {
    const count = waited.filter((one) => one > before && one <= to).length;
    before = to;
    return { code: code as string, count };
  });
  return {
    joined: rows.length,
    had: waited.length,
    items: rows.reduce((sum, { items }) => sum + items, 0),
    medianDays: waited[Math.floor((waited.length - 1) / 2)] ?? null,
    bands: [...counted, { code: 'none', count: rows.length - waited.length }],
  };
}
