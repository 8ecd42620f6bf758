import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** What was done about a term, and what somebody decided does not concern the person; a snooze changes nothing. */
export const deadlines: DiarySource = {
  kind: 'deadline',
  rows: (personId) => sql`
    SELECT coalesce(mark.done_on, substr(mark.changed_at, 1, 10)) AS "on", NULL AS at, mark.id,
      CASE WHEN mark.state = 'notApplicable' THEN 'deadline.notApplicable'
        WHEN mark.rule = 'callBack' THEN 'deadline.calledBack' ELSE 'deadline.done' END AS summary,
      json_object('what', CASE WHEN task.title IS NOT NULL THEN task.title
        ELSE json_object('rule', mark.rule) END, 'why', mark.reason) AS params,
      NULL AS note, mark.changed_by AS by_id
    FROM deadline_mark AS mark LEFT JOIN task ON instr(mark.fact_key, task.id) > 0
    WHERE mark.person_id = ${personId} AND mark.state <> 'snoozed'`,
};
