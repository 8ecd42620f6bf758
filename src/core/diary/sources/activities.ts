import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** What somebody answered after an activity. That they were there is said by its sessions. */
export const activities: DiarySource = {
  kind: 'session',
  rows: (personId) => sql`
    SELECT evaluated_on AS "on", NULL AS at, m.id, 'activity.evaluated' AS summary,
      json_object('title', a.title) AS params, NULL AS note, m.changed_by AS by_id
    FROM activity_participant m JOIN activity a ON a.id = m.activity_id
    WHERE m.person_id = ${personId} AND evaluated_on IS NOT NULL
    UNION ALL
    SELECT asked_on, NULL, m.id, 'activity.asked', json_object('title', a.title), NULL, m.changed_by
    FROM activity_participant m JOIN activity a ON a.id = m.activity_id
    WHERE m.person_id = ${personId} AND asked_on IS NOT NULL`,
};
