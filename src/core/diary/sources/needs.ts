import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const needs: DiarySource = {
  kind: 'need',
  rows: (personId) => sql`
    SELECT recorded_on AS "on", NULL AS at, id, 'need.recorded' AS summary,
      json_object('domain', json_object('list', 'lifeDomains', 'code', domain), 'level', level)
        AS params,
      words AS note, changed_by AS by_id
    FROM need WHERE person_id = ${personId}`,
};
