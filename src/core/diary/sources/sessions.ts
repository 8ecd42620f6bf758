import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const sessions: DiarySource = {
  kind: 'session',
  rows: (personId) => sql`
    SELECT held_on AS "on", start AS at, session.id, 'session.' || attendance AS summary,
      json_object('title', title, 'minutes', minutes, 'mediator', mediator, 'place', place) AS params,
      NULL AS note, session.changed_by AS by_id
    FROM session_participant JOIN session ON session.id = session_id WHERE person_id = ${personId}`,
};
