/*
 * What referrals bring back to the first screen: replies an office owes, letters that were made and never
 * marked as sent, waiting lists whose date has come, and referrals whose consent was withdrawn and that
 * therefore have to stop. Partners have no account here, so nothing else would remind anybody of them.
 */
import { sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import type { Db } from '../context.ts';

export interface ReplyDue {
  kind: 'letterNotSent' | 'reply' | 'waitingList' | 'consentWithdrawn';
  referralId: string;
  personId: string;
  listedName: string;
  organisationName: string;
  urgency: Urgency;
  /** The day by which the reply was asked for, the waiting list's, or that of the unsent letter. */
  due: CalendarDate;
  /** Users who opened and sent it, for a list of one's own. */
  openedBy: string;
  sentBy: string | null;
}

const MOST_ROWS = 500;

/** Open files only; earliest first. `untilDay` leaves out what is due later. */
export async function listRepliesDue(
  db: Db,
  today: CalendarDate,
  untilDay?: CalendarDate,
): Promise<ReplyDue[]> {
  const { rows } = await sql<ReplyDue>`
    SELECT * FROM (
      SELECT referral.id AS "referralId", referral.person_id AS "personId",
        person_line.listed_name AS "listedName", organisation.name AS "organisationName",
        referral.urgency, referral.opened_by AS "openedBy", referral.sent_by AS "sentBy",
        CASE
          WHEN EXISTS (SELECT 1 FROM consent WHERE consent.person_id = referral.person_id
              AND consent.organisation_id = referral.organisation_id AND purpose = 'referral'
              AND withdrawn_on <= ${today})
            AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.person_id = referral.person_id
              AND consent.organisation_id = referral.organisation_id AND purpose = 'referral'
              AND given_on <= ${today} AND (expires_on IS NULL OR expires_on >= ${today})
              AND (withdrawn_on IS NULL OR withdrawn_on > ${today}))
            THEN 'consentWithdrawn'
          WHEN referral.state = 'draft' AND letter.id IS NOT NULL THEN 'letterNotSent'
          WHEN referral.state IN ('sent', 'received') AND replied_on IS NULL THEN 'reply'
          WHEN referral.state = 'waitingList' AND waiting_until IS NOT NULL THEN 'waitingList'
        END AS kind,
        CASE referral.state WHEN 'waitingList' THEN coalesce(waiting_until, referral.reply_by, ${today})
          WHEN 'draft' THEN coalesce(letter.issued_on, ${today})
          ELSE coalesce(referral.reply_by, ${today}) END AS due
      FROM referral
        JOIN person_line ON person_line.person_id = referral.person_id
        JOIN organisation ON organisation.id = referral.organisation_id
        LEFT JOIN letter ON letter.referral_id = referral.id
      WHERE +person_line.is_open = 1
        AND referral.state IN ('draft', 'sent', 'received', 'waitingList', 'accepted', 'inProgress')
    )
    WHERE kind IS NOT NULL AND (kind = 'consentWithdrawn' OR due <= ${untilDay ?? '9999-12-31'})
    ORDER BY due, "listedName"
    LIMIT ${MOST_ROWS}`.execute(db);
  return rows;
}
