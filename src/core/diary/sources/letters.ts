import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

export const letters: DiarySource = {
  kind: 'letter',
  rows: (personId) => sql`
    SELECT issued_on AS "on", NULL AS at, letter.id, 'letter.issued' AS summary,
      json_object('to', name, 'protocol', protocol_number || '/' || protocol_year) AS params,
      NULL AS note, letter.changed_by AS by_id
    FROM letter JOIN organisation ON organisation.id = organisation_id WHERE person_id = ${personId}
    UNION ALL
    SELECT replied_on, NULL, letter.id, 'letter.answered',
      json_object('to', name, 'protocol', protocol_number || '/' || protocol_year),
      NULL, referral.changed_by
    FROM letter JOIN referral ON referral.id = referral_id
      JOIN organisation ON organisation.id = letter.organisation_id
    WHERE letter.person_id = ${personId} AND replied_on IS NOT NULL`,
};
