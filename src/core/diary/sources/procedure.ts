import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** Where somebody stands with the law and where they were housed: the steps of it, as they are kept elsewhere. */
export const procedure: DiarySource = {
  kind: 'procedure',
  rows: (personId) => sql`
    SELECT happened_on AS "on", NULL AS at, id, 'procedure.noted' AS summary,
      json_object('fact', json_object('fact', kind)) AS params, note, changed_by AS by_id
    FROM procedure_event WHERE person_id = ${personId}
    UNION ALL
    SELECT coalesce(decided_on, from_on), NULL, id,
      CASE decision WHEN 'refused' THEN 'procedure.refused' WHEN 'granted' THEN 'procedure.granted'
        ELSE 'procedure.status' END,
      json_object('what', json_object('list', 'legalStatuses', 'code', status), 'authority', authority),
      note, changed_by
    FROM legal_status_period
    WHERE person_id = ${personId} AND coalesce(decided_on, from_on) IS NOT NULL
    UNION ALL
    SELECT asked_on, NULL, id, 'procedure.askedFor',
      json_object('what', json_object('list', 'documentTypes', 'code', type), 'authority', issuer),
      NULL, changed_by
    FROM identity_document WHERE person_id = ${personId} AND asked_on IS NOT NULL
    UNION ALL
    SELECT issued_on, NULL, id, 'procedure.issued',
      json_object('what', json_object('list', 'documentTypes', 'code', type), 'authority', issuer),
      NULL, changed_by
    FROM identity_document WHERE person_id = ${personId} AND issued_on IS NOT NULL
    UNION ALL
    SELECT from_on, NULL, id, 'procedure.housed',
      json_object('what', json_object('list', 'receptionTypes', 'code', type), 'place', place),
      NULL, changed_by
    FROM reception_stay WHERE person_id = ${personId} AND from_on IS NOT NULL
    UNION ALL
    SELECT to_on, NULL, id, 'procedure.moved',
      json_object('what', json_object('list', 'receptionTypes', 'code', type), 'place', place),
      NULL, changed_by
    FROM reception_stay WHERE person_id = ${personId} AND to_on IS NOT NULL`,
};
