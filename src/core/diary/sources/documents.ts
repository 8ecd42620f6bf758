import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const documents: DiarySource = {
  kind: 'document',
  rows: (personId) => sql`
    SELECT given_on AS "on", NULL AS at, id, 'document.given' AS summary,
      json_object('what', json_object('list', 'givenDocuments', 'code', kind), 'to', given_to) AS params,
      NULL AS note, changed_by AS by_id
    FROM given_document WHERE person_id = ${personId}`,
};
