import { sql } from 'kysely';
import { inverseOf, tieKinds } from '#domain/people/tie.ts';
import type { DiarySource } from '../diary-source.ts';

/** What the other is to the person, from whichever side it was recorded. */
const seenFrom = (personId: string) => sql`CASE WHEN t.person_id = ${personId} THEN t.kind
  ELSE CASE t.kind ${sql.join(
    tieKinds.map((kind) => sql`WHEN ${sql.lit(kind)} THEN ${sql.lit(inverseOf(kind))}`),
    sql` `,
  )} END END`;

/**
 * Who belongs to somebody: when it began and ended where a decree says so, else when it was noted. Somebody of a
 * restricted case is not read, and the tie to them goes with it.
 */
const ties = (personId: string) => sql`(
  SELECT t.id, t.valid_from, t.valid_to, t.changed_at, t.changed_by,
    json_object('what', json_object('list', 'tieKinds', 'code', ${seenFrom(personId)}),
      'who', coalesce(other.listed_name, t.other_name)) AS params
  FROM tie AS t LEFT JOIN person_line AS other
    ON other.person_id = iif(t.person_id = ${personId}, t.other_person_id, t.person_id)
  WHERE (t.person_id = ${personId} OR t.other_person_id = ${personId})
    AND (t.other_person_id IS NULL OR other.person_id IS NOT NULL))`;

export const tiesSource: DiarySource = {
  kind: 'tie',
  rows: (personId) => sql`
    SELECT coalesce(valid_from, substr(changed_at, 1, 10)) AS "on", NULL AS at, id,
      iif(valid_from IS NULL, 'tie.noted', 'tie.began') AS summary, params, NULL AS note,
      changed_by AS by_id
    FROM ${ties(personId)}
    UNION ALL
    SELECT valid_to, NULL, id, 'tie.ended', params, NULL, changed_by
    FROM ${ties(personId)} WHERE valid_to IS NOT NULL`,
};
