import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

const protocol = sql`protocol_number || '/' || protocol_year`;

export const letters: DiarySource = {
  kind: 'letter',
  rows: (personId) => sql`
    SELECT issued_on AS "on", NULL AS at, letter.id, 'letter.issued' AS summary,
      json_object('to', name, 'protocol', ${protocol}) AS params,
      NULL AS note, letter.changed_by AS by_id
    FROM letter LEFT JOIN organisation ON organisation.id = organisation_id WHERE person_id = ${personId}
    UNION ALL
    SELECT replied_on, NULL, letter.id, 'letter.answered',
      json_object('to', name, 'protocol', ${protocol}),
      NULL, referral.changed_by
    FROM letter JOIN referral ON referral.id = referral_id
      JOIN organisation ON organisation.id = letter.organisation_id
    WHERE letter.person_id = ${personId} AND replied_on IS NOT NULL
    UNION ALL
    SELECT made_on, NULL, letter_copy.id,
      'letter.' || manner || iif(letter_copy.kind = 'person', 'Copy', ''),
      json_object('to', iif(letter_copy.kind = 'person', NULL, name), 'protocol', ${protocol}),
      NULL, letter_copy.changed_by
    FROM letter_copy JOIN letter ON letter.id = letter_id
      LEFT JOIN organisation ON organisation.id = letter.organisation_id
    WHERE letter.person_id = ${personId}`,
};
