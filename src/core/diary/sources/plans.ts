import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const plans: DiarySource = {
  kind: 'plan',
  rows: (personId) => sql`
    SELECT signed_on AS "on", NULL AS at, id, 'plan.signed' AS summary,
      json_object('version', version) AS params, NULL AS note, changed_by AS by_id
    FROM plan WHERE person_id = ${personId} AND signed_on IS NOT NULL
    UNION ALL
    SELECT reviewed_on, NULL, plan_id, 'plan.reviewed',
      json_object('version', version,
        'decision', json_object('list', 'reviewDecisions', 'code', decision)),
      NULL, plan_review.changed_by
    FROM plan_review JOIN plan ON plan.id = plan_id WHERE person_id = ${personId}`,
};
