import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const plans: DiarySource = {
  kind: 'plan',
  rows: (personId) => sql`
    SELECT signed_on AS "on", NULL AS at, id, 'plan.signed' AS summary,
      json_object('version', version) AS params, NULL AS note, changed_by AS by_id
    FROM plan WHERE person_id = ${personId} AND signed_on IS NOT NULL`,
};
