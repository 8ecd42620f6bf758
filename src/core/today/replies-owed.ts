import { repliesOwed as listRepliesOwed } from '../referrals/inbound-referrals.ts';
import { openAmong } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Somebody was sent to us, and whoever sent them has no answer yet. */
export const repliesOwed: TodaySource = async (question) => {
  const { db, today, until } = question;
  const rows = await listRepliesOwed(db, until);
  const people = await openAmong(
    question,
    rows.map((row) => row.person_id),
  );
  return rows
    .filter((row) => people.has(row.person_id))
    .map((row) =>
      todayItem(today, {
        key: `inbound-${row.id}`,
        section: 'due',
        kind: 'replyOwed',
        personId: row.person_id,
        listedName: row.listed_name,
        due: row.reply_by,
        opens: { page: 'inbound', id: row.id },
        about: row.sender_name,
      }),
    );
};
