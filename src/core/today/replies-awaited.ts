import type { TodayKind } from '#api/today.ts';
import { listRepliesDue, type ReplyDue } from '../referrals/replies-due.ts';
import { openAmong } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

function kindOf({ kind, due }: ReplyDue, today: string): TodayKind {
  if (kind === 'reply') return due < today ? 'replyOverdue' : 'replyAwaited';
  return kind;
}

/** Referrals nobody has answered, letters nobody has sent, waiting lists, and referrals that have to stop. */
export const repliesAwaited: TodaySource = async (question) => {
  const { db, today } = question;
  const rows = await listRepliesDue(db, today);
  const people = await openAmong(
    question,
    rows.map((row) => row.personId),
  );
  return rows
    .filter(({ personId }) => people.has(personId))
    .map((row) =>
      todayItem(today, {
        key: `referral-${row.referralId}`,
        section: 'replies',
        kind: kindOf(row, today),
        personId: row.personId,
        listedName: row.listedName,
        due: row.due,
        opens: { page: 'referral', id: row.referralId },
        about: row.organisationName,
      }),
    );
};
