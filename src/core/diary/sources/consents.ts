import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const consents: DiarySource = {
  kind: 'consent',
  rows: (personId) => sql`
    SELECT given_on AS "on", NULL AS at, consent.id, 'consent.given' AS summary,
      json_object(
        'purpose', json_object('list', 'consentPurposes', 'code', purpose), 'to', name) AS params,
      scope AS note, consent.changed_by AS by_id
    FROM consent LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId}
    UNION ALL
    SELECT withdrawn_on, NULL, consent.id, 'consent.withdrawn',
      json_object('purpose', json_object('list', 'consentPurposes', 'code', purpose), 'to', name),
      NULL, consent.changed_by
    FROM consent LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND withdrawn_on IS NOT NULL`,
};
