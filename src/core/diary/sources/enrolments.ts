import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** Joining, each stage after the first, leaving, and who was asked how they are. */
export const enrolments: DiarySource = {
  kind: 'programme',
  rows: (personId) => sql`
    SELECT enrolled_on AS "on", NULL AS at, enrolment.id, iif(is_waiting, 'programme.waits', 'programme.joined') AS summary,
      json_object('programme', programme.name) AS params, override_reason AS note, override_by AS by_id
    FROM enrolment JOIN programme ON programme.id = programme_id WHERE person_id = ${personId}
    UNION ALL
    SELECT reached_on, NULL, enrolment.id, 'programme.reached',
      json_object('programme', programme.name, 'stage', json_object('words', (
        SELECT json_extract(named.value, '$.name') FROM json_each(programme.definition, '$.stages') AS named
        WHERE named.value ->> 'code' = stage))),
      NULL, NULL
    FROM enrolment_stage JOIN enrolment ON enrolment.id = enrolment_id JOIN programme ON programme.id = programme_id
    WHERE person_id = ${personId} AND stage <> (programme.definition ->> '$.stages[0].code')
    UNION ALL
    SELECT left_on, NULL, enrolment.id, 'programme.left',
      json_object('programme', programme.name, 'exit', json_object('list', 'enrolmentOutcomes', 'code', exit)),
      NULL, enrolment.changed_by
    FROM enrolment JOIN programme ON programme.id = programme_id WHERE person_id = ${personId} AND left_on IS NOT NULL
    UNION ALL
    SELECT asked_on, NULL, follow_up.id, 'programme.followUp',
      json_object('programme', programme.name, 'answer', json_object('list', 'followUpAnswers', 'code', answer)),
      note, follow_up.changed_by
    FROM follow_up JOIN enrolment ON enrolment.id = enrolment_id JOIN programme ON programme.id = programme_id
    WHERE person_id = ${personId}`,
};
