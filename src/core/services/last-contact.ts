/*
 * When somebody was last really met or spoken to: a service they attended, a session they were present at, an
 * appointment they kept. A no-show or a cancelled talk is not contact. Whoever looks for people slipping away
 * unseen counts from here.
 */
import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Db } from '../context.ts';

const contacts = sql<{ person_id: string; on: string }>`(
  SELECT person_id, done_on AS "on" FROM service WHERE attendance = 'attended'
  UNION ALL
  SELECT person_id, held_on FROM session_participant JOIN session ON session.id = session_id
  WHERE attendance = 'present'
  UNION ALL
  SELECT person_id, planned_on FROM appointment_person JOIN appointment ON appointment.id = appointment_id
  WHERE state = 'kept'
)`;

/** The same for one person of a statement; empty when they were never met. Apart, so that indexes are used. */
export const lastMetOn = (personId: RawBuilder<unknown>) => sql<string>`max(
  coalesce((SELECT max(s.done_on) FROM service AS s
    WHERE s.person_id = ${personId} AND s.attendance = 'attended'), ''),
  coalesce((SELECT max(g.held_on) FROM session_participant AS m JOIN session AS g ON g.id = m.session_id
    WHERE m.person_id = ${personId} AND m.attendance = 'present'), ''),
  coalesce((SELECT max(a.planned_on) FROM appointment_person AS w
    JOIN appointment AS a ON a.id = w.appointment_id
    WHERE w.person_id = ${personId} AND a.state = 'kept'), ''))`;

/** By person; who was never met is not in it. With an id, of that person alone. */
export async function lastContacts(
  db: Db,
  { personId }: { personId?: string } = {},
): Promise<Map<string, CalendarDate>> {
  const rows = await db
    .selectFrom(contacts.as('contact'))
    .select((eb) => ['person_id', eb.fn.max('on').as('last')])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.last]));
}
