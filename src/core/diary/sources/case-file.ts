import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const caseFile: DiarySource = {
  kind: 'caseFile',
  rows: (personId) => sql`
    SELECT opened_on AS "on", NULL AS at, id, 'caseFile.opened' AS summary,
      json_object('number', number) AS params, NULL AS note, NULL AS by_id
    FROM case_file WHERE person_id = ${personId}
    UNION ALL
    SELECT happened_on, NULL, e.id,
      CASE
        WHEN e.kind = 'assigned' AND e.worker_id IS NULL THEN 'caseFile.unassigned'
        ELSE 'caseFile.' || e.kind
      END,
      json_object(
        'worker', worker.name, 'from', former.name, 'to', organisation.name,
        'why', CASE
          WHEN closure_reason IS NULL THEN NULL
          ELSE json_object('list', 'closureReasons', 'code', closure_reason)
        END),
      COALESCE(e.reason, e.outcome), e.changed_by
    FROM case_event e
    LEFT JOIN user worker ON worker.id = e.worker_id
    LEFT JOIN user former ON former.id = e.from_worker_id
    LEFT JOIN organisation ON organisation.id = e.organisation_id
    WHERE person_id = ${personId}`,
};
