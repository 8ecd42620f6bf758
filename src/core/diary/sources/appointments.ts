import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** A kept appointment that became a service is told by the service. */
export const appointments: DiarySource = {
  kind: 'appointment',
  rows: (personId) => sql`
    SELECT a.planned_on AS "on", a.start AS at, a.id, 'appointment.' || a.state AS summary,
      json_object(
        'what', json_object('list', 'appointmentKinds', 'code', a.kind),
        'about', a.about, 'place', a.place, 'minutes', a.minutes,
        'movedTo', CASE WHEN later.id IS NULL THEN NULL ELSE json_object('date', later.planned_on) END
      ) AS params,
      a.note, a.worker_id AS by_id
    FROM appointment_person
    JOIN appointment a ON a.id = appointment_id
    LEFT JOIN appointment later ON later.id = a.moved_to_id
    WHERE person_id = ${personId} AND NOT EXISTS (
      SELECT 1 FROM service
      WHERE service.appointment_id = a.id AND service.person_id = ${personId}
    )`,
};
