import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** What was printed for them and what was filed; a restricted paper is told by its own page alone. */
export const documents: DiarySource = {
  kind: 'document',
  rows: (personId) => sql`
    SELECT given_on AS "on", NULL AS at, id, 'document.given' AS summary,
      json_object('what', json_object('list', 'givenDocuments', 'code', kind), 'to', given_to) AS params,
      NULL AS note, changed_by AS by_id
    FROM given_document WHERE person_id = ${personId}
    UNION ALL
    SELECT added_on, NULL, id, 'document.added', json_object('what', title), NULL, added_by
    FROM attachment WHERE person_id = ${personId} AND is_restricted = 0`,
};
