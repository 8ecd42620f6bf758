import { sql } from 'kysely';
import type { DiarySource } from '../diary-source.ts';

/** Sendings without a letter (those with one are told by the letter), and people sent to us. */
export const referrals: DiarySource = {
  kind: 'referral',
  rows: (personId) => sql`
    SELECT sent_on AS "on", NULL AS at, referral.id, 'referral.sent' AS summary,
      json_object('to', name, 'what', CASE
        WHEN service IS NULL THEN NULL
        ELSE json_object('list', 'serviceTypes', 'code', service)
      END) AS params,
      NULL AS note, sent_by AS by_id
    FROM referral JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND sent_on IS NOT NULL
      AND referral.id NOT IN (SELECT referral_id FROM letter)
    UNION ALL
    SELECT replied_on, NULL, referral.id, 'referral.answered', json_object('to', name),
      NULL, referral.changed_by
    FROM referral JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND replied_on IS NOT NULL
      AND referral.id NOT IN (SELECT referral_id FROM letter)
    UNION ALL
    SELECT closed_on, NULL, referral.id, 'referral.concluded',
      json_object('to', name, 'outcome', json_object('list', 'referralOutcomes', 'code', outcome)),
      NULL, referral.changed_by
    FROM referral JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND closed_on IS NOT NULL AND outcome IS NOT NULL
    UNION ALL
    SELECT received_on, NULL, inbound_referral.id, 'referral.inbound',
      json_object('who', coalesce(organisation.name, sender)), request, recorded_by
    FROM inbound_referral LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId}
    UNION ALL
    SELECT replied_on, NULL, inbound_referral.id, 'referral.inboundAnswered',
      json_object('who', coalesce(organisation.name, sender),
        'answer', json_object('list', 'inboundReplies', 'code', reply)), reply_words,
      inbound_referral.changed_by
    FROM inbound_referral LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND replied_on IS NOT NULL`,
};
