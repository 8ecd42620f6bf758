import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** A line for each domain of an assessment; the id is made of both, because the line is no record of its own. */
export const needs: DiarySource = {
  kind: 'need',
  rows: (personId) => sql`
    SELECT assessed_on AS "on", NULL AS at, 
      substr(id, 1, 30) || lower(substr(hex(domain) || '000000', 1, 6)) AS id,
      'need.recorded' AS summary,
      json_object('domain', json_object('list', 'lifeDomains', 'code', domain), 'level', level)
        AS params,
      words AS note, changed_by AS by_id
    FROM assessment JOIN assessment_score ON assessment_id = id
    WHERE person_id = ${personId} AND state = 'completed'`,
};
