import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const services: DiarySource = {
  kind: 'service',
  rows: (personId) => sql`
    SELECT done_on AS "on", NULL AS at, id, 'service.' || attendance AS summary,
      json_object(
        'what', json_object('list', 'serviceTypes', 'code', type),
        'channel', json_object('list', 'serviceChannels', 'code', channel),
        'minutes', minutes, 'mediator', mediator, 'place', place, 'outcome', outcome) AS params,
      note, worker_id AS by_id
    FROM service WHERE person_id = ${personId}`,
};
