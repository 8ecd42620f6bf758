import { sql } from 'kysely';
import type { Referral } from '#api/referrals.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { awaitingStates, isResting } from '#domain/referrals/referral.ts';
import { referralConsentOf } from '../consents/letters-to.ts';
import type { Db } from '../context.ts';
import type { ReferralTable } from '../database/tables/referral-tables.ts';

interface ReferralRow extends ReferralTable {
  listed_name: string;
  organisation_name: string;
  opened_by_name: string | null;
  sent_by_name: string | null;
  letter_id: string | null;
  protocol_number: number | null;
  protocol_year: number | null;
  issued_on: string | null;
  template_code: string | null;
}

/** Referrals with the names a list shows, and their letter where they have one. */
export const referralRows = (db: Db) =>
  db
    .selectFrom('referral')
    .innerJoin('person_line', 'person_line.person_id', 'referral.person_id')
    .innerJoin('organisation', 'organisation.id', 'referral.organisation_id')
    .leftJoin('user as opener', 'opener.id', 'referral.opened_by')
    .leftJoin('user as sender', 'sender.id', 'referral.sent_by')
    .leftJoin('letter', 'letter.referral_id', 'referral.id')
    .selectAll('referral')
    .select([
      'person_line.listed_name',
      'organisation.name as organisation_name',
      'opener.name as opened_by_name',
      'sender.name as sent_by_name',
      'letter.id as letter_id',
      'letter.protocol_number',
      'letter.protocol_year',
      'letter.issued_on',
    ])
    .select(sql<string | null>`json_extract(letter.details, '$.templateCode')`.as('template_code'));

/** Somebody should have answered by now, or the place on the waiting list should have come. */
function isLate(
  row: Pick<ReferralTable, 'state' | 'reply_by' | 'replied_on' | 'waiting_until'>,
  today: CalendarDate,
): boolean {
  if (row.state === 'waitingList') return row.waiting_until !== null && row.waiting_until < today;
  const isAwaited = awaitingStates.some((state) => state === row.state) && row.replied_on === null;
  return isAwaited && row.reply_by !== null && row.reply_by < today;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** Leaves out what is null. */
function known<T extends object>(values: Nullable<T>): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as Partial<T>;
}

function letterOf(row: ReferralRow): Referral['letter'] {
  if (row.letter_id === null) return undefined;
  return {
    id: row.letter_id,
    protocol: `${row.protocol_number}/${row.protocol_year}`,
    templateCode: row.template_code ?? '',
    issuedOn: row.issued_on ?? row.opened_on,
  };
}

async function consentFor(db: Db, row: ReferralRow, today: CalendarDate) {
  // What is over needs no consent any more; what it was sent with stays recorded.
  if (isResting(row.state)) return 'valid';
  const ids = { personId: row.person_id, organisationId: row.organisation_id };
  const answer = await referralConsentOf(db, ids, today);
  return answer.allowed ? 'valid' : answer.reason;
}

export async function referralFromRow(
  db: Db,
  row: ReferralRow,
  today: CalendarDate,
): Promise<Referral> {
  const letter = letterOf(row);
  return {
    id: row.id,
    revision: row.revision,
    personId: row.person_id,
    listedName: row.listed_name,
    organisationName: row.organisation_name,
    details: {
      organisationId: row.organisation_id,
      urgency: row.urgency,
      ...known({ service: row.service, reason: row.reason, replyBy: row.reply_by }),
    },
    state: row.state,
    openedOn: row.opened_on,
    openedBy: row.opened_by_name ?? '',
    ...known({
      way: row.way,
      sentOn: row.sent_on,
      sentBy: row.sent_by_name,
      pecAcceptedOn: row.pec_accepted_on,
      pecDeliveredOn: row.pec_delivered_on,
      repliedOn: row.replied_on,
      answeredBy: row.answered_by,
      replyWay: row.reply_way,
      theirProtocol: row.their_protocol,
      declineReason: row.decline_reason,
      waitingUntil: row.waiting_until,
      outcome: row.outcome,
      feedback: row.feedback,
      nextStep: row.next_step,
      closedOn: row.closed_on,
    }),
    ...(letter ? { letter } : {}),
    consent: await consentFor(db, row, today),
    isOverdue: isLate(row, today),
  };
}
