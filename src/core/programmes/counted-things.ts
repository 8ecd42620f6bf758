/*
 * What a programme counts that is no person of the register: agreements, meetings, associations, offices. A
 * programme for offices or communities has no other numbers, and its funder asks for them in the same table.
 */
import { sql } from 'kysely';
import type { CountedThing } from '#domain/programmes/programme-indicator.ts';
import type { Db } from '../context.ts';
import { type MeasuredProgramme, type Test, within } from './measure-sql.ts';

type Counted = Pick<MeasuredProgramme, 'programmeId' | 'period'>;

/** Meetings `m` of the programme in the period. */
const meetings = ({ programmeId, period }: Counted): Test =>
  sql`community_meeting m WHERE m.programme_id = ${programmeId} AND ${within(sql`m.held_on`, period)}`;

const statements: Readonly<Record<CountedThing, (counted: Counted) => Test>> = {
  agreements: ({ programmeId, period }) =>
    sql`SELECT count(*) AS count FROM agreement a
      WHERE a.programme_id = ${programmeId} AND ${within(sql`a.signed_on`, period)}`,
  meetings: (counted) => sql`SELECT count(*) AS count FROM ${meetings(counted)}`,
  associations: (counted) =>
    sql`SELECT count(DISTINCT x.organisation_id) AS count FROM community_meeting_association x
      WHERE x.meeting_id IN (SELECT m.id FROM ${meetings(counted)})`,
  needs: (counted) =>
    sql`SELECT count(*) AS count FROM community_meeting_need x
      WHERE x.meeting_id IN (SELECT m.id FROM ${meetings(counted)})`,
  /** Looked at before and after. */
  benchmarks: ({ programmeId, period }) =>
    sql`SELECT count(*) AS count FROM benchmark b
      WHERE b.programme_id = ${programmeId} AND ${within(sql`b.after_on`, period)}`,
  recommendations: ({ programmeId }) =>
    sql`SELECT count(*) AS count FROM undertaking u
      WHERE u.programme_id = ${programmeId} AND u.kind = 'recommendation'`,
  /** Offices with a benchmark, a recommendation or a pilot. */
  offices: ({ programmeId }) =>
    sql`SELECT count(*) AS count FROM (
      SELECT organisation_id FROM benchmark WHERE programme_id = ${programmeId}
      UNION SELECT organisation_id FROM undertaking
        WHERE programme_id = ${programmeId} AND kind = 'recommendation' AND organisation_id IS NOT NULL
      UNION SELECT organisation_id FROM pilot
        WHERE programme_id = ${programmeId} AND organisation_id IS NOT NULL)`,
  /** Associations that met with it or take part in a pilot. */
  involved: (counted) =>
    sql`SELECT count(*) AS count FROM (
      SELECT x.organisation_id FROM community_meeting_association x
        WHERE x.meeting_id IN (SELECT m.id FROM ${meetings(counted)})
      UNION SELECT y.organisation_id FROM pilot_association y JOIN pilot z ON z.id = y.pilot_id
        WHERE z.programme_id = ${counted.programmeId})`,
};

export async function countThings(db: Db, what: CountedThing, counted: Counted): Promise<number> {
  const { rows } = await sql<{ count: number }>`${statements[what](counted)}`.execute(db);
  return rows[0]?.count ?? 0;
}
